import { randomUUID } from 'node:crypto';
import { expect, test } from './app.ts';
import { BoardPage } from './board-page.ts';
import { ClientPage } from './client-page.ts';
import type { Program } from './program.ts';

const last = 40;

/** Steady 1 to Steady 40, of which only some are drawn, and Fern in Fading. */
async function setTheScene(app: Program): Promise<BoardPage> {
  const setUp = { commandId: randomUUID(), agencyName: 'Quarta', partners: [], language: 'en' as const };
  await app.call('settings.finishFirstRun', setUp);
  for (let number = last; number > 0; number -= 1) {
    const name = `Steady ${number}`;
    await app.call('board.createClient', { commandId: randomUUID(), name, stage: 'stable' });
  }
  await app.call('board.createClient', { commandId: randomUUID(), name: 'Fern', stage: 'stagnation' });
  const board = new BoardPage(app.page);
  await expect(board.heading('Fern')).toBeVisible();
  await expect(board.column('Steady').getByRole('heading', { level: 2 })).toHaveText(`Steady ${last}`);
  return board;
}

test('a card lands by mouse in the middle of a long column that was scrolled', async ({ app }) => {
  const board = await setTheScene(app);
  await board.scroll('Steady', 20 * 140);
  await expect(board.heading('Steady 24')).toBeVisible();
  await board.bringToTheMiddle('Steady 24');
  await board.pickUp('Fern');
  await board.carryOver('Steady 24', 'upper');
  await expect(board.promise(`Fern: move to Steady, place 24 of ${last + 1}`)).toBeVisible();
  await board.letGo();
  await board.expectHeard(`Fern is now in Steady, place 24 of ${last + 1}`);
  await expect(board.heading('Fern')).toBeFocused();
  await board.expectInSight('Fern');
  // Heard when it was put down, written when the toast says so.
  await expect(board.toast('Fern is now in Steady')).toBeVisible();
  const { cards } = await app.call('board.load', {});
  const steady = cards.filter(({ stage }) => stage === 'stable').map(({ name }) => name);
  expect(steady.slice(22, 25)).toEqual(['Steady 23', 'Fern', 'Steady 24']);
});

test('Alt with arrows leads along the column from page to page, and Escape back to the last card', async ({ app }) => {
  const board = await setTheScene(app);
  const { keyboard } = app.page;
  const client = new ClientPage(app.page);
  await expect(board.card(`Steady ${last}`)).toHaveCount(0);
  await client.open('Steady 1');
  await expect(app.page.getByText(`1 of ${last} in Steady`)).toBeVisible();
  await keyboard.press('Alt+ArrowUp');
  await keyboard.press('Alt+ArrowDown');
  await expect(client.name('Steady 2')).toBeVisible();
  await expect(app.page.getByText(`2 of ${last} in Steady`)).toBeVisible();
  await keyboard.press('Alt+ArrowUp');
  await expect(client.name('Steady 1')).toBeVisible();
  for (let number = 2; number <= 30; number += 1) {
    await keyboard.press('Alt+ArrowDown');
    await expect(client.name(`Steady ${number}`)).toBeVisible();
  }
  await expect(app.page.getByText(`30 of ${last} in Steady`)).toBeVisible();
  await keyboard.press('Escape');
  await expect(board.heading('Steady 30')).toBeFocused();
  await board.expectInSight('Steady 30');
});
