import { v4 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestOf } from '../../../db/digest.ts';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { boardHandlers } from '../board.ts';
import { clientsHandlers } from '../clients.ts';
import { handoffHandlers } from '../handoff.ts';
import { notesHandlers } from '../notes.ts';
import { type TestContext, testContext } from '../testing.ts';

let context: TestContext;
let clientId: string;

beforeEach(async () => {
  context = testContext();
  const { card } = await boardHandlers(context)['board.createClient']({
    commandId: v4(),
    name: 'Ольха',
    stage: 'stable',
  });
  clientId = card.id;
});
afterEach(() => context.storage.remove());

const clients = () => clientsHandlers(context);
const command = () => ({ commandId: v4() });
const signals = () => clients()['clients.signals']({ clientId });
const assets = async () => (await clients()['clients.assets']({ clientId })).assets;
const openFlags = async () => (await clients()['clients.open']({ clientId })).page.card.openFlags;
const undo = () => context.storage.undo(v4());

const today = '2026-11-23';

async function mark(code: string, more: Partial<CallInput<'clients.markSignal'>> = {}) {
  await clients()['clients.markSignal']({
    ...command(),
    clientId,
    code,
    side: 'client',
    markedOn: today,
    evidence: 'Два письма без ответа',
    ...more,
  });
  const found = (await signals()).marks.find((each) => each.code === code);
  if (!found) throw new Error(`${code} is not marked`);
  return found;
}

test('a sign is marked, edited, ended, and each step is undone; the card counts open flags', async () => {
  const { id: markId } = await mark('S-QUIET');
  await mark('G-WEEKLY');
  expect(await openFlags()).toBe(1);
  await clients()['clients.editSignal']({ ...command(), markId, evidence: 'Три письма', side: 'both' });
  await clients()['clients.editSignal']({ ...command(), markId, markedOn: '2026-11-10' });
  const quiet = async () => (await signals()).marks.find(({ id }) => id === markId);
  expect(await quiet()).toEqual({
    id: markId,
    code: 'S-QUIET',
    side: 'both',
    markedOn: '2026-11-10',
    evidence: 'Три письма',
    noteId: null,
  });
  await clients()['clients.endSignal']({ ...command(), markId });
  expect(await quiet()).toBeUndefined();
  expect(await openFlags()).toBe(0);
  await undo();
  expect(await openFlags()).toBe(1);
  await undo();
  expect(await quiet()).toMatchObject({ markedOn: today, evidence: 'Три письма' });
  await clients()['clients.deleteSignal']({ ...command(), markId });
  expect(await quiet()).toBeUndefined();
  await undo();
  expect(await quiet()).toBeDefined();
});

test('a sign marked in a note belongs to it, and only to a note of this client', async () => {
  const { note } = await notesHandlers(context)['notes.write']({
    ...command(),
    noteId: null,
    clientId,
    kind: 'call',
    happenedAt: `${today}T08:00:00.000Z`,
    initiatedBy: null,
    body: 'Письма без ответа',
    attendees: [],
    finished: true,
  });
  expect(await mark('S-QUIET', { noteId: note.id })).toMatchObject({ noteId: note.id });
  expect((await signals()).stage).toBe('stable');
  const { entries } = await clients()['clients.timeline']({ clientId, filter: 'notes', before: null, limit: 5 });
  expect(entries).toMatchObject([{ type: 'note', signals: ['S-QUIET'], isCut: false }]);
  await expect(mark('G-WEEKLY', { noteId: v4() })).rejects.toMatchObject({ code: 'not_found' });
  await undo();
  expect((await signals()).marks).toEqual([]);
});

test('a sign that is no longer true may be marked anew, one that is true may not', async () => {
  const { id: markId } = await mark('S-QUIET');
  const before = digestOf(context.storage.file);
  await expect(mark('S-QUIET')).rejects.toMatchObject({ code: 'conflict' });
  expect(digestOf(context.storage.file)).toEqual(before);
  await clients()['clients.endSignal']({ ...command(), markId });
  expect((await mark('S-QUIET')).id).not.toBe(markId);
});

