import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  aimedAt,
  focus,
  footOf,
  heard,
  heardAtOnce,
  leaveBoard,
  namesIn,
  openBoard,
  takeUp,
  upperHalfOf,
} from './board-in-test.tsx';
import { useCarry } from './carry-store.ts';
import { cardAt, type Server } from './testing.ts';

const cards = [
  cardAt('Alder', 'stable', 'a0'),
  cardAt('Spindle', 'stable', 'a1'),
  cardAt('Fern', 'stagnation', 'a0'),
  cardAt('Grove', 'stagnation', 'a1'),
];

let server: Server;
beforeEach(async () => {
  server = await openBoard('en', cards);
});
afterEach(leaveBoard);

const copies = () => document.querySelectorAll('body > [inert]').length;

describe('the card in the hand, changed meanwhile', () => {
  test('is dropped without a trace when it was deleted: by pointer', async () => {
    const hand = await takeUp('Spindle');
    await hand.carryTo(upperHalfOf('Grove'));
    server.deleteBehind('Spindle');
    await heardAtOnce('This card is not on the board any more');
    expect(useCarry.getState().carry).toBeNull();
    expect(aimedAt()).toEqual([]);
    hand.letGo();
    await expect.poll(copies).toBe(0);
    expect(namesIn('Fading')).toEqual(['Fern', 'Grove']);
    expect(server.sent).toEqual([]);
  });

  test('is dropped without a trace when it was deleted: by keys', async () => {
    await focus('Spindle');
    await userEvent.keyboard(' {ArrowRight}');
    server.deleteBehind('Spindle');
    await heardAtOnce('This card is not on the board any more');
    await userEvent.keyboard(' ');
    expect(namesIn('Fading')).toEqual(['Fern', 'Grove']);
    expect(server.sent).toEqual([]);
  });

  test('lands where it is let go although an undo has moved it to another column', async () => {
    const hand = await takeUp('Spindle');
    await hand.carryTo(upperHalfOf('Grove'));
    server.moveBehind('Spindle', 'honeymoon');
    await expect.poll(() => namesIn('Immersion')).toEqual(['Spindle']);
    await hand.carryTo(footOf('Steady'));
    hand.letGo();
    await expect.poll(() => namesIn('Steady')).toEqual(['Alder', 'Spindle']);
    await expect.poll(() => server.sent).toMatchObject([{ input: { stage: 'stable', after: 'Alder' } }]);
  });

  test('goes back to where it stands now, and so says the live region', async () => {
    await focus('Spindle');
    await userEvent.keyboard(' ');
    server.moveBehind('Spindle', 'honeymoon');
    await expect.poll(() => useCarry.getState().carry?.from).toEqual({ stage: 'honeymoon', index: 0 });
    await expect.element(page.getByRole('link', { name: 'Spindle' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await heardAtOnce('Cancelled. Spindle is back in Immersion, place 1');
  });
});

test('a place that is gone because others left becomes the last one there is', async () => {
  await focus('Spindle');
  await userEvent.keyboard(' {ArrowRight}{ArrowDown}');
  await heard('Fading, place 3 of 3');
  server.deleteBehind('Fern');
  await expect.poll(() => useCarry.getState().carry?.to).toEqual({ stage: 'stagnation', index: 1 });
  await userEvent.keyboard(' ');
  await heard('Spindle is now in Fading, place 2 of 2. A reason can be added');
  expect(namesIn('Fading')).toEqual(['Grove', 'Spindle']);
});
