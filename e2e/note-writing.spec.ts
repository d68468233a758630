import { addAlder } from './alder.ts';
import { expect, test } from './app.ts';
import { ClientPage } from './client-page.ts';
import { writeNote } from './write-note.ts';

test('a # marks a signal with its sentence; the history shows it with the note, over a restart', async ({ app }) => {
  await addAlder(app, 'stagnation');
  const { page } = app;
  const client = new ClientPage(page);
  await client.open('Alder');
  await client.beginNote();
  await page.keyboard.type('They were kind. Nobody speaks of next year #growth points');
  await page.keyboard.press('Enter');
  const composer = page.getByRole('group', { name: 'Signals of this note' });
  await expect(composer.getByRole('button', { name: /^Marked: Growth points are gone/ })).toBeVisible();
  await client.finish();
  const note = client.note('They were kind. Nobody speaks of next year');
  await expect(note).toContainText('Growth points are gone');
  await app.restart();
  const again = new ClientPage(app.page);
  await again.open('Alder');
  await expect(again.note('They were kind. Nobody speaks of next year')).toContainText('Growth points are gone');
  await expect(app.page.getByRole('button', { name: /^What was seen \(Growth points/ })).toContainText(
    'Nobody speaks of next year',
  );
});

test('a note of five megabytes is opened, gone on with and kept', async ({ app }) => {
  const clientId = await addAlder(app, 'stable');
  const body = `A very long talk\n${'They asked for the shop window again. '.repeat(50)}\n\n`.repeat(2700);
  const written = await writeNote(app, { clientId, body });
  const { page } = app;
  const client = new ClientPage(page);
  await client.open('Alder');
  await client.head('A very long talk').press('Enter');
  await expect(page.getByRole('button', { name: 'Show the whole note' })).toBeVisible();
  await client.head('A very long talk').press('e');
  await expect(client.text()).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('The last word');
  await client.finish();
  const { note: kept } = await app.call('notes.open', { noteId: written.id });
  expect(kept.body === `${body}The last word`).toBe(true);
});

test('earlier texts of a note say who wrote them and what changed, and come back with its tasks', async ({ app }) => {
  const clientId = await addAlder(app, 'stable');
  await writeNote(app, { clientId, body: 'The season\n\n[ ] Send the plan' });
  const { page } = app;
  const client = new ClientPage(page);
  await client.open('Alder');
  await client.head('The season').press('e');
  await expect(client.text()).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' until Friday');
  await client.finish();
  const note = client.note('The season');
  const day = client.section('Next step').getByRole('button', { name: /^By when \(Send the plan\)/ });
  await expect(day).toHaveText(/\d/);
  await client.head('The season').press('Enter');
  await expect(note).toContainText('until Friday');
  await page.getByRole('button', { name: 'More: The season' }).click();
  await page.getByRole('menuitem', { name: 'Versions' }).click();
  const dialog = page.getByRole('dialog', { name: 'Versions of the note' });
  const versions = dialog.getByRole('list', { name: 'Versions' }).getByRole('button');
  await expect(versions).toHaveText([/^.*\d\d:\d\d.*Vera Lunina · as it is now$/, /^.*\d\d:\d\d.*Vera Lunina$/]);
  const text = dialog.getByRole('region', { name: 'Text of the version' });
  await expect(text.getByRole('insertion')).toHaveText('until Friday');
  await versions.nth(1).press('Enter');
  await expect(text).toHaveText(/Send the plan$/);
  await dialog.getByRole('button', { name: 'Bring this text back' }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(note).not.toContainText('until Friday');
  await expect(day).not.toHaveText(/\d/);
  await page.keyboard.press('Control+z');
  await expect(note).toContainText('until Friday');
  await expect(day).toHaveText(/\d/);
});

test('the line that is being typed stays in sight', async ({ app }) => {
  await addAlder(app, 'stable');
  const { page } = app;
  const client = new ClientPage(page);
  await client.open('Alder');
  await client.beginNote();
  await page.keyboard.insertText('A line of the talk\n'.repeat(60));
  const isCursorSeen = () =>
    page.evaluate(() => {
      const line = getSelection()?.focusNode?.parentElement?.closest('.cm-line');
      const lines = line === null || line === undefined ? [] : [...line.getClientRects()];
      const bottom = Math.max(...lines.map((rect) => rect.bottom));
      return bottom > 0 && bottom <= innerHeight;
    });
  // One line after another, then one that grows by breaking within itself.
  await client.type('word', 'word', 'word');
  expect(await isCursorSeen()).toBe(true);
  await page.keyboard.type('and on and on without a break '.repeat(12));
  expect(await isCursorSeen()).toBe(true);
});