test('a sign that nobody knows, of a future day, or of no client is refused', async () => {
  await expect(mark('X-NONE')).rejects.toMatchObject({ code: 'bad_input', fields: { code: 'invalid_value' } });
  await expect(mark('S-QUIET', { markedOn: '2026-11-24' })).rejects.toMatchObject({
    code: 'bad_input',
    fields: { markedOn: 'too_big' },
  });
  await expect(mark('S-QUIET', { clientId: v4() })).rejects.toMatchObject({ code: 'not_found' });
  const { id: markId } = await mark('S-QUIET');
  const edit = clients()['clients.editSignal']({ ...command(), markId, markedOn: '2027-01-01' });
  await expect(edit).rejects.toMatchObject({ code: 'bad_input' });
});

test('a suggestion that was turned down is not made for eight weeks', async () => {
  const dismiss = () => clients()['clients.dismissSuggestion']({ ...command(), clientId, code: 'F-OWNER' });
  await dismiss();
  expect((await signals()).dismissed).toEqual(['F-OWNER']);
  context.clock.setNow('2027-01-17T08:00:00.000Z');
  expect((await signals()).dismissed).toEqual(['F-OWNER']);
  context.clock.setNow('2027-01-18T08:00:00.000Z');
  expect((await signals()).dismissed).toEqual([]);
  await dismiss();
  expect((await signals()).dismissed).toEqual(['F-OWNER']);
  expect(await context.storage.read.selectFrom('snooze').select('id').execute()).toHaveLength(1);
  await undo();
  expect((await signals()).dismissed).toEqual([]);
});

test('an account is added, edited field by field, deleted, and brought back', async () => {
  await clients()['clients.addAsset']({ ...command(), clientId, name: 'Домен', renewalOn: '2026-12-05' });
  await clients()['clients.addAsset']({ ...command(), clientId, name: 'Хостинг', owner: 'клиент' });
  const [domain] = await assets();
  expect(domain).toMatchObject({ name: 'Домен', owner: '', renewalOn: '2026-12-05', state: 'not_started' });
  const assetId = domain?.id ?? '';
  const edit = (fields: Partial<CallInput<'clients.editAsset'>>) =>
    clients()['clients.editAsset']({ ...command(), assetId, ...fields });
  await edit({ owner: 'клиент' });
  await edit({ admin: 'Вера' });
  await edit({ payer: 'Ольга' });
  await edit({ whereKept: 'сейф клиента' });
  await edit({ renewalOn: null });
  await edit({ name: 'Домен и DNS' });
  expect((await assets())[0]).toMatchObject({
    name: 'Домен и DNS',
    owner: 'клиент',
    admin: 'Вера',
    payer: 'Ольга',
    whereKept: 'сейф клиента',
    renewalOn: null,
  });
  await undo();
  await undo();
  expect((await assets())[0]).toMatchObject({ name: 'Домен', renewalOn: '2026-12-05' });
  await clients()['clients.deleteAsset']({ ...command(), assetId });
  expect((await assets()).map(({ name }) => name)).toEqual(['Хостинг']);
  await expect(edit({ owner: 'мы' })).rejects.toMatchObject({ code: 'not_found' });
  await undo();
  expect(await assets()).toHaveLength(2);
});

