import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { clearToasts, useToasts } from '../ui/toast.ts';
import { drag, focus, heard, heardAtOnce, leaveBoard, namesIn, openBoard } from './board-in-test.tsx';
import type { Server } from './testing.ts';

let server: Server;
afterEach(leaveBoard);

describe('a move', () => {
  test('is painted at once, and put back with the reason when it is refused', async () => {
    server = await openBoard('en');
    server.holdMoves = true;
    server.refuse = 'conflict';
    await focus('Spindle');
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}');
    await expect.poll(() => namesIn('Fading')).toEqual(['Spindle', 'Fern', 'Grove']);
    await expect.poll(() => server.sent.length).toBe(1);
    server.answerOne();
    await expect.poll(() => namesIn('Fading')).toEqual(['Fern', 'Grove']);
    expect(namesIn('Steady')).toEqual(['Мебельный дом «Ольха»', 'Spindle']);
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('This was changed in the meantime. Look at it again and repeat.');
    await expect.element(page.getByRole('link', { name: 'Spindle' })).toHaveFocus();
  });

  test('that is refused leaves the focus where the partner went meanwhile', async () => {
    server = await openBoard('en');
    server.holdMoves = true;
    server.refuse = 'conflict';
    await focus('Spindle');
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}');
    await expect.poll(() => server.sent.length).toBe(1);
    await focus('Grove');
    server.answerOne();
    await heardAtOnce('This was changed in the meantime. Look at it again and repeat.');
    await expect.poll(() => namesIn('Steady')).toEqual(['Мебельный дом «Ольха»', 'Spindle']);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await expect.element(page.getByRole('link', { name: 'Grove' })).toHaveFocus();
  });

  test('over a limit happens, and the toast says so in words', async () => {
    server = await openBoard('ru');
    server.overLimit = [{ limit: 'honeymoon', count: 3, allowed: 2 }];
    await focus('Spindle');
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowLeft}{/Shift}{/Alt}');
    await heard('«Spindle» теперь в «Погружении», место 1 из 1. Теперь там 3, а предел 2');
    await expect.element(page.getByRole('group').getByText('Теперь там 3, а предел 2')).toBeVisible();
    expect(namesIn('Погружение')).toEqual(['Spindle']);
  });

  test('is refused in the board’s own words when a handoff has just begun', async () => {
    server = await openBoard('en');
    server.refuse = 'handoff_running';
    await focus('Spindle');
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Not here: a handoff is running.');
    expect(namesIn('Steady')).toEqual(['Мебельный дом «Ольха»', 'Spindle']);
  });

  test('that is taken back elsewhere takes the focus along', async () => {
    server = await openBoard('en');
    await focus('Spindle');
    server.moveBehind('Spindle', 'honeymoon');
    await expect.poll(() => namesIn('Immersion')).toEqual(['Spindle']);
    await expect.element(page.getByRole('link', { name: 'Spindle' })).toHaveFocus();
    server.moveBehind('Fern', 'honeymoon');
    await expect.poll(() => namesIn('Immersion')).toHaveLength(2);
    await expect.element(page.getByRole('link', { name: 'Spindle' })).toHaveFocus();
  });

  test('by key is not left by a shortcut', async () => {
    server = await openBoard('en');
    await focus('Spindle');
    const reached: string[] = [];
    const note = ({ code }: KeyboardEvent) => reached.push(code);
    window.addEventListener('keydown', note);
    await userEvent.keyboard(' {ArrowRight}{Control>}z{/Control}');
    window.removeEventListener('keydown', note);
    expect(reached).toEqual([]);
    await userEvent.keyboard(' ');
    await expect.poll(() => namesIn('Fading')).toContain('Spindle');
  });

  test('to Fading keeps the typed reason when it is refused', async () => {
    server = await openBoard('en');
    await focus('Spindle');
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}');
    await page.getByRole('button', { name: 'Add a reason' }).click();
    const field = page.getByRole('textbox', { name: 'Why is Spindle in Fading?' });
    server.refuse = 'disk_full';
    await field.fill('No plan for the next year');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert').filter({ hasText: 'Your text is still here' })).toBeVisible();
    await expect.element(field).toHaveValue('No plan for the next year');
    server.refuse = null;
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.element(field).not.toBeInTheDocument();
    await heard('The reason is written down');
    await expect.element(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  });

  test('to Fading that is taken back elsewhere asks for no reason any more', async () => {
    server = await openBoard('en');
    await focus('Spindle');
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowRight}{/Shift}{/Alt}');
    await page.getByRole('button', { name: 'Add a reason' }).click();
    await expect.element(page.getByRole('form', { name: 'Reason of the move' })).toBeVisible();
    server.moveBehind('Spindle', 'stable');
    await expect.element(page.getByRole('form', { name: 'Reason of the move' })).not.toBeInTheDocument();
  });

  test('waits for the one before it', async () => {
    server = await openBoard('en');
    server.holdMoves = true;
    await focus('Spindle');
    await userEvent.keyboard('{Alt>}{Shift>}{ArrowRight}{ArrowRight}{/Shift}{/Alt}');
    await expect.poll(() => namesIn('Second wind')).toEqual(['Spindle']);
    expect(server.sent.map(({ input }) => input['stage'])).toEqual(['stagnation']);
    server.answerOne();
    await expect.poll(() => server.sent.map(({ input }) => input['stage'])).toEqual(['stagnation', 'reanimation']);
    server.answerOne();
    await expect.poll(() => namesIn('Second wind')).toEqual(['Spindle']);
  });

  test('by mouse lands in the gap nearest to the pointer', async () => {
    server = await openBoard('en');
    await drag('Spindle', 'Grove');
    await expect.poll(() => namesIn('Fading')).toEqual(['Fern', 'Spindle', 'Grove']);
    expect(server.sent).toMatchObject([{ name: 'board.moveClient', input: { stage: 'stagnation', after: 'Fern' } }]);
  });

  test('to the place it stands at is none', async () => {
    server = await openBoard('en');
    await focus('Spindle');
    await userEvent.keyboard(' {ArrowUp}{ArrowDown} ');
    await heard('Spindle is now in Steady, place 2 of 2');
    expect(server.sent).toEqual([]);
  });
});

test('a board that cannot be brought up to date says so once', async () => {
  server = await openBoard('en');
  server.refuseLoads = 'disk_error';
  server.moveBehind('Fern', 'honeymoon');
  await expect.element(page.getByText(/could not be brought up to date/).first()).toBeVisible();
  clearToasts();
  server.moveBehind('Fern', 'stable');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(useToasts.getState().shown).toBeNull();
  server.refuseLoads = null;
  server.moveBehind('Fern', 'reanimation');
  await expect.poll(() => namesIn('Second wind')).toEqual(['Fern']);
});
