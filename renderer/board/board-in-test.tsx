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

/** As the browser tells it while a card is carried over the upper half of another one, and let go there, given up, or neither. */
export async function drag(name: string, over: string, end: 'drop' | 'dragend' | 'nothing' = 'drop'): Promise<void> {
  const source = cardOf(name);
  const dataTransfer = new DataTransfer();
  const { left, top, height } = cardOf(over).getBoundingClientRect();
  const spot = { clientX: left + 40, clientY: top + height * 0.25 };
  const tell = (type: string, element: Element) =>
    element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer, ...spot }));
  const tellWhatIsThere = (type: string) => tell(type, document.elementFromPoint(spot.clientX, spot.clientY) ?? source);
  tell('dragstart', source);
  await expect.poll(() => document.querySelector('[data-carried-by="pointer"]')).not.toBeNull();
  tellWhatIsThere('dragenter');
  tellWhatIsThere('dragover');
  await new Promise(requestAnimationFrame);
  if (end === 'drop') tellWhatIsThere('drop');
  if (end !== 'nothing') tell('dragend', source);
}
