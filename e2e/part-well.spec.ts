import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from './app.ts';
import { BoardPage } from './board-page.ts';
import { ClientPage } from './client-page.ts';
import { HandoffPage } from './handoff-page.ts';
import { openHandoff, setTheScene, spindle, startHandoff } from './parting-scene.ts';

test('dropping a client on the ended shelf asks how to part, and starts a month', async ({ app }) => {
  await setTheScene(app, 'en');
  const { page } = app;
  const board = new BoardPage(page);
  await board.pickUp(spindle);
  await board.carryToShelf();
  await board.letGo();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading')).toHaveText(`Parting with ${spindle}?`);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await board.expectOrder('Fading', [spindle]);

  await board.heading(spindle).focus();
  await page.keyboard.press('m');
  await page.getByRole('menuitem', { name: 'End the work…' }).click();
  await dialog.getByRole('radio', { name: /^End without a handoff/ }).check({ force: true });
  await dialog.getByRole('button', { name: 'End', exact: true }).click();
  await expect(dialog.getByText('Choose a reason or write it in a few words')).toBeVisible();
  await dialog.getByRole('radio', { name: /^Start a one-month handoff/ }).check({ force: true });
  await dialog.getByRole('button', { name: 'Budget' }).click();
  await dialog.getByRole('textbox').fill('We talked in person');
  await dialog.getByRole('button', { name: 'Start handoff' }).click();
  await expect(board.card(spindle)).toContainText('0 of');
  await page
    .getByRole('group', { name: `${spindle}: the handoff has begun` })
    .getByRole('button', { name: 'Open the handoff' })
    .click();
  await new HandoffPage(page, 'en').expectHeading(`Handoff: ${spindle}`);
});