test('the handoff shows and changes the same rows, and leaves alone what it does not know', async () => {
  await clients()['clients.addAsset']({
    ...command(),
    clientId,
    name: 'Домен',
    admin: 'Вера',
    renewalOn: '2026-12-05',
  });
  const handoffs = handoffHandlers(context);
  const { handoffId } = await handoffs['handoff.end']({
    ...command(),
    clientId,
    choice: 'handoff',
    startOn: today,
    successor: 'contractor',
    extended: [],
    reasons: [],
    reasonText: '',
  });
  const running = { handoffId: handoffId ?? '' };
  const { page } = await handoffs['handoff.open'](running);
  expect(page.assets).toMatchObject([{ name: 'Домен', goesTo: 'client', heldBy: 'Вера' }]);
  const assetId = page.assets[0]?.id ?? '';
  await handoffs['handoff.editAsset']({ ...command(), ...running, assetId, heldBy: 'Ника', goesTo: 'successor' });
  expect(await assets()).toMatchObject([{ heldBy: 'Ника', admin: 'Вера', renewalOn: '2026-12-05' }]);
});

const lines = async (kind: string) =>
  (await clients()['clients.open']({ clientId })).page.dossier.filter((line) => line.kind === kind);

async function addLine(kind: 'decision' | 'watch', text: string, decidedOn?: string) {
  await clients()['clients.addDossierLine']({ ...command(), clientId, kind, text, decidedOn });
  const added = (await lines(kind)).at(-1);
  if (!added) throw new Error('no line was added');
  return added.id;
}

test('a decision has a day, which can be changed and taken away', async () => {
  const lineId = await addLine('decision', 'Остаёмся на 1С', '2025-03-12');
  const edit = (decidedOn: string | null) => clients()['clients.editDossierLine']({ ...command(), lineId, decidedOn });
  await edit('2025-03-14');
  expect(await lines('decision')).toEqual([
    { id: lineId, kind: 'decision', text: 'Остаёмся на 1С', decidedOn: '2025-03-14' },
  ]);
  await edit(null);
  expect((await lines('decision'))[0]?.decidedOn).toBeNull();
  await undo();
  expect((await lines('decision'))[0]?.decidedOn).toBe('2025-03-14');
});

test('lines move among those of their kind', async () => {
  const first = await addLine('watch', 'первая');
  const decision = await addLine('decision', 'между ними');
  const second = await addLine('watch', 'вторая');
  await addLine('watch', 'третья');
  const move = (lineId: string, after: string | null) =>
    clients()['clients.moveDossierLine']({ ...command(), lineId, after });
  const order = async () => (await lines('watch')).map(({ text }) => text);
  await move(second, null);
  expect(await order()).toEqual(['вторая', 'первая', 'третья']);
  await undo();
  expect(await order()).toEqual(['первая', 'вторая', 'третья']);
  await move(first, second);
  expect(await order()).toEqual(['вторая', 'первая', 'третья']);
  await expect(move(first, decision)).rejects.toMatchObject({ code: 'not_found' });
  await expect(move(v4(), null)).rejects.toMatchObject({ code: 'not_found' });
});

test('who left stays among the people with the day', async () => {
  const { page } = await clients()['clients.addContact']({ ...command(), clientId, name: 'Марина' });
  const contactId = page.contacts[0]?.id ?? '';
  const left = await clients()['clients.editContact']({ ...command(), contactId, leftOn: '2026-11-20' });
  expect(left.page.contacts).toMatchObject([{ name: 'Марина', leftOn: '2026-11-20' }]);
  await undo();
  expect((await clients()['clients.open']({ clientId })).page.contacts[0]?.leftOn).toBeNull();
});

test('a decision is of a day that has come', async () => {
  const tomorrow = '2026-11-24';
  const refusal = { code: 'bad_input', fields: { decidedOn: 'too_big' } };
  const line = { clientId, kind: 'decision', text: 'Переходим на подписку' } as const;
  const add = (decidedOn: string) => clients()['clients.addDossierLine']({ ...command(), ...line, decidedOn });
  await expect(add(tomorrow)).rejects.toMatchObject(refusal);
  const { page } = await add(today);
  const edit = { ...command(), lineId: page.dossier[0]?.id ?? '', decidedOn: tomorrow };
  await expect(clients()['clients.editDossierLine'](edit)).rejects.toMatchObject(refusal);
});
