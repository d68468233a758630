import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { listenToKeys } from '../ui/commands.ts';
import { forgetTheWay, goBack, navigate } from '../ui/navigation.ts';
import {
  cardOf,
  column,
  dropLineIn,
  focus,
  heard,
  leaveBoard,
  openBoard,
  takeUp,
  upperHalfOf,
} from './board-in-test.tsx';
import { manyAt } from './testing.ts';

let stopKeys = () => {};

afterEach(() => {
  stopKeys();
  leaveBoard();
  forgetTheWay();
});

function isInSight(name: string): boolean {
  const { top, bottom } = cardOf(name).getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

const link = (name: string) => page.getByRole('link', { name, exact: true });
const drawnIn = (name: string) => column(name).getByRole('article').elements().length;

/** Until the cards there are drawn: any card over the middle of the list, whatever gap lies at one point of it. */
async function scrollTo(name: string, top: number): Promise<void> {
  const list = column(name).getByRole('list').element();
  list.scrollTo({ top, behavior: 'instant' });
  const isThere = () => {
    const { top: edge, height } = list.getBoundingClientRect();
    const cards = column(name).getByRole('article').elements();
    return cards.some((card) => Math.abs(card.getBoundingClientRect().top - edge - height / 2) < height / 2);
  };
  await expect.poll(isThere).toBe(true);
}

/** The first card that is wholly in sight. */
function firstInSight(name: string): string {
  const list = column(name).getByRole('list').element();
  const edge = list.getBoundingClientRect().top;
  const cards = column(name).getByRole('article').elements();
  const found = cards.find((card) => card.getBoundingClientRect().top > edge + 10);
  return found?.querySelector('h3')?.textContent ?? '';
}

describe('a column of 2,000', () => {
  test('is walked, carried along and moved in, while few cards are drawn', async () => {
    const server = await openBoard('en', manyAt('Client', 'stable', 2000));
    expect(drawnIn('Steady')).toBeLessThan(40);
    await focus('Client 1');
    await userEvent.keyboard('{End}');
    await expect.element(link('Client 2000')).toHaveFocus();
    await expect.poll(() => isInSight('Client 2000')).toBe(true);
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(link('Client 1999')).toHaveFocus();
    await userEvent.keyboard(' {ArrowUp}{ArrowUp}');
    await heard('Steady, place 1997 of 2000');
    await userEvent.keyboard(' ');
    await expect.poll(() => server.sent[0]?.input).toMatchObject({ clientId: 'Client-1999', after: 'Client-1996' });
    expect(drawnIn('Steady')).toBeLessThan(60);
  });

  test('tells of each card which of how many it is; a short column has all its cards on the page', async () => {
    await openBoard('en', [...manyAt('Client', 'stable', 2000), ...manyAt('Short', 'stagnation', 3)]);
    const spot = (name: string) => {
      const item = cardOf(name).closest('li');
      return [item?.getAttribute('aria-posinset'), item?.getAttribute('aria-setsize')];
    };
    expect(spot('Client 1')).toEqual(['1', '2000']);
    await focus('Client 1');
    await userEvent.keyboard('{End}');
    await expect.element(link('Client 2000')).toHaveFocus();
    expect(spot('Client 2000')).toEqual(['2000', '2000']);
    expect(spot('Client 1999')).toEqual(['1999', '2000']);
    expect(spot('Short 2')).toEqual([null, null]);
  });

  test('gives up any card by its name, and keeps it in sight when all are shown again', async () => {
    await openBoard('en', manyAt('Client', 'stable', 2000));
    stopKeys = listenToKeys();
    await userEvent.keyboard('f');
    await userEvent.keyboard('1234{Enter}');
    await expect.element(link('Client 1234')).toHaveFocus();
    await page.getByRole('button', { name: '“1234”: take this filter away' }).click();
    await expect.element(page.getByRole('heading', { name: 'Steady 2000' })).toBeInTheDocument();
    await focus('Client 1234');
    await expect.poll(() => isInSight('Client 1234')).toBe(true);
    expect(drawnIn('Steady')).toBeLessThan(60);
  });

  test('has the focus on the card of the client one comes back from, though nobody had scrolled there', async () => {
    navigate({ name: 'client', clientId: 'Client-1500' });
    goBack();
    await openBoard('en', manyAt('Client', 'stable', 2000));
    await expect.element(link('Client 1500')).toHaveFocus();
    await expect.poll(() => isInSight('Client 1500')).toBe(true);
  });

  test('takes a card under the pointer wherever it is scrolled to', async () => {
    const server = await openBoard('en', [...manyAt('Client', 'stable', 2000), ...manyAt('Guest', 'stagnation', 1)]);
    await scrollTo('Steady', 120_000);
    const hand = await takeUp('Guest 1');
    const below = firstInSight('Steady');
    const number = Number(below.split(' ')[1]);
    expect(number).toBeGreaterThan(700);
    await hand.carryTo(upperHalfOf(below));
    expect(dropLineIn('Steady')).toBeLessThanOrEqual(cardOf(below).getBoundingClientRect().top);
    hand.letGo();
    await expect
      .poll(() => server.sent[0]?.input)
      .toMatchObject({ clientId: 'Guest-1', after: `Client-${number - 1}` });
    await heard(`Guest 1 is now in Steady, place ${number} of 2001`);
    await expect.element(link('Guest 1')).toHaveFocus();
  });
});

test('in a long column that the keyboard leads to, the line lies in the gap and in sight', async () => {
  await openBoard('en', [...manyAt('Steady', 'stable', 60), ...manyAt('Fading', 'stagnation', 60)]);
  await focus('Steady 1');
  await userEvent.keyboard('{End} {ArrowRight}');
  await heard('Fading, place 60 of 61');
  const line = () => dropLineIn('Fading') ?? 0;
  // Cards that turn out higher than was guessed push it down.
  await expect.poll(() => line() >= cardOf('Fading 59').getBoundingClientRect().bottom).toBe(true);
  await expect.poll(() => line() <= cardOf('Fading 60').getBoundingClientRect().top).toBe(true);
  expect(line()).toBeLessThan(window.innerHeight);
  await userEvent.keyboard('{Escape}');
});
