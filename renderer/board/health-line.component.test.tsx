import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CardVerdict, HealthReason } from '../../shared/contract/client-health.ts';
import { listenToKeys } from '../ui/commands.ts';
import { cardOf, heard, leaveBoard, namesIn, openBoard } from './board-in-test.tsx';
import { showPast } from './board-store.ts';
import { cardAt, manyAt } from './testing.ts';

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

test('in a long column a card that grows moves the ones below it', async () => {
  const server = await openBoard('en', manyAt('Steady', 'stable', 60));
  const top = () => cardOf('Steady 3').getBoundingClientRect().top;
  const space = () => document.querySelector<HTMLElement>('li[aria-hidden][style]')?.style.height;
  await expect.poll(space).toBeDefined();
  const before = { top: top(), space: space() };
  server.judge(Array.from({ length: 60 }, (_, index) => verdict(`Steady-${index + 1}`, rhythm)));
  await expect.poll(top).toBeGreaterThan(before.top);
  expect(cardOf('Steady 1').getBoundingClientRect().height).toBeGreaterThan(100);
});
