import { randomUUID } from 'node:crypto';
import type { Locator } from '@playwright/test';
import { expect, test } from './app.ts';
import { openAttention } from './attention-page.ts';
import { BoardPage } from './board-page.ts';
import { dayFromNow } from './days.ts';
import type { Program } from './program.ts';
import { writeNote } from './write-note.ts';

const command = () => ({ commandId: randomUUID() });

/** Last met three weeks ago. */
async function quietClient(app: Program, name: string): Promise<void> {
  await app.call('settings.finishFirstRun', {
    ...command(),
    agencyName: 'Quarta Bureau',
    partners: ['Vera L.'],
    language: 'en',
  });
  const { card } = await app.call('board.createClient', {
    ...command(),
    name,
    stage: 'stable',
    sinceOn: dayFromNow(-400),
  });
  await writeNote(app, {
    clientId: card.id,
    happenedAt: `${dayFromNow(-21)}T09:00:00.000Z`,
    body: 'A short call',
  });
}

async function openStages({ page }: Program): Promise<void> {
  await page.keyboard.press('Control+Comma');
  await page.getByRole('button', { name: 'Stages and signals' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Stages and signals' })).toBeVisible();
}

/** In a field that is changed where it stands. */
async function write(field: Locator, text: string): Promise<void> {
  await field.click();
  await field.page().keyboard.type(text);
  await field.page().keyboard.press('Enter');
}

const stage = ({ page }: Program, label: string) => page.getByRole('listitem', { name: label, exact: true });

test('a stage is called as the partners call it, on the board and on the client’s page, also after a restart', async ({
  app,
}) => {
  await quietClient(app, 'Alder Furniture');
  await openStages(app);
  await write(stage(app, 'Steady').getByRole('button', { name: 'Name of the stage: Steady' }), 'Favourites');
  await write(stage(app, 'Favourites').getByRole('button', { name: /^Hint under the name/ }), 'calm water');
  await expect(stage(app, 'Favourites').getByText('calm water')).toBeVisible();
  await app.restart();
  const board = new BoardPage(app.page);
  await board.expectOrder('Favourites', ['Alder Furniture']);
  await expect(board.column('Favourites').getByText('calm water')).toBeVisible();
  await board.heading('Alder Furniture').focus();
  await app.page.keyboard.press('Alt+Shift+ArrowRight');
  await app.page.keyboard.press('Alt+Shift+ArrowLeft');
  await board.expectHeard('Alder Furniture is now in Favourites, place 1 of 1');
  await board.heading('Alder Furniture').click();
  await expect(app.page.getByRole('button', { name: 'Stage: Favourites' })).toBeVisible();
  await expect(app.page.getByText('1 of 1 in Favourites')).toBeVisible();
  await openStages(app);
  await app.page.getByRole('button', { name: 'As it was: Favourites' }).click();
  await expect(stage(app, 'Steady')).toBeVisible();
  await app.page.getByRole('button', { name: /^Undo/ }).click();
  await expect(stage(app, 'Favourites').getByText('calm water')).toBeVisible();
});

test('how often one talks in a stage decides who waits in Attention', async ({ app }) => {
  await quietClient(app, 'Alder Furniture');
  const { page } = app;
  await openAttention(page);
  await expect(page.getByRole('region', { name: 'Keep an eye' })).toContainText('Alder Furniture');
  await openStages(app);
  const days = stage(app, 'Steady').getByRole('button', { name: /^Days between contacts/ });
  await write(days, '30');
  await expect(days).toHaveText('30');
  await openAttention(page);
  await expect(page.getByRole('heading', { name: 'All is calm' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('region', { name: 'Keep an eye' })).toContainText('Alder Furniture');
});

test('a signal that is offered first in a stage is the first one there', async ({ app }) => {
  await quietClient(app, 'Alder Furniture');
  await openStages(app);
  const row = stage(app, 'Steady');
  await row.getByRole('button', { name: /^Signals offered first/ }).click();
  await row.getByRole('button', { name: 'Add a signal' }).click();
  await app.page.getByRole('combobox', { name: 'Signal' }).fill('The owner does everything');
  await app.page.getByRole('option', { name: 'The owner does everything himself' }).click();
  await expect(row.getByRole('button', { name: /^The owner does everything himself/ })).toBeVisible();
  await app.page.getByRole('button', { name: 'Board' }).click();
  await new BoardPage(app.page).heading('Alder Furniture').click();
  await app.page.getByRole('button', { name: 'Mark a signal' }).click();
  await expect(app.page.getByRole('button', { name: 'The owner does everything himself' })).toBeVisible();
});
