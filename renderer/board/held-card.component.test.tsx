import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  aimedAt,
  column,
  dropLineIn,
  focus,
  footOf,
  heard,
  heardAtOnce,
  leaveBoard,
  namesIn,
  openBoard,
  shownAtTheFoot,
  takeUp,
} from './board-in-test.tsx';
import { cardAt } from './testing.ts';

afterEach(leaveBoard);

const cards = [
  cardAt('Alder', 'stable', 'a0'),
  cardAt('Fern', 'stagnation', 'a0', { handoff: { id: 'handoff', done: 1, total: 27 } }),
  cardAt('Grove', 'stagnation', 'a1'),
];

const said = {
  en: {
    home: 'Fading',
    refused: 'Steady. Not here: a handoff is running',
    onShelf: 'Ended. Not here: a handoff is running',
    moved: 'Fading, place 2 of 2',
    bar: 'Fern: move to Fading, place 2 of 2',
    barRefused: 'Steady. Not here: a handoff is running',
  },
  ru: {
    home: 'Спад',
    refused: '«Стабильность». Сюда нельзя: идёт передача дел',
    onShelf: '«Завершённые». Сюда нельзя: идёт передача дел',
    moved: '«Спад», место 2 из 2',
    bar: 'Fern: в Спад, место 2 из 2',
    barRefused: 'Стабильность. Сюда нельзя: идёт передача дел',
  },
} as const;

describe.each(['en', 'ru'] as const)('a card whose handoff runs, in %s', (language) => {
  const words = said[language];

  test('carried by keys over another stage is told that it cannot stay there, and promised nothing', async () => {
    const server = await openBoard(language, cards);
    await focus('Fern');
    await userEvent.keyboard(' {ArrowLeft}');
    await heardAtOnce(words.refused);
    await shownAtTheFoot(words.barRefused);
    expect(aimedAt()).toEqual([]);
    expect(dropLineIn(language === 'en' ? 'Steady' : 'Стабильность')).toBeNull();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    await heardAtOnce(words.onShelf);
    expect(aimedAt()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    expect(server.sent).toEqual([]);
  });

  test('is promised its places in its own stage, and takes them', async () => {
    const server = await openBoard(language, cards);
    await focus('Fern');
    await userEvent.keyboard(' {ArrowDown}');
    await heard(words.moved);
    await shownAtTheFoot(words.bar);
    expect(aimedAt()).toEqual(['stagnation']);
    expect(dropLineIn(words.home)).not.toBeNull();
    await userEvent.keyboard(' ');
    await expect.poll(() => namesIn(words.home)).toEqual(['Grove', 'Fern']);
    expect(server.sent).toMatchObject([{ input: { clientId: 'Fern', stage: 'stagnation', after: 'Grove' } }]);
  });
});

test('a card whose handoff runs is promised nothing under the pointer either, until it is home again', async () => {
  const server = await openBoard('en', cards);
  const hand = await takeUp('Fern');
  await hand.carryTo(footOf('Steady'));
  await shownAtTheFoot('Steady. Not here: a handoff is running');
  expect(aimedAt()).toEqual([]);
  expect(dropLineIn('Steady')).toBeNull();
  await hand.carryTo(footOf('Fading'));
  await shownAtTheFoot('Fern: move to Fading, place 2 of 2');
  expect(aimedAt()).toEqual(['stagnation']);
  expect(dropLineIn('Fading')).not.toBeNull();
  await hand.carryTo(footOf('Steady'));
  hand.letGo();
  await heardAtOnce('Not here: a handoff is running.');
  await expect.element(page.getByRole('button', { name: 'Open the handoff' })).toBeVisible();
  expect(namesIn('Fading')).toEqual(['Fern', 'Grove']);
  expect(server.sent).toEqual([]);
});

test('its menu says why the other stages are closed to it, and keeps the steps within its own', async () => {
  await openBoard('en', cards);
  await focus('Fern');
  await page.getByRole('button', { name: 'Move Fern' }).click();
  for (const name of ['Acquaintance', 'Steady', 'Second wind', 'End the work…']) {
    const entry = page.getByRole('menuitem', { name: `${name} Not while a handoff is running.` });
    await expect.element(entry).toHaveAttribute('aria-disabled', 'true');
  }
  await page.getByRole('menuitem', { name: 'Lower' }).click();
  await expect.poll(() => namesIn('Fading')).toEqual(['Grove', 'Fern']);
});

test('over the shelf it is not asked how to part', async () => {
  await openBoard('en', cards);
  const hand = await takeUp('Fern');
  const shelf = page
    .getByRole('button', { name: /open the archive/ })
    .element()
    .getBoundingClientRect();
  await hand.carryTo({ x: shelf.left + 10, y: shelf.top + 200 });
  await shownAtTheFoot('Ended. Not here: a handoff is running');
  expect(aimedAt()).toEqual([]);
  hand.letGo();
  await heardAtOnce('Not here: a handoff is running.');
  await expect.element(column('Fading').getByRole('article', { name: 'Fern' })).toBeVisible();
});
