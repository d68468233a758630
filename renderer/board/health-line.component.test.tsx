import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CardVerdict, HealthReason } from '../../shared/contract/client-health.ts';
import { listenToKeys } from '../ui/commands.ts';
import { cardOf, heard, leaveBoard, namesIn, openBoard, takeUp } from './board-in-test.tsx';
import { showPast } from './board-store.ts';
import { cardAt, manyAt } from './testing.ts';
import { forgetVerdicts } from './verdict-store.ts';
import { changeView } from './view-store.ts';

let stopKeys = () => {};
afterEach(() => {
  showPast(null);
  stopKeys();
  leaveBoard();
});

const cards = [
  cardAt('Alder', 'stable', 'a0'),
  cardAt('Birch', 'stable', 'a1'),
  cardAt('Cedar', 'stable', 'a2'),
  cardAt('Fern', 'stagnation', 'a0'),
];

const rhythm: HealthReason = { code: 'rhythm', points: -8, isUnknown: false, days: 31, norm: 14 };
const flag = (evidence: string): HealthReason => ({
  code: 'flag',
  markId: 'mark',
  signal: 'C-TRUST',
  evidence,
  isCritical: true,
  points: -12,
});
const verdict = (clientId: string, worst: HealthReason | null, kind: CardVerdict['verdict'] = 'watch') => ({
  clientId,
  verdict: kind,
  worst,
});

const wordsOf = (name: string) => cardOf(name).textContent?.replaceAll('\u00a0', ' ');

test('a card says its worst reason with the verdict, and a healthy one says nothing', async () => {
  const server = await openBoard('en', cards);
  server.judge([verdict('Fern', rhythm), verdict('Birch', flag('They shouted'), 'risk'), verdict('Cedar', flag(''))]);
  await expect.poll(() => wordsOf('Fern')).toContain('Keep an eye: No contact for 31 days, the norm is 14');
  expect(wordsOf('Birch')).toContain('At risk: They shouted');
  expect(wordsOf('Cedar')).toContain('Open conflict or broken trust');
  expect(wordsOf('Alder')).not.toContain('Keep an eye');
  const link = page.getByRole('link', { name: 'Fern', exact: true });
  await expect.element(link).toHaveAccessibleDescription(/^Keep an eye: No contact for 31.days, .* Press Space/u);
});

test('a step that stands on the card is not said to be missing', async () => {
  const server = await openBoard('en', cards);
  const step = { code: 'next_step', points: -5, isUnknown: false, dueOn: null, taskId: null } as const;
  server.judge([
    verdict('Fern', step),
    verdict('Birch', { ...step, stale: { taskId: 'late', dueOn: '2020-11-22' } }),
    verdict('Cedar', { ...step, stale: { taskId: 'some day', dueOn: null } }),
  ]);
  await expect.poll(() => wordsOf('Fern')).toContain('No next step is set');
  expect(wordsOf('Birch')).toContain('The next step is late, it was due on November 22, 2020');
  expect(wordsOf('Cedar')).toContain('The next step has no day');
});

test('the words of a client are marked with their language, ours are not', async () => {
  const server = await openBoard('en', cards);
  server.judge([{ ...verdict('Birch', flag('Кричали'), 'risk'), language: 'ru' }, verdict('Fern', rhythm)]);
  await expect.element(page.getByText('Кричали', { exact: true })).toHaveAttribute('lang', 'ru');
  await expect.element(page.getByText(/^No contact for/)).not.toHaveAttribute('lang');
});

test('a reason speaks Russian too', async () => {
  const server = await openBoard('ru', cards);
  server.judge([verdict('Fern', rhythm)]);
  await expect.poll(() => wordsOf('Fern')).toContain('Присмотреться: Контакта нет 31 день, норма 14');
});

test('reasons that are put off leave the card quiet, and so does the past', async () => {
  const server = await openBoard('en', cards);
  server.judge([verdict('Fern', null), verdict('Birch', rhythm)]);
  await expect.poll(() => wordsOf('Birch')).toContain('No contact');
  expect(wordsOf('Fern')).not.toContain('Keep an eye');
  showPast({ day: '2026-01-12', cards: Object.fromEntries(cards.map((card) => [card.id, card])) });
  await expect.poll(() => wordsOf('Birch')).not.toContain('No contact');
});

test('the filter leaves those in doubtful health, says how many, and is kept', async () => {
  stopKeys = listenToKeys();
  const server = await openBoard('en', cards);
  server.judge([verdict('Birch', rhythm), verdict('Fern', null)]);
  await expect.poll(() => wordsOf('Birch')).toContain('No contact');
  await userEvent.keyboard('f');
  const box = page.getByRole('checkbox', { name: /^in doubtful health/ });
  await expect.element(box).toBeEnabled();
  const element = box.element();
  if (element instanceof HTMLElement) element.focus();
  await userEvent.keyboard(' ');
  await expect.poll(() => [namesIn('Steady'), namesIn('Fading')]).toEqual([['Birch'], ['Fern']]);
  await heard('2 of 4 clients');
  await expect.poll(() => server.keptViews.at(-1)).toMatchObject({ onlyDoubtful: true });
  server.judge([verdict('Fern', null)]);
  await expect.poll(() => namesIn('Steady')).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await page.getByRole('button', { name: /^Doubtful health: take/ }).click();
  await expect.poll(() => namesIn('Steady')).toHaveLength(3);
});

