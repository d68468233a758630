import { afterEach, expect, test } from 'vitest';
import { cardOf, drag, heardAtOnce, takeUp, upperHalfOf, leaveBoard, namesIn, openBoard } from './board-in-test.tsx';
import { useCarry } from './carry-store.ts';

afterEach(leaveBoard);

const copies = () => document.querySelectorAll('body > [inert]').length;

test('a card that is given up with Esc goes back, and so says the live region', async () => {
  const server = await openBoard('en');
  const hand = await takeUp('Spindle');
  await hand.carryTo(upperHalfOf('Fern'));
  hand.giveUp();
  await heardAtOnce('Cancelled. Spindle is back in Steady, place 2');
  expect(namesIn('Steady')).toEqual(['Мебельный дом «Ольха»', 'Spindle']);
  expect(useCarry.getState().carry).toBeNull();
  expect(server.sent).toEqual([]);
  await expect.poll(copies).toBe(0);
});

test('a drag whose end nobody told is over as soon as the pointer moves without its button', async () => {
  await openBoard('en');
  await (await takeUp('Spindle')).carryTo(upperHalfOf('Fern'));
  expect(useCarry.getState().carry).not.toBeNull();
  window.dispatchEvent(new PointerEvent('pointermove', { buttons: 1 }));
  expect(useCarry.getState().carry).not.toBeNull();
  window.dispatchEvent(new PointerEvent('pointermove', { buttons: 0 }));
  expect(useCarry.getState().carry).toBeNull();
  await expect.poll(copies).toBe(0);
  await drag('Spindle', 'Grove');
  await expect.poll(() => namesIn('Fading')).toEqual(['Fern', 'Spindle', 'Grove']);
});

test('a card that leaves the window is over no column, until it comes back', async () => {
  await openBoard('en');
  const hand = await takeUp('Spindle');
  await hand.carryTo(upperHalfOf('Fern'));
  expect(useCarry.getState().carry?.to?.stage).toBe('stagnation');
  document.body.lastElementChild?.dispatchEvent(new DragEvent('dragleave', { bubbles: true }));
  expect(useCarry.getState().carry?.to).toBeNull();
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  expect(useCarry.getState().carry?.to).toBeNull();
  hand.giveUp();
  expect(useCarry.getState().carry).toBeNull();
});

test('a drag that ends before it has begun leaves nothing behind', async () => {
  await openBoard('en');
  const card = cardOf('Spindle');
  const dataTransfer = new DataTransfer();
  for (const type of ['dragstart', 'dragend']) {
    card.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
  }
  await expect.poll(copies).toBe(0);
  expect(useCarry.getState().carry).toBeNull();
});

test('nothing is dragged by a button of a card', async () => {
  await openBoard('en');
  const button = cardOf('Spindle').querySelector('button');
  const { left = 0, top = 0 } = button?.getBoundingClientRect() ?? {};
  const start = new DragEvent('dragstart', {
    bubbles: true,
    cancelable: true,
    clientX: left + 4,
    clientY: top + 4,
    dataTransfer: new DataTransfer(),
  });
  cardOf('Spindle').dispatchEvent(start);
  expect(start.defaultPrevented).toBe(true);
  expect(copies()).toBe(0);
});