test('a step is done when something shows it', async ({ app }) => {
  await startHandoff(app, 'en');
  const handoff = await openHandoff(app, 'en');
  const title = 'Write down why we part';
  await handoff.step(title).press('Space');
  await app.page.getByRole('button', { name: 'Done', exact: true }).click();
  await expect(app.page.getByText('Write what shows that this is done')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(handoff.step(title)).not.toBeChecked();
  await handoff.prove(title, 'sentence agreed on Monday');
  await expect(app.page.getByText(/^1 of \d+ done$/)).toBeVisible();
  await app.restart();
  const again = await openHandoff(app, 'en');
  await again.unfold('Collect');
  await expect(again.step(title)).toBeChecked();
});

test('a letter that is being written is saved when the window closes', async ({ app }) => {
  await startHandoff(app, 'en');
  await openHandoff(app, 'en');
  await app.page.getByRole('button', { name: 'Letter on the cover' }).click();
  await app.page.getByRole('textbox', { name: 'Letter on the cover' }).fill('Dear all');
  await app.restart();
  await openHandoff(app, 'en');
  await expect(app.page.getByRole('button', { name: 'Letter on the cover: Dear all' })).toBeVisible();
});

test('a secret stops the export until it is taken out or cleared with a reason', async ({ app }) => {
  const handoffId = await startHandoff(app, 'en');
  await app.call('handoff.addAsset', {
    commandId: randomUUID(),
    handoffId,
    name: 'Hosting',
    whereKept: 'password: Tr0ub4dor&3x',
    heldBy: '',
    goesTo: 'client',
  });
  const handoff = await openHandoff(app, 'en');
  await handoff.exportButton.click();
  const { page } = app;
  const dialog = page.getByRole('dialog', { name: 'This looks like passwords or keys' });
  await expect(dialog).toBeVisible();
  await expect(dialog).not.toContainText('Tr0ub4dor&3x');
  await dialog.getByRole('button', { name: 'Not a secret…' }).click();
  await dialog.getByRole('textbox', { name: 'Why it is no secret' }).fill('an example from the manual');
  await dialog.getByRole('button', { name: 'Not a secret', exact: true }).click();
  const file = app.answerSaveDialog('cleared.pdf');
  await page.getByRole('button', { name: 'Save the document' }).click();
  await handoff.expectToast('Saved: cleared.pdf');
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a closed dialog and a folder that is gone leave everything as it was', async ({ app }) => {
  const handoffId = await startHandoff(app, 'en');
  const handoff = await openHandoff(app, 'en');
  app.dismissDialog();
  await handoff.exportButton.click();
  await expect(handoff.exportButton).toBeEnabled();
  app.answerSaveDialog('no-such-folder/x.pdf');
  await handoff.exportButton.click();
  await handoff.expectToast('This folder is not there any more.');
  expect(readdirSync(app.exportFolder)).toEqual([]);
  expect((await app.call('handoff.open', { handoffId })).page.issued).toEqual([]);
});

test('closing says what is open, moves the client to ended, and they can come back', async ({ app }) => {
  await startHandoff(app, 'en');
  const handoff = await openHandoff(app, 'en');
  const dialog = await handoff.finish();
  await expect(dialog.getByRole('region', { name: 'Open items' })).toContainText('Write down why we part');
  const accesses = dialog.getByRole('region', { name: 'Our accesses are not revoked' });
  await expect(accesses).toContainText('Обмен с 1С');
  await expect(dialog.getByRole('button', { name: 'Close and move to the archive' })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Revoked: Обмен с 1С' }).click();
  await expect(accesses).toContainText('All of them are shut now');
  await handoff.closeAnyway();
  await expect(app.page.getByText('Closed', { exact: true })).toBeVisible();
  const { cards } = await app.call('board.load', {});
  expect(cards.map(({ stage }) => stage)).toEqual(['ended']);
  const back = app.page.getByRole('region', { name: 'Retrospective' });
  await expect(back).toContainText(/Nothing shows \d+\smandatory steps/);
  await back.getByText('perhaps').click();

  await app.page.getByRole('button', { name: /^Archive/ }).click();
  const row = app.page.getByRole('listitem').filter({ hasText: spindle });
  await expect(row).toContainText('Budget. нужна тишина');
  await expect(row).toContainText('the promise of a month was not kept');
  await expect(row).toContainText('might come back');
  await app.page.getByRole('searchbox').fill('nothing like it');
  await expect(row).toBeHidden();
  await app.page.getByRole('searchbox').fill('ТИШИНА');
  await row.getByRole('button', { name: `${spindle}: they came back` }).click();
  await app.page.getByRole('button', { name: /^Board/ }).click();
  await new BoardPage(app.page).expectOrder('Acquaintance', [spindle]);

  // A new stretch of work begins; all that was before is still there.
  const client = new ClientPage(app.page);
  await client.open(spindle);
  await expect(client.history()).toContainText('Ended became Acquaintance');
  await expect(client.history()).toContainText('Fading became Ended');
  await app.page.getByRole('tab', { name: 'Work' }).click();
  const work = app.page.getByRole('tabpanel').getByRole('region', { name: 'Engagements' });
  await expect(work.getByRole('listitem')).toHaveCount(2);
  await expect(work.getByText('Budget. нужна тишина')).toBeVisible();
});

test('a handoff that is called off says why, and the client stays in its column', async ({ app }) => {
  await startHandoff(app, 'en');
  await openHandoff(app, 'en');
  const { page } = app;
  await page.getByRole('button', { name: 'More about the handoff' }).click();
  await page.getByRole('menuitem', { name: 'Cancel the handoff…' }).click();
  await page.getByRole('textbox', { name: 'Why' }).fill('They found a budget');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the handoff' }).click();
  await expect(page.getByText('Cancelled: They found a budget')).toBeVisible();
  const { cards } = await app.call('board.load', {});
  expect(cards).toMatchObject([{ stage: 'stagnation', handoff: null }]);
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Finish the handoff' })).toBeVisible();
});
