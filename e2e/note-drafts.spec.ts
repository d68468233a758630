import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { addAlder } from './alder.ts';
import { expect, test } from './app.ts';
import { ClientPage } from './client-page.ts';
import type { Program } from './program.ts';

/** The note as a second hand writes it while it is open in the editor. */
async function writeElsewhere(app: Program, clientId: string, body: string): Promise<void> {
  const { page: client } = await app.call('clients.open', { clientId });
  const { note } = await app.call('notes.open', { noteId: client.draftNoteId ?? '' });
  await app.call('notes.write', {
    commandId: crypto.randomUUID(),
    noteId: note.id,
    clientId,
    kind: 'meeting',
    happenedAt: note.happenedAt,
    initiatedBy: note.initiatedBy,
    attendees: note.attendees,
    body,
    finished: false,
  });
}

/** Types in the composer and writes elsewhere before the pause after the last key is over. */
async function meet(app: Program, clientId: string): Promise<ClientPage> {
  const client = new ClientPage(app.page);
  await client.open('Alder');
  await client.beginNote();
  await client.type('We spoke of the dates');
  await client.untilSaved();
  // Held down, the key leaves no pause in which the editor would take the other text over.
  const typing = client.type(', and of the budget of next year, and of the team, and of the range');
  await writeElsewhere(app, clientId, 'We spoke of the money');
  await typing;
  return client;
}

async function beginQuickNote(app: Program): Promise<void> {
  await expect(app.page.getByRole('heading', { level: 1, name: 'Board' })).toBeVisible();
  await app.page.keyboard.press('n');
}

const question = (app: Program) => app.page.getByRole('alert').filter({ hasText: 'changed elsewhere' });

test('two texts of one draft: both are shown, mine is kept with its kind over a kill, and stays when it is chosen', async ({
  app,
}) => {
  const clientId = await addAlder(app, 'stable');
  await meet(app, clientId);
  await expect(question(app)).toBeVisible();
  await app.page.getByRole('button', { name: 'Look at the difference' }).click();
  const difference = app.page.getByRole('region', { name: 'The difference' });
  await expect(difference.getByRole('insertion').first()).toBeVisible();
  await expect(difference.getByRole('deletion').first()).toContainText('money');
  await expect(app.page.getByRole('dialog', { name: 'Two texts of one note' })).toBeFocused();
  await app.page.keyboard.press('Escape');
  await expect(difference).toBeHidden();
  await app.page.keyboard.press('Alt+Digit3');
  await app.page.getByRole('button', { name: /^Who was there/ }).click();
  await app.page.getByRole('radio', { name: 'Client' }).click();
  await app.page.keyboard.press('Escape');
  await app.page.waitForTimeout(1000);
  await app.kill();

  await app.start();
  const again = new ClientPage(app.page);
  await again.open('Alder');
  await expect(question(app)).toBeVisible();
  await expect(again.text()).toContainText('of the range');
  await app.page.getByRole('button', { name: 'Look at the difference' }).click();
  await expect(app.page.getByRole('definition').first()).toHaveText(/^Email · .* · started by the client$/);
  await expect(app.page.getByRole('definition').last()).toHaveText(/^Meeting · [^·]* · [^·]*$/);
  await app.page.getByRole('dialog').getByRole('button', { name: 'Keep mine' }).click();
  await again.untilSaved();
  const { page: stands } = await app.call('clients.open', { clientId });
  const { note } = await app.call('notes.open', { noteId: stands.draftNoteId ?? '' });
  expect(note).toMatchObject({ kind: 'letter', initiatedBy: 'client', kept: null });
  await again.finish();
  await expect(again.history()).toContainText('of the range');
});

test('two texts of one draft: the other is taken, and Ctrl Z brings mine back', async ({ app }) => {
  const clientId = await addAlder(app, 'stable');
  const client = await meet(app, clientId);
  await expect(question(app)).toBeVisible();
  await app.page.getByRole('button', { name: 'Take the other' }).click();
  await expect(client.text()).toHaveText('We spoke of the money');
  await expect(question(app)).toBeHidden();
  await client.text().click();
  await app.page.keyboard.press('Control+z');
  await expect(client.text()).toContainText('of the range');
  await client.untilSaved();
});

