import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  aimedAt,
  cardOf,
  dropLineIn,
  focus,
  footOf,
  leaveBoard,
  openBoard,
  shownAtTheFoot,
  takeUp,
  upperHalfOf,
} from './board-in-test.tsx';
import { changeView } from './view-store.ts';

afterEach(leaveBoard);

function edges(name: string): DOMRect {
  return cardOf(name).getBoundingClientRect();
}

describe('while a card is carried by the pointer', () => {
  test('the line lies in the gap where it would land, and the column and the bar promise the place', async () => {
    await openBoard('en');
    const hand = await takeUp('Spindle');
    await hand.carryTo(upperHalfOf('Grove'));
    expect(dropLineIn('Fading')).toBeGreaterThanOrEqual(edges('Fern').bottom);
    expect(dropLineIn('Fading')).toBeLessThanOrEqual(edges('Grove').top);
    expect(dropLineIn('Steady')).toBeNull();
    expect(aimedAt()).toEqual(['stagnation']);
    await shownAtTheFoot('Spindle: move to Fading, place 2 of 3');
    await hand.carryTo(footOf('Immersion'));
    expect([dropLineIn('Fading'), dropLineIn('Immersion')]).toEqual([null, expect.any(Number)]);
    expect(aimedAt()).toEqual(['honeymoon']);
    await shownAtTheFoot('Spindle: move to Immersion, place 1 of 1');
    hand.giveUp();
    expect(aimedAt()).toEqual([]);
    await expect.element(page.getByText('Esc cancels')).not.toBeInTheDocument();
  });

  test('there is no line where the drop would change nothing, and no promise beside the columns', async () => {
    await openBoard('en');
    const hand = await takeUp('Spindle');
    await hand.carryTo(upperHalfOf('Мебельный дом «Ольха»'));
    expect(dropLineIn('Steady')).not.toBeNull();
    await hand.carryTo(footOf('Steady'));
    expect(dropLineIn('Steady')).toBeNull();
    expect(aimedAt()).toEqual(['stable']);
    await hand.carryTo({ x: 700, y: 4 });
    expect(aimedAt()).toEqual([]);
    await expect.element(page.getByText('Esc cancels')).not.toBeInTheDocument();
    hand.giveUp();
  });

  test('the shelf says that it will be asked how to part', async () => {
    await openBoard('ru');
    const hand = await takeUp('Spindle');
    const shelf = page
      .getByRole('button', { name: /открыть архив/ })
      .element()
      .getBoundingClientRect();
    await hand.carryTo({ x: shelf.left + 10, y: shelf.top + 200 });
    await shownAtTheFoot('Spindle: Завершённые, спросим, как вы расстаётесь');
    expect(aimedAt()).toEqual(['ended']);
    hand.giveUp();
  });
});

test('carried by keys, the same is shown; on a sorted board the sorting gives the place', async () => {
  await openBoard('en');
  await focus('Spindle');
  await userEvent.keyboard(' {ArrowRight}');
  expect(aimedAt()).toEqual(['stagnation']);
  expect(dropLineIn('Fading')).toBeLessThanOrEqual(edges('Grove').top);
  await shownAtTheFoot('Spindle: move to Fading, place 2 of 3');
  await userEvent.keyboard('{Escape}');
  changeView({ sorting: 'tenure' });
  await focus('Spindle');
  await userEvent.keyboard(' {ArrowRight}');
  await shownAtTheFoot('Spindle: move to Fading, the sorting gives the place');
  await userEvent.keyboard('{Escape}');
  const hand = await takeUp('Spindle');
  await hand.carryTo(upperHalfOf('Мебельный дом «Ольха»'));
  await shownAtTheFoot('Spindle: Steady, the sorting gives the place');
  expect(dropLineIn('Steady')).toBeNull();
  hand.giveUp();
});
