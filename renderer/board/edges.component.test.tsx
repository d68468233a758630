import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useAnnouncements } from '../ui/announce.ts';
import { focus, heard, leaveBoard, openBoard } from './board-in-test.tsx';
import { cardAt } from './testing.ts';

afterEach(leaveBoard);

const cards = [
  cardAt('Alder', 'acquaintance', 'a0'),
  cardAt('Birch', 'acquaintance', 'a1'),
  cardAt('Cedar', 'reanimation', 'a0'),
];

const said = {
  en: {
    stage: 'Already in the first stage',
    ends: ['This is the first card of the column', 'This is the last card of the column'],
    sides: ['No cards further left', 'No cards further right'],
    places: ['Already at the top', 'Already at the bottom', 'Already in the last stage'],
  },
  ru: {
    stage: 'Уже на первом этапе',
    ends: ['Это первая карточка колонки', 'Это последняя карточка колонки'],
    sides: ['Левее карточек нет', 'Правее карточек нет'],
    places: ['Уже наверху', 'Уже внизу', 'Уже на последнем этапе'],
  },
} as const;

async function pressed(keys: string, sentence: string): Promise<void> {
  await userEvent.keyboard(keys);
  await heard(sentence);
}

describe.each(['en', 'ru'] as const)('a key that leads no further says so, in %s', (language) => {
  const { stage, ends, sides, places } = said[language];

  test('on the grid, with the focus where it was', async () => {
    await openBoard(language, cards);
    await focus('Alder');
    await pressed('{ArrowUp}', ends[0]);
    await pressed('{ArrowLeft}', sides[0]);
    await pressed('{Home}', ends[0]);
    await expect.element(page.getByRole('link', { name: 'Alder' })).toHaveFocus();
    await userEvent.keyboard('{End}');
    await pressed('{ArrowDown}', ends[1]);
    await expect.element(page.getByRole('link', { name: 'Birch' })).toHaveFocus();
    await focus('Cedar');
    await pressed('{ArrowRight}', sides[1]);
    await expect.element(page.getByRole('link', { name: 'Cedar' })).toHaveFocus();
  });

  test('while a card is moved by one stage or carried', async () => {
    const server = await openBoard(language, cards);
    await focus('Alder');
    await pressed('{Alt>}{Shift>}{ArrowLeft}{/Shift}{/Alt}', stage);
    await pressed(' {ArrowUp}', places[0]);
    await pressed('{ArrowLeft}', stage);
    await userEvent.keyboard('{ArrowDown}');
    await pressed('{ArrowDown}', places[1]);
    await userEvent.keyboard('{ArrowRight>5/}');
    await pressed('{ArrowRight}', places[2]);
    await userEvent.keyboard('{Escape}');
    expect(server.sent).toEqual([]);
  });
});

test('pressed again it is said again; held down, once', async () => {
  await openBoard('en', cards);
  await focus('Alder');
  const spoken: string[] = [];
  const stop = useAnnouncements.subscribe(({ polite }) => spoken.push(polite.trim()));
  const heading = page.getByRole('link', { name: 'Alder' }).element();
  const press = (repeat: boolean) =>
    heading.dispatchEvent(new KeyboardEvent('keydown', { code: 'ArrowUp', bubbles: true, cancelable: true, repeat }));
  for (const isHeld of [false, true, true]) press(isHeld);
  expect(spoken).toEqual(['This is the first card of the column']);
  press(false);
  expect(spoken).toHaveLength(2);
  stop();
});
