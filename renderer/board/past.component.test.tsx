import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addDays } from '../../shared/calendar.ts';
import type { Card } from '../../shared/contract/board.ts';
import type { Language } from '../../shared/language.ts';
import { today } from '../ui/clock.ts';
import { listenToKeys } from '../ui/commands.ts';
import { formatWholeDay } from '../ui/format.ts';
import { useNeighbours } from '../ui/neighbours.ts';
import { cardOf, focus, heard, leaveBoard, namesIn, openBoard } from './board-in-test.tsx';
import { leavePast } from './past-store.ts';
import { cardAt } from './testing.ts';
import { changeView } from './view-store.ts';

let stopKeys = () => {};
afterEach(() => {
  leavePast();
  leaveBoard();
  stopKeys();
});

const now = today();
const daysAgo = (count: number) => addDays(now, -count);
const english = (count: number) => formatWholeDay('en', daysAgo(count));

interface Past {
  /** Which days were asked for. */
  readonly asked: string[];
  /** Answers wait until they are let go. */
  isHeld: boolean;
  isRefused: boolean;
  /** Answered to whoever has seen a board, instead of a whole one. */
  difference: { readonly cards: readonly Card[]; readonly gone: readonly string[] } | null;
  readonly letGo: () => void;
}

const yearLong = { firstDay: daysAgo(365), stageDays: [daysAgo(300), daysAgo(40), daysAgo(2)] };

/** A board whose past is known: who stood where on which day. */
async function openWithPast(
  cardsOf: (day: string) => readonly Card[],
  { days = yearLong, language = 'en' }: { readonly days?: typeof yearLong; readonly language?: Language } = {},
): Promise<Past> {
  await openBoard(language);
  stopKeys = listenToKeys();
  const waiting: (() => void)[] = [];
  const past: Past = {
    asked: [],
    isHeld: false,
    isRefused: false,
    difference: null,
    letGo: () => {
      past.isHeld = false;
      for (const answer of waiting.splice(0)) answer();
    },
  };
  const present = window.rapport;
  const call = async (name: string, input: Readonly<Record<string, unknown>>): Promise<unknown> => {
    if (name === 'board.days') return { ok: true, value: days };
    if (name !== 'board.past') return Reflect.apply(present.call, undefined, [name, input]);
    const day = String(input['day']);
    past.asked.push(day);
    if (past.isHeld) await new Promise<void>((resolve) => waiting.push(resolve));
    if (past.isRefused) return { ok: false, code: 'unexpected', message: '' };
    if (past.difference !== null && input['seen'] === 1)
      return { ok: true, value: { day, moment: 1, isWhole: false, ...past.difference } };
    return { ok: true, value: { day, moment: 1, isWhole: true, cards: cardsOf(day), gone: [] } };
  };
  Object.defineProperty(window, 'rapport', { configurable: true, value: { ...present, call } });
  return past;
}

const inOneOf = (stage: string) => [cardAt('Spindle', stage, 'a0')];
const slider = () => page.getByRole('slider', { name: /^(Day|День)$/ });
const bar = () => page.getByRole('region', { name: /^(Look back|Оглянуться)$/ });

/** As the tests read a page: every space is a plain one. */
const bare = (words: string) => words.replaceAll('\u00a0', ' ');

async function barSays(words: string): Promise<void> {
  await expect.poll(() => bare(bar().element().textContent)).toContain(bare(words));
}

test('is reached by key, goes by days and months, and is left by Escape to where it came from', async () => {
  await openWithPast((day) => inOneOf(day < daysAgo(40) ? 'honeymoon' : 'stable'));
  await userEvent.keyboard('h');
  await expect.element(slider()).toHaveFocus();
  await barSays(`As it stood on ${english(1)}`);
  expect(namesIn('Steady')).toEqual(['Spindle']);
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(slider()).toHaveAttribute('aria-valuetext', english(2));
  await userEvent.keyboard('{PageDown}{PageDown}');
  await barSays(`As it stood on ${english(62)}`);
  await expect.poll(() => namesIn('Immersion')).toEqual(['Spindle']);
  await heard(bare(`As it stood on ${english(62)}: 1 client`));
  await userEvent.keyboard('{Home}');
  await barSays(`As it stood on ${english(365)}`);
  await userEvent.keyboard('{End}');
  await barSays('As it stands today');
  expect(namesIn('Fading')).toEqual(['Fern', 'Grove']);
  await userEvent.keyboard('{Escape}');
  await expect.element(bar()).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Look back' })).toHaveFocus();
});

