import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openOverlay, useNavigation } from '../../ui/navigation.ts';
import { answerBy, show } from '../../ui/testing.tsx';
import { clearToasts, useToasts } from '../../ui/toast.ts';
import { ImportDialog } from './import-dialog.tsx';

const sourceId = '00000000-0000-4000-8000-000000000007';
const alder = '00000000-0000-4000-8000-000000000001';
const none = { client: null, when: null, kind: null, people: null, title: null, body: null };
const counts = { toImport: 2, here: 1, skipped: 1, newClients: 1 };
const skipped = [{ name: 'Birch/photo.md', row: null, reason: 'not_text' }];
const preview = {
  counts,
  table: null,
  folders: null,
  clients: [
    { name: 'Alder', notes: 2, choice: { to: 'existing', clientId: alder } },
    { name: 'Birch', notes: 1, choice: { to: 'new', stage: 'acquaintance' } },
  ],
  samples: [
    {
      name: 'Birch/call.md',
      row: null,
      title: 'Call',
      client: 'Birch',
      kind: 'call',
      happenedAt: '2024-05-01T10:00:00.000Z',
      datedBy: 'file',
    },
  ],
  skipped,
};

const asked = vi.fn();
let answers: Record<string, unknown> = {};
let leave = () => {};

beforeEach(() => {
  asked.mockClear();
  clearToasts();
  answers = {
    'transfer.choose': { source: { sourceId, name: 'Old notes' } },
    'transfer.preview': preview,
    'transfer.progress': { progress: { done: 50, total: 200 } },
    'transfer.import': { revision: 2, isCancelled: false, counts, skipped },
    'transfer.cancel': {},
    'clients.names': { clients: [{ id: alder, name: 'Alder', stage: 'stable' }] },
    'safety.undo': { revision: 3, commandName: 'transfer.import', targetId: sourceId },
  };
  answerBy(async (name, input) => {
    asked(name, input);
    const value = await answers[name];
    // A note was written meanwhile: the import has two entries.
    const isThird = asked.mock.calls.filter(([each]) => each === 'safety.undo').length === 3;
    if (name === 'safety.undo' && isThird) return { ok: false, code: 'undo_done', message: '' };
    return value === null ? { ok: false, code: 'source_unreadable', message: '' } : { ok: true, value };
  });
  openOverlay({ name: 'import-notes' });
  leave = show(<ImportDialog />);
});
afterEach(() => leave());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const lastPreview = () => asked.mock.calls.findLast(([name]) => name === 'transfer.preview')?.[1];

async function openPreview(): Promise<void> {
  await button(/^A folder of/).click();
  await expect.element(page.getByRole('dialog', { name: 'Old notes' })).toBeVisible();
}

test('what would come in is seen, and its clients are chosen, before anything is written', async () => {
  await openPreview();
  for (const text of ['2 notes to import', '1 new client', '1 note is here already', '1 client is found by name'])
    await expect.element(page.getByText(text, { exact: true })).toBeVisible();
  await expect
    .element(page.getByRole('table', { name: 'The first notes' }).getByText('time of the file'))
    .toBeVisible();
  await button(/Birch/).click();
  await page.getByRole('option', { name: 'Alder' }).click();
  await expect
    .poll(lastPreview)
    .toEqual({ sourceId, clients: [{ name: 'Birch', choice: { to: 'existing', clientId: alder } }] });
  expect(asked.mock.calls.map(([name]) => name)).not.toContain('transfer.import');
});

test('new clients begin where it is chosen', async () => {
  await openPreview();
  await button(/Where new clients begin/).click();
  await page.getByRole('option', { name: 'Steady' }).click();
  await expect
    .poll(lastPreview)
    .toEqual({ sourceId, clients: [{ name: 'Birch', choice: { to: 'new', stage: 'stable' } }] });
});

test('after the import its numbers, what was left out and the way back are there', async () => {
  await openPreview();
  await button('Import 2 notes').click();
  await expect.element(page.getByRole('dialog', { name: '2 notes imported' })).toBeVisible();
  await expect.element(page.getByText('Birch/photo.md')).toBeVisible();
  await expect.element(page.getByText('not a text')).toBeVisible();
  await button('Undo the import').click();
  const inputsOf = (call: string) => asked.mock.calls.flatMap(([name, input]) => (name === call ? [input] : []));
  await expect.poll(() => inputsOf('safety.undo')).toHaveLength(3);
  const [imported] = inputsOf('transfer.import');
  for (const { targetId } of inputsOf('safety.undo')) expect(targetId).toBe(imported?.commandId);
  await expect.poll(() => useToasts.getState().shown?.text).toBe('Undone: import of notes');
  expect(useNavigation.getState().overlay).toBeNull();
});

