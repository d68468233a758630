import path from 'node:path';
import { v4 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CallName, CallOutput, CallRequest } from '../../shared/contract/contract.ts';
import type { CalendarChange } from '../../shared/contract/work-calendars.ts';
import type { Context, Handlers } from './context.ts';
import type { DataFile } from './data-file.ts';
import { openBareFile } from './every-call/bare-file-in-test.ts';
import { handlersOf } from './handlers.ts';
import { type TestParts, testParts } from './testing.ts';

// Why a step back is not possible any more is said in a sentence of its own, whatever came in between.

let parts: TestParts;
let file: DataFile & { readonly context: Context };
beforeEach(async () => {
  parts = testParts('en');
  file = await openBareFile(parts);
});
afterEach(async () => {
  await file.close();
  parts.remove();
});

function ask<Name extends CallName>(name: Name, request: CallRequest<Name>): Promise<CallOutput<Name>> {
  const handler: Partial<Handlers>[Name] = handlersOf(parts, file, () => Promise.resolve())[name];
  if (!handler) throw new Error('no handler');
  return handler(request);
}

/** Carries a command out; its id, to come back to. */
async function done<Name extends CallName>(name: Name, request: Omit<CallRequest<Name>, 'commandId'>): Promise<string> {
  const commandId = v4();
  await Reflect.apply(ask, undefined, [name, { ...request, commandId }]);
  return commandId;
}

const undo = (targetId?: string) => ask('safety.undo', { commandId: v4(), targetId });
const redo = () => ask('safety.redo', { commandId: v4() });
const refused = (step: Promise<unknown>, code: string) => expect(step).rejects.toMatchObject({ code });

async function newClient(name = 'Alder') {
  const commandId = v4();
  const { card } = await ask('board.createClient', { commandId, name, stage: 'stable' });
  return { commandId, clientId: card.id };
}

async function newPartner(name: string): Promise<string> {
  const { settings } = await ask('settings.addPartner', { commandId: v4(), name });
  return settings.partners.find((partner) => partner.name === name)?.id ?? '';
}

test('it was changed again later', async () => {
  const { clientId } = await newClient();
  const rename = await done('clients.edit', { clientId, name: 'Birch' });
  await done('clients.edit', { clientId, name: 'Cedar' });
  await refused(undo(rename), 'undo_conflict');
});

test('something was added to it later', async () => {
  const { commandId, clientId } = await newClient();
  const task = await done('clients.addTask', { clientId, title: 'Call', side: 'agency', person: '', dueOn: null });
  await refused(undo(commandId), 'undo_needed');
  await undo(task);
  expect((await undo(commandId)).commandName).toBe('board.createClient');
});

test('the partner whose client it would be again has left', async () => {
  const [vera, gleb] = [await newPartner('Vera'), await newPartner('Gleb')];
  const { clientId } = await newClient();
  await done('clients.edit', { clientId, partnerId: gleb });
  const handedOver = await done('clients.edit', { clientId, partnerId: vera });
  const left = await done('settings.removePartner', { partnerId: gleb });
  await refused(undo(handedOver), 'undo_gone');
  await undo(left);
  await undo(handedOver);
  expect((await ask('clients.open', { clientId })).page.card.partnerId).toBe(gleb);
});

test('what it led to was deleted before it, and it leads there again', async () => {
  const gleb = await newPartner('Gleb');
  const vera = await newPartner('Vera');
  const { clientId } = await newClient();
  await done('clients.edit', { clientId, partnerId: gleb });
  await done('clients.delete', { clientId });
  await done('settings.removePartner', { partnerId: gleb });
  await done('safety.restore', { kind: 'client', id: clientId });
  const handedOver = await done('clients.edit', { clientId, partnerId: vera });
  expect((await undo(handedOver)).commandName).toBe('clients.edit');
});

async function handoffOf(clientId: string): Promise<string> {
  const request = {
    commandId: v4(),
    clientId,
    choice: 'handoff',
    startOn: '2026-11-23',
    successor: 'contractor',
  } as const;
  const { handoffId } = await ask('handoff.end', { ...request, extended: [], reasons: ['budget'], reasonText: '' });
  return handoffId ?? '';
}

test('a document that was issued rests on it', async () => {
  const { commandId, clientId } = await newClient();
  const handoffId = await handoffOf(clientId);
  parts.desktop.answers.push(path.join(parts.userData, 'handoff.md'));
  const options = {
    language: 'en',
    audience: 'client',
    includeAssets: true,
    includeDone: true,
    includeReasons: false,
  } as const;
  const issued = await done('handoff.export', { handoffId, format: 'markdown', options });
  await refused(undo(commandId), 'undo_issued');
  await refused(undo(issued), 'undo_issued');
  await refused(undo(), 'nothing_to_undo');
});

test('it was erased, or what was erased stands before it', async () => {
  const { commandId, clientId } = await newClient();
  const other = await newClient('Birch');
  await done('erasing.eraseClient', { clientId, typedName: 'Alder', why: 'By law' });
  await refused(undo(commandId), 'undo_erased');
  await refused(undo(), 'undo_erased');
  expect((await undo(other.commandId)).commandName).toBe('board.createClient');
});