test('a quick note comes back with a word after kill −9, and is discarded with a way back', async ({ app }) => {
  await addAlder(app, 'stable');
  const client = new ClientPage(app.page);
  await client.open('Alder');
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('n');
  await expect(client.text()).toBeFocused();
  await client.type('A word at the door');
  await expect(client.text()).toHaveText('A word at the door');
  await expect(client.status(/^Draft saved at/)).toBeVisible();
  await app.kill();

  await app.start();
  const again = new ClientPage(app.page);
  await again.open('Alder');
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('n');
  await expect(again.status(/^Brought back the draft of \d\d:\d\d$/)).toBeVisible();
  await expect(again.text()).toHaveText('A word at the door');
  await app.page.getByRole('button', { name: 'Discard the draft' }).click();
  await expect(again.toast('The draft is in the trash')).toBeVisible();
  await expect(again.text()).not.toContainText('A word at the door');
  await expect(app.page.getByRole('dialog', { name: 'Quick note' })).toBeVisible();
  await app.page.keyboard.press('Escape');
  await again.open('Alder');
  await expect(app.page.getByRole('button', { name: 'Write down a meeting, a call or a letter' })).toBeVisible();
});

test('words for no client yet come back after kill −9, and go to the client that is chosen', async ({ app }) => {
  await addAlder(app, 'stable');
  await beginQuickNote(app);
  const client = new ClientPage(app.page);
  await expect(client.text()).toBeFocused();
  await client.type('Whose is it');
  await expect(client.status('Kept on this computer')).toBeVisible();
  await app.kill();

  await app.start();
  await beginQuickNote(app);
  const again = new ClientPage(app.page);
  await expect(again.text()).toHaveText('Whose is it');
  await expect(again.status(/Brought back/)).toBeVisible();
  await app.page.getByRole('button', { name: 'Client: Choose a client' }).click();
  await app.page.getByRole('option', { name: 'Alder' }).click();
  await expect(again.status(/^Draft saved at/)).toBeVisible();
  await app.page.keyboard.press('Control+Enter');
  await expect(again.toast('Note saved: Alder')).toBeVisible();
  await app.restart();
  await beginQuickNote(app);
  await expect(new ClientPage(app.page).text()).not.toContainText('Whose is it');
});

test('a save that is refused keeps the text, says why, and offers to copy it and to try again', async ({ app }) => {
  await addAlder(app, 'stable');
  const client = new ClientPage(app.page);
  await client.open('Alder');
  await client.beginNote();
  await client.type('Precious');
  await client.untilSaved();
  // Another hand holds the file and does not let go.
  const other = new DatabaseSync(path.join(app.dataFolder, 'rapport.db'));
  other.exec('begin immediate');
  await client.type(' words');
  const problem = app.page.getByRole('alert').filter({ hasText: 'already open' });
  await expect(problem).toBeVisible();
  await expect(client.text()).toHaveText('Precious words');
  await app.page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(client.toast('The text is in the clipboard')).toBeVisible();
  await app.page.getByRole('button', { name: 'Try again' }).click();
  other.exec('rollback');
  other.close();
  await client.untilSaved();
  await app.kill();

  await app.start();
  const again = new ClientPage(app.page);
  await again.open('Alder');
  await expect(again.text()).toHaveText('Precious words');
});

test('an edit of a note that kill −9 broke off is there again with a word, and is discarded with a way back', async ({
  app,
}) => {
  await addAlder(app, 'stable');
  const client = new ClientPage(app.page);
  await client.open('Alder');
  await client.beginNote();
  await client.type('Agreed', 'Prototype in May');
  await client.finish();
  await client.head('Agreed').press('e');
  await expect(client.text()).toBeFocused();
  await app.page.keyboard.press('Control+End');
  await client.type(', or later');
  await client.untilSaved();
  await app.kill();

  await app.start();
  const again = new ClientPage(app.page);
  await again.open('Alder');
  await expect(again.status(/^Brought back what you changed at \d\d:\d\d$/)).toBeVisible();
  await expect(again.text()).toContainText('Prototype in May, or later');
  await app.page.getByRole('button', { name: 'Discard the change' }).click();
  await expect(again.toast('The note says again what it said before')).toBeVisible();
  await expect(again.note('Agreed')).toContainText('Prototype in May');
  await expect(again.note('Agreed')).not.toContainText('or later');
  await again.toast('The note says again').getByRole('button', { name: 'Redo' }).click();
  await expect(again.note('Agreed')).toContainText('or later');
  await app.restart();
  const quiet = new ClientPage(app.page);
  await quiet.open('Alder');
  await expect(quiet.note('Agreed')).toContainText('or later');
  await expect(quiet.text()).toBeHidden();
});