test('while it runs it says how far it is and can be cancelled', async () => {
  const running = Promise.withResolvers<unknown>();
  answers['transfer.import'] = running.promise;
  await openPreview();
  await button('Import 2 notes').click();
  await expect
    .element(page.getByRole('progressbar', { name: 'Importing the notes' }))
    .toHaveAttribute('aria-valuenow', '25');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => asked.mock.calls.map(([name]) => name)).toContain('transfer.cancel');
  running.resolve({ revision: 2, isCancelled: true, counts, skipped });
  await expect.element(button('Import 2 notes')).toBeVisible();
  expect(useToasts.getState().shown?.text).toBe('Cancelled. Nothing was imported.');
});

test('the import does not begin with what was said of the reading', async () => {
  const read = Promise.withResolvers<unknown>();
  answers['transfer.preview'] = read.promise;
  await button(/^A folder of/).click();
  const bar = (name: string) => page.getByRole('progressbar', { name });
  await expect.element(bar('Reading the notes')).toHaveAttribute('aria-valuenow', '25');
  answers['transfer.progress'] = new Promise(() => {});
  answers['transfer.import'] = new Promise(() => {});
  read.resolve(preview);
  await button('Import 2 notes').click();
  await expect.element(bar('Importing the notes')).toBeVisible();
  await expect.element(bar('Importing the notes')).not.toHaveAttribute('aria-valuenow');
});

test('which folder names the client is chosen where there are several, one in another', async () => {
  const levels = [['Clients'], ['Alder', 'Birch', 'Cedar', 'Dogwood']];
  answers['transfer.preview'] = { ...preview, folders: { levels, clientFolder: 2 } };
  await openPreview();
  const choice = button(/Folder that names the client/);
  await expect.element(choice).toMatchTextContent('Level 2: Alder, Birch, Cedar…');
  await choice.click();
  await page.getByRole('option', { name: 'Level 1: Clients' }).click();
  await expect.poll(lastPreview).toEqual({ sourceId, clientFolder: 1, clients: [] });
  await choice.click();
  await page.getByRole('option', { name: 'The innermost one' }).click();
  await expect.poll(lastPreview).toEqual({ sourceId, clientFolder: 'innermost', clients: [] });
});

test('one folder for each client leaves nothing to choose', async () => {
  answers['transfer.preview'] = { ...preview, folders: { levels: [['Alder', 'Birch']], clientFolder: 1 } };
  await openPreview();
  await expect.element(page.getByText('2 notes to import', { exact: true })).toBeVisible();
  await expect.element(button(/Folder that names the client/)).not.toBeInTheDocument();
});

test('columns of a table are chosen', async () => {
  answers['transfer.preview'] = {
    ...preview,
    table: { header: ['Who', 'Words'], columns: { ...none, client: 'Who' } },
  };
  await button(/^A table in CSV/).click();
  await expect.element(page.getByText('Choose the column with the text of the notes.')).toBeVisible();
  await button(/Text/).click();
  await page.getByRole('option', { name: 'Words' }).click();
  await expect.poll(lastPreview).toEqual({ sourceId, columns: { ...none, client: 'Who', body: 'Words' }, clients: [] });
});

test('a dialog that was closed changes nothing, and what cannot be read is said', async () => {
  answers['transfer.choose'] = { source: null };
  await button(/^A folder of/).click();
  await expect.element(page.getByRole('dialog', { name: 'Import notes' })).toBeVisible();
  answers['transfer.choose'] = { source: { sourceId, name: 'x.csv' } };
  answers['transfer.preview'] = null;
  await button(/^A table in CSV/).click();
  await expect.poll(() => useToasts.getState().shown?.text).toContain('not a table');
  await expect.element(page.getByRole('dialog', { name: 'Import notes' })).toBeVisible();
});

test('a folder without notes says so, and nothing can be imported', async () => {
  const nothing = { toImport: 0, here: 0, skipped: 0, newClients: 0 };
  answers['transfer.preview'] = { ...preview, counts: nothing, clients: [], samples: [], skipped: [] };
  await openPreview();
  await expect.element(page.getByText('There is no Markdown or text file in this folder.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
});