test('it is undone already, once or for good', async () => {
  const { commandId } = await newClient();
  await undo(commandId);
  await refused(undo(commandId), 'undo_done');
  await newClient('Birch');
  await refused(undo(commandId), 'undo_done');
  await refused(redo(), 'redo_replaced');
});

test('it was done in data that is not open any more', async () => {
  const { commandId } = await newClient();
  await file.close();
  parts.remove();
  parts = testParts('en');
  file = await openBareFile(parts);
  await refused(undo(commandId), 'undo_elsewhere');
  await refused(redo(), 'nothing_to_redo');
});

test('a stage that is as it ships again is not what it was', async () => {
  const named = await done('settings.editStage', { stage: 'stable', label: { en: 'Favourites' } });
  await done('settings.resetStage', { stage: 'stable' });
  await refused(undo(named), 'undo_conflict');
});

test('a new command takes what could be done again', async () => {
  const { clientId } = await newClient();
  await done('clients.edit', { clientId, name: 'Birch' });
  await undo();
  await done('clients.edit', { clientId, contactNormDays: 7 });
  expect((await ask('safety.history', {})).redo).toBeNull();
  await refused(redo(), 'redo_replaced');
});

const changed = (change: CalendarChange) => done('settings.changeCalendar', { change, movesItems: false });
const chosenCalendar = async () => (await ask('settings.calendars', {})).chosen;
const dayOff = (code: string, day = '2026-12-28') =>
  changed({ kind: 'days', code, days: [{ day, isWorked: false, title: 'Ours' }] });

/** A calendar of the partners' own that lies in the trash, and the command that chose another one before. */
async function calendarInTrash() {
  await changed({ kind: 'copy', code: 'ru', name: 'Ours' });
  const own = await chosenCalendar();
  const other = await changed({ kind: 'choose', code: 'weekdays' });
  const removed = await changed({ kind: 'remove', code: own });
  const { entries } = await ask('safety.trash', {});
  return { own, other, removed, id: entries[0]?.id ?? '' };
}

test('the calendar it made, or changed first, holds days from later', async () => {
  const copied = await changed({ kind: 'copy', code: 'ru', name: 'Ours' });
  const day = await dayOff(await chosenCalendar());
  await refused(undo(copied), 'undo_needed');
  await undo(day);
  await undo(copied);
  expect(await chosenCalendar()).toBe('weekdays');
  const first = await dayOff('weekdays');
  await dayOff('weekdays', '2026-12-29');
  await refused(undo(first), 'undo_needed');
});

test('the calendar that would be in force again lies in the trash, or is gone for good', async () => {
  const { own, other, removed, id } = await calendarInTrash();
  await refused(undo(other), 'undo_gone');
  await undo(removed);
  await undo(other);
  expect(await chosenCalendar()).toBe(own);
  await redo();
  await changed({ kind: 'remove', code: own });
  await ask('erasing.deleteForGood', { commandId: v4(), records: [{ kind: 'work_calendar', id }] });
  await refused(undo(other), 'undo_erased');
});

test('the calendar that came back is in force', async () => {
  const { own, id } = await calendarInTrash();
  const restored = await done('safety.restore', { kind: 'work_calendar', id });
  await changed({ kind: 'choose', code: own });
  await refused(undo(restored), 'undo_needed');
});

test('the calendar of a day that would come back lies in the trash, or is as it ships again', async () => {
  await changed({ kind: 'copy', code: 'ru', name: 'Ours' });
  const own = await chosenCalendar();
  const asBefore = (code: string) => changed({ kind: 'days', code, days: [{ day: '2026-12-28', isWorked: null }] });
  await dayOff(own);
  const cleared = await asBefore(own);
  await changed({ kind: 'remove', code: own });
  await refused(undo(cleared), 'undo_gone');
  await dayOff('weekdays');
  const clearedShipped = await asBefore('weekdays');
  await changed({ kind: 'reset', code: 'weekdays' });
  await refused(undo(clearedShipped), 'undo_conflict');
});

test('the template it made says more by now, or what it said would come back to one in the trash', async () => {
  const { templates } = await ask('handoff.templates', {});
  const commandId = v4();
  const copied = { templateId: templates[0]?.id ?? '', name: 'Ours' };
  const { templateId } = await ask('handoff.copyTemplate', { commandId, ...copied });
  const item = { templateId, code: 'A3' };
  const worded = await done('handoff.editTemplateItem', { ...item, title: { en: 'Our words' } });
  await refused(undo(commandId), 'undo_needed');
  const reset = await done('handoff.resetTemplateItem', item);
  const removed = await done('handoff.removeTemplate', { templateId });
  await refused(undo(reset), 'undo_gone');
  for (const each of [removed, reset, worded, commandId]) await undo(each);
  expect((await ask('handoff.templates', {})).templates).toHaveLength(templates.length);
});