test('jumps from change to change by mouse, and says so in Russian', async () => {
  await openWithPast(() => inOneOf('stable'), { language: 'ru' });
  await page.getByRole('button', { name: 'Оглянуться' }).click();
  const before = page.getByRole('button', { name: 'К предыдущему изменению' });
  await before.click();
  await before.click();
  await barSays(`Так было ${formatWholeDay('ru', daysAgo(40))}`);
  await before.click();
  await expect.element(before).toBeDisabled();
  await page.getByRole('button', { name: 'К следующему изменению' }).click();
  await heard(bare(`Так было ${formatWholeDay('ru', daysAgo(40))}: 1 клиент`));
  await page.getByRole('button', { name: 'Сегодня' }).click();
  await expect.element(bar()).not.toBeInTheDocument();
});

test('any day is chosen by its date, and Escape in the calendar leaves the past where it is', async () => {
  await openWithPast((day) => inOneOf(day < daysAgo(40) ? 'honeymoon' : 'stable'));
  await userEvent.keyboard('h');
  await barSays(`As it stood on ${english(1)}`);
  await page.getByRole('button', { name: /^Day of the board: / }).click();
  await expect.element(page.getByRole('dialog', { name: 'Day of the board' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await barSays(`As it stood on ${english(1)}`);
  await page.getByRole('button', { name: /^Day of the board: / }).click();
  const [year, month, day] = daysAgo(63).split('-');
  for (const [part, digits] of Object.entries({ month, day, year })) {
    await page.getByRole('spinbutton', { name: new RegExp(`^${part}`) }).click();
    await userEvent.keyboard(String(Number(digits)));
  }
  await userEvent.keyboard('{Enter}');
  await barSays(`As it stood on ${english(63)}`);
  await expect.element(slider()).toHaveAttribute('aria-valuetext', english(63));
});

test('nothing can be changed there, and trying says why', async () => {
  await openWithPast(() => [cardAt('Spindle', 'stable', 'a0'), cardAt('Fern', 'stable', 'a1')]);
  await userEvent.keyboard('h');
  await barSays(english(1));
  await expect.poll(() => namesIn('Steady')).toEqual(['Spindle', 'Fern']);
  const refusal = bare(`This is the board of ${english(1)}. Only the one of today can be changed.`);
  await focus('Spindle');
  await userEvent.keyboard(' ');
  await heard(refusal);
  expect(document.querySelector('[data-carried-by]')).toBeNull();
  await userEvent.keyboard('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}m');
  expect(page.getByRole('menu').elements()).toEqual([]);
  const { left, top } = cardOf('Spindle').getBoundingClientRect();
  const drag = new DragEvent('dragstart', {
    bubbles: true,
    cancelable: true,
    clientX: left + 40,
    clientY: top + 8,
    dataTransfer: new DataTransfer(),
  });
  cardOf('Spindle').dispatchEvent(drag);
  expect(drag.defaultPrevented).toBe(true);
  await new Promise(requestAnimationFrame);
  expect(document.querySelector('[data-carried-by]')).toBeNull();
  expect(namesIn('Steady')).toEqual(['Spindle', 'Fern']);
  expect(page.getByRole('button', { name: /^(Move |New client )/ }).elements()).toEqual([]);
  await page.getByRole('group', { name: refusal }).getByRole('button', { name: 'Today' }).click();
  await expect.poll(() => namesIn('Fading')).toEqual(['Fern', 'Grove']);
});

test('the board stays as it is until the other day is there; days passed by are not asked for', async () => {
  const past = await openWithPast((day) => inOneOf(day === daysAgo(1) ? 'stable' : 'honeymoon'));
  await userEvent.keyboard('h');
  await barSays(english(1));
  past.isHeld = true;
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}{ArrowLeft}');
  await expect.element(slider()).toHaveAttribute('aria-valuetext', english(5));
  await barSays(english(1));
  expect(namesIn('Steady')).toEqual(['Spindle']);
  past.letGo();
  await barSays(english(5));
  expect(namesIn('Immersion')).toEqual(['Spindle']);
  expect(past.asked).toEqual([daysAgo(1), daysAgo(2), daysAgo(5)]);
});

test('what differs from the board seen before is laid over it', async () => {
  const past = await openWithPast(() => ['Alder', 'Birch', 'Cedar'].map((name) => cardAt(name, 'stable', name)));
  await userEvent.keyboard('h');
  await expect.poll(() => namesIn('Steady')).toEqual(['Alder', 'Birch', 'Cedar']);
  past.difference = { cards: [cardAt('Cedar', 'honeymoon', 'a0')], gone: ['Birch'] };
  await userEvent.keyboard('{ArrowLeft}');
  await expect.poll(() => namesIn('Immersion')).toEqual(['Cedar']);
  expect(namesIn('Steady')).toEqual(['Alder']);
});

test('ages are counted for the day that is shown', async () => {
  await openWithPast(() => [
    cardAt('Spindle', 'stable', 'a0', {
      sinceOn: daysAgo(49),
      lastTouchAt: `${daysAgo(44)}T12:00:00.000Z`,
      nextStep: { taskId: 'task', title: 'Call', dueOn: daysAgo(39) },
    }),
  ]);
  await userEvent.keyboard('h');
  await barSays(english(1));
  expect(cardOf('Spindle').textContent).toContain('Overdue');
  expect(cardOf('Spindle').textContent).toContain('43\u00a0days, norm');
  await page.getByRole('button', { name: 'To the change before' }).click();
  await page.getByRole('button', { name: 'To the change before' }).click();
  await barSays(english(40));
  expect(cardOf('Spindle').textContent).toContain('9\u00a0days');
  expect(cardOf('Spindle').textContent).toContain('4\u00a0days');
  expect(cardOf('Spindle').textContent).not.toContain('Overdue');
});

test('a filter by what is known of today alone is not shown as one of the past, and is there again after it', async () => {
  await openWithPast(() => inOneOf('stable'));
  changeView({ onlyDoubtful: true });
  const chip = page.getByRole('button', { name: 'Doubtful health: take this filter away' });
  await expect.element(chip).toBeVisible();
  await userEvent.keyboard('h');
  await barSays(english(1));
  expect(namesIn('Steady')).toEqual(['Spindle']);
  expect(chip.elements()).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await expect.element(chip).toBeVisible();
});

test('what is overdue is filtered as of the day that is shown', async () => {
  await openWithPast(() => [
    cardAt('Spindle', 'stable', 'a0', { nextStep: { taskId: 'task', title: 'Call', dueOn: daysAgo(39) } }),
    cardAt('Fern', 'stable', 'a1', { nextStep: { taskId: 'other', title: 'Call', dueOn: daysAgo(41) } }),
  ]);
  changeView({ onlyOverdue: true });
  await userEvent.keyboard('h');
  await barSays(english(1));
  await expect.poll(() => namesIn('Steady')).toEqual(['Spindle', 'Fern']);
  await page.getByRole('button', { name: 'To the change before' }).click();
  await page.getByRole('button', { name: 'To the change before' }).click();
  await barSays(english(40));
  await expect.poll(() => namesIn('Steady')).toEqual(['Fern']);
});

test('a client is opened among those that stand beside it today', async () => {
  await openWithPast(() => [cardAt('Fern', 'stable', 'a0'), cardAt('Elm', 'stable', 'a1')]);
  await userEvent.keyboard('h');
  await barSays(english(1));
  await focus('Fern');
  await userEvent.keyboard('{Enter}');
  expect(useNeighbours.getState().neighbours).toEqual({ stage: 'stagnation', clientIds: ['Fern', 'Grove'] });
});

test('the key of a column where nobody stood says so', async () => {
  await openWithPast(() => inOneOf('stable'));
  await userEvent.keyboard('h');
  await barSays(english(1));
  await focus('Spindle');
  await userEvent.keyboard('2');
  await heard('Immersion, nobody');
});

test('a day that cannot be read leaves the board as it was and can be tried again', async () => {
  const past = await openWithPast(() => inOneOf('honeymoon'));
  past.isRefused = true;
  await userEvent.keyboard('h');
  await expect.element(bar().getByRole('alert')).toBeVisible();
  await expect.element(slider()).toHaveFocus();
  expect(namesIn('Fading')).toEqual(['Fern', 'Grove']);
  past.isRefused = false;
  await bar().getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => namesIn('Immersion')).toEqual(['Spindle']);
  await expect.element(slider()).toHaveFocus();
});

test('on the first day of all there is nothing to look back at yet', async () => {
  await openWithPast(() => [], { days: { firstDay: now, stageDays: [now] } });
  await userEvent.keyboard('h');
  await barSays('The history of the board begins today.');
  await heard('The history of the board begins today. From tomorrow on you can look back here.');
  expect(slider().elements()).toEqual([]);
  await userEvent.keyboard('h');
  await expect.element(bar()).not.toBeInTheDocument();
});