test('the filter by a signal leaves those of whom it is true, says how many, and is kept', async () => {
  stopKeys = listenToKeys();
  const server = await openBoard('en', cards);
  server.marks = [
    { code: 'C-TRUST', clientIds: ['Fern'] },
    { code: 'R-SLOW', clientIds: ['Birch', 'Fern'] },
  ];
  await userEvent.keyboard('f');
  await page.getByRole('group', { name: 'Signal' }).getByRole('button').click();
  await expect.element(page.getByRole('option').nth(1)).toHaveAccessibleName(/^Open conflict or broken trust/);
  await page.getByRole('option', { name: /^We answer slower than once a day/ }).click();
  await expect.poll(() => [namesIn('Steady'), namesIn('Fading')]).toEqual([['Birch'], ['Fern']]);
  await heard('2 of 4 clients');
  await expect.poll(() => server.keptViews.at(-1)).toMatchObject({ signal: 'R-SLOW' });
  server.marks = [];
  server.judge([]);
  await expect.poll(() => [namesIn('Steady'), namesIn('Fading')]).toEqual([[], []]);
  await userEvent.keyboard('{Escape}');
  await page.getByRole('button', { name: 'We answer slower than once a day: take this filter away' }).click();
  await expect.poll(() => namesIn('Steady')).toHaveLength(3);
});

test('while nobody knows how the clients are, none is left out, and that they could not be read is said once', async () => {
  const server = await openBoard('en', cards);
  await expect.poll(() => server.askedForVerdicts).toBe(1);
  forgetVerdicts();
  server.refuseVerdicts = 'disk_error';
  changeView({ onlyDoubtful: true });
  server.judge([verdict('Birch', rhythm)]);
  await expect.poll(() => server.askedForVerdicts).toBe(2);
  server.judge([verdict('Birch', rhythm)]);
  await expect.poll(() => server.askedForVerdicts).toBe(3);
  const failures = page.getByText('Who is in doubtful health could not be read.');
  await expect.poll(() => failures.elements().length).toBe(1);
  expect(namesIn('Steady')).toEqual(['Alder', 'Birch', 'Cedar']);
  server.refuseVerdicts = null;
  server.judge([verdict('Birch', rhythm)]);
  await expect.poll(() => namesIn('Steady')).toEqual(['Birch']);
});

test('it is asked once at a time, and again for what changed meanwhile', async () => {
  const server = await openBoard('en', cards);
  await expect.poll(() => server.askedForVerdicts).toBe(1);
  server.holdVerdicts = true;
  server.judge([verdict('Birch', rhythm)]);
  await expect.poll(() => server.askedForVerdicts).toBe(2);
  server.judge([verdict('Fern', rhythm)]);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(server.askedForVerdicts).toBe(2);
  server.holdVerdicts = false;
  server.answerVerdicts();
  await expect.poll(() => wordsOf('Fern')).toContain('No contact');
  expect(server.askedForVerdicts).toBe(3);
});

test('no reason appears under a card in the hand', async () => {
  const server = await openBoard('en', cards);
  await expect.poll(() => server.askedForVerdicts).toBe(1);
  const hand = await takeUp('Alder');
  server.judge([verdict('Fern', rhythm)]);
  await expect.poll(() => server.askedForVerdicts).toBe(2);
  await new Promise(requestAnimationFrame);
  expect(wordsOf('Fern')).not.toContain('No contact');
  hand.giveUp();
  await expect.poll(() => wordsOf('Fern')).toContain('No contact');
});

test('in a long column cards that grew leave as much room when they are scrolled away', async () => {
  const server = await openBoard('en', manyAt('Steady', 'stable', 60));
  const list = cardOf('Steady 1').closest('ul, ol');
  if (list === null) throw new Error('a column is a list');
  const offsetOf = (name: string) => cardOf(name).getBoundingClientRect().top + list.scrollTop;
  const before = offsetOf('Steady 9');
  server.judge(Array.from({ length: 60 }, (_, index) => verdict(`Steady-${index + 1}`, rhythm)));
  await expect.poll(() => offsetOf('Steady 9')).toBeGreaterThan(before + 100);
  const grown = offsetOf('Steady 9');
  list.scrollTop = 1500;
  await expect.poll(() => page.getByRole('article', { name: 'Steady 3', exact: true }).query()).toBeNull();
  expect(Math.abs(offsetOf('Steady 9') - grown)).toBeLessThan(2);
});
