import { expect } from 'vitest';
import { page } from 'vitest/browser';
import type { Card } from '../../shared/contract/board.ts';
import type { Language } from '../../shared/language.ts';
import { Announcer } from '../ui/announcer.tsx';
import { useSession } from '../ui/session.ts';
import { show } from '../ui/testing.tsx';
import { clearToasts } from '../ui/toast.ts';
import { Toaster } from '../ui/toaster.tsx';
import { BoardPage } from './board-page.tsx';
import type { Point } from '../ui/ghost.ts';
import { ReasonBar } from './reason-bar.tsx';
import { dropReason } from './reason-store.ts';
import { cardAt, serve, type Server } from './testing.ts';
import { showWhole } from './view-store.ts';

// The board as it stands in the window, and what a test looks for on it.

const cards = [
  cardAt('Мебельный дом «Ольха»', 'stable', 'a0'),
  cardAt('Spindle', 'stable', 'a1'),
  cardAt('Fern', 'stagnation', 'a0'),
  cardAt('Grove', 'stagnation', 'a1'),
];

let takeAway = () => {};

export async function openBoard(language: Language, shown: readonly Card[] = cards): Promise<Server> {
  await page.viewport(1440, 900);
  const server = serve(shown);
  takeAway = show(
    <div style={{ display: 'flex', height: 860 }}>
      <BoardPage />
      <ReasonBar />
      <Toaster />
      <Announcer />
    </div>,
    language,
  );
  await expect.element(page.getByRole('heading', { level: 3 }).first()).toBeInTheDocument();
  return server;
}

export function leaveBoard(): void {
  takeAway();
  clearToasts();
  dropReason();
  showWhole();
  useSession.setState({ settings: null });
}

export function column(name: string) {
  return page.getByRole('region', { name: new RegExp(`^${name} `) });
}

export function namesIn(name: string): readonly (string | null)[] {
  return column(name)
    .getByRole('heading', { level: 3 })
    .elements()
    .map((element) => element.textContent);
}

export async function focus(name: string): Promise<void> {
  const heading = page.getByRole('link', { name, exact: true }).element();
  if (heading instanceof HTMLElement) heading.focus();
  await expect.element(page.getByRole('link', { name, exact: true })).toHaveFocus();
}

export async function heard(sentence: string): Promise<void> {
  await expect.element(page.getByRole('status')).toHaveTextContent(sentence);
}

export async function heardAtOnce(sentence: string): Promise<void> {
  await expect.element(page.getByRole('alert')).toHaveTextContent(sentence);
}

export function cardOf(name: string): Element {
  return page.getByRole('article', { name, exact: true }).element();
}

/** Over the upper half of a card. */
export function upperHalfOf(name: string): Point {
  const { left, top, height } = cardOf(name).getBoundingClientRect();
  return { x: left + 40, y: top + height * 0.25 };
}

/** Over a column, far below its cards. */
export function footOf(name: string): Point {
  const { left, bottom } = column(name).element().getBoundingClientRect();
  return { x: left + 40, y: bottom - 40 };
}

export interface Hand {
  /** Until the board has taken notice. */
  readonly carryTo: (point: Point) => Promise<void>;
  readonly letGo: () => void;
  readonly giveUp: () => void;
}

/** A card is taken up by the mouse, as the browser tells it. */
export async function takeUp(name: string): Promise<Hand> {
  const source = cardOf(name);
  const dataTransfer = new DataTransfer();
  let point = upperHalfOf(name);
  const tell = (type: string, element: Element) => {
    const { x: clientX, y: clientY } = point;
    element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer, clientX, clientY }));
  };
  const tellWhatIsThere = (type: string) => tell(type, document.elementFromPoint(point.x, point.y) ?? source);
  tell('dragstart', source);
  await expect.poll(() => document.querySelector('[data-carried-by="pointer"]')).not.toBeNull();
  return {
    carryTo: async (next) => {
      point = next;
      tellWhatIsThere('dragenter');
      tellWhatIsThere('dragover');
      // The board looks at every second frame only.
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    },
    letGo: () => {
      tellWhatIsThere('drop');
      tell('dragend', source);
    },
    giveUp: () => tell('dragend', source),
  };
}

/** Carried over the upper half of another card, and let go there. */
export async function drag(name: string, over: string): Promise<void> {
  const hand = await takeUp(name);
  await hand.carryTo(upperHalfOf(over));
  hand.letGo();
}

/** The columns, and the shelf, that promise to take the card in the hand. */
export function aimedAt(): readonly (string | undefined)[] {
  return [...document.querySelectorAll<HTMLElement>('[data-aimed-at]')].map(({ dataset }) => dataset['stage']);
}

/** The height of the line in the gap where the card in the hand would land; null where there is none. */
export function dropLineIn(name: string): number | null {
  const list = column(name).getByRole('list').element();
  const line = list.lastElementChild;
  if (line === null || line.hasAttribute('data-index')) return null;
  const { top } = line.getBoundingClientRect();
  return top < list.getBoundingClientRect().top ? null : top;
}

/** What the bar at the foot shows while a card is in the hand. */
export async function shownAtTheFoot(sentence: string): Promise<void> {
  const aside = page.getByText(/^Esc (cancels|отменяет)$/u);
  await expect.poll(() => aside.query()?.previousElementSibling?.textContent?.trim()).toBe(sentence);
}
