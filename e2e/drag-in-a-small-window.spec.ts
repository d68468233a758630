import { randomUUID } from 'node:crypto';
import type { BoardStage } from '../shared/stage.ts';
import { expect, test } from './app.ts';
import { BoardPage } from './board-page.ts';
import type { Program } from './program.ts';

test.use({ program: { size: { width: 960, height: 640 } } });

/** Alder alone in Acquaintance; Steady 1 to Steady 12, more than the window shows. */
async function setTheScene(app: Program): Promise<BoardPage> {
  const setUp = { commandId: randomUUID(), agencyName: 'Quarta', partners: [], language: 'en' as const };
  await app.call('settings.finishFirstRun', setUp);
  const create = (name: string, stage: BoardStage) =>
    app.call('board.createClient', { commandId: randomUUID(), name, stage });
  for (let number = 12; number > 0; number -= 1) await create(`Steady ${number}`, 'stable');
  await create('Alder', 'acquaintance');
  const board = new BoardPage(app.page);
  await expect(board.heading('Steady 12')).toBeAttached();
  return board;
}

const upTo = (last: number) => Array.from({ length: last }, (_, index) => `Steady ${index + 1}`);

test('a client is dragged by mouse to the column beside it, with its promise before it lands', async ({ app }) => {
  const board = await setTheScene(app);
  await board.pickUp('Alder');
  await board.carryOver('Steady 2', 'upper');
  await expect(board.promise('Alder: move to Steady, place 2 of 13')).toBeVisible();
  await board.letGo();
  await board.expectOrder('Steady', ['Steady 1', 'Alder', ...upTo(12).slice(1)]);
  await expect(board.promise('Alder: move to Steady, place 2 of 13')).toBeHidden();
  await expect(board.heading('Alder')).toBeFocused();
});

test('at the right edge the board scrolls under the card, which lands in a column that was out of sight', async ({
  app,
}) => {
  const board = await setTheScene(app);
  await expect(board.column('Second wind')).not.toBeInViewport({ ratio: 1 });
  await board.pickUp('Alder');
  await board.carryToRightEdge();
  await expect(board.column('Acquaintance')).not.toBeInViewport({ ratio: 0.9 });
  await expect(board.promise('Alder: move to Second wind, place 1 of 1')).toBeVisible();
  await board.carryToFoot('Second wind');
  await board.letGo();
  await board.expectOrder('Second wind', ['Alder']);
  await board.expectHeard('Alder is now in Second wind, place 1 of 1');
  await board.expectInSight('Alder');
});

test('at the foot of a column it scrolls to its end, and the card lands there', async ({ app }) => {
  const board = await setTheScene(app);
  await board.pickUp('Steady 1');
  await board.carryToLowerEdge('Steady');
  await expect(board.promise('Steady 1: move to Steady, place 12 of 12')).toBeVisible();
  await board.expectInSight('Steady 12');
  await board.letGo();
  await board.expectOrder('Steady', [...upTo(12).slice(1), 'Steady 1']);
});

test('the card in the hand is tilted, unless no motion is wanted: then the board goes by steps', async ({ app }) => {
  const board = await setTheScene(app);
  await app.page.emulateMedia({ reducedMotion: 'no-preference' });
  await board.pickUp('Alder');
  await expect(board.copy()).toHaveCSS('rotate', '-1.2deg');
  await app.page.keyboard.press('Escape');
  await app.page.mouse.up();
  await expect(board.copy()).toHaveCount(0);

  await app.page.emulateMedia({ reducedMotion: 'reduce' });
  await board.pickUp('Alder');
  await expect(board.copy()).toHaveCSS('rotate', 'none');
  await board.carryToRightEdge();
  await expect(board.promise('Alder: move to Second wind, place 1 of 1')).toBeVisible();
  await board.letGo();
  await board.expectOrder('Second wind', ['Alder']);
  await expect(board.copy()).toHaveCount(0);
});
