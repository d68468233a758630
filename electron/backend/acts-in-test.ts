import fc from 'fast-check';
import { v7 } from 'uuid';
import { addRow, changeRow } from '../../db/row-changes.ts';
import { restore } from '../../db/safety.ts';
import * as settings from '../../db/settings.ts';
import { addDays } from '../../shared/calendar.ts';
import { boardStages } from '../../shared/stage.ts';
import { boardHandlers } from './board.ts';
import { clientsHandlers } from './clients.ts';
import { handoffHandlers } from './handoff.ts';
import { notesHandlers } from './notes.ts';
import type { TestContext } from './testing.ts';
import { createJob } from './transfer/job.ts';
import { planImport } from './transfer/plan-import.ts';
import type { FoundNote } from './transfer/read-source.ts';
import { runImport } from './transfer/run-import.ts';

// Whatever changes a card, for tests that play it at random.

const acts = [
  'create',
  'move',
  'move',
  'edit',
  'explain',
  'note',
  'note',
  'give note away',
  'discard',
  'task',
  'change task',
  'delete task',
  'give client away',
  'begin work',
  'date work',
  'drop work',
  'trial',
  'import',
  'mark',
  'unmark',
  'delete',
  'restore',
  'handoff',
  'end',
  'tick',
  'move item',
  'drop item',
  'switch successor',
  'close',
  'cancel',
  'come back',
  'undo',
  'undo',
  'redo',
  'sleep',
] as const;

/** What a partner may do, on something picked at random. */
export const act = fc.record({
  act: fc.constantFrom(...acts),
  pick: fc.nat(1000),
  other: fc.nat(1000),
  stage: fc.constantFrom(...boardStages),
  text: fc.constantFrom('Ольха', 'Alder', 'a [ ] b\n- [ ] call by Friday', '- [x] sent', 'Spindle & Co'),
  day: fc.constantFrom('2026-11-20', '2026-11-23', '2026-12-01', '2020-02-29'),
  flag: fc.boolean(),
});
export type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;
/** Does one act after the other; much of what is thrown together at random is refused. */
export function playerOf(context: TestContext) {
  const { storage } = context;
  const board = boardHandlers(context);
  const clients = clientsHandlers(context);
  const notes = notesHandlers(context);
  const handoff = handoffHandlers(context);
  const sessions = [v7(), v7()];
  const imports = [v7(), v7()];
  const idsOf = (table: string) =>
    storage.file.prepare<[], string>(`select id from ${table} order by id`).pluck().all();
  const one = (table: string, index: number) => {
    const ids = idsOf(table);
    return ids[index % ids.length] ?? v7();
  };
  const nameOf = (clientId: string) =>
    storage.file.prepare<[string], string>('select name from client where id = ?').pluck().get(clientId) ?? '';
  return async ({ act: name, pick, other, stage, text, day, flag }: Act): Promise<unknown> => {
    const commandId = v7();
    const clientId = one('client', pick);
    const note = (noteId: string | null, session: string) =>
      notes['notes.write']({
        commandId: session,
        noteId,
        clientId,
        kind: flag ? 'meeting' : 'observation',
        happenedAt: `${day}T10:00:00.000Z`,
        initiatedBy: null,
        body: text,
        attendees: [],
        finished: other % 3 > 0,
      });
    switch (name) {
      case 'create':
        return board['board.createClient']({ commandId, name: text, stage, sinceOn: flag ? '2020-02-29' : undefined });
      case 'move':
        return board['board.moveClient']({ commandId, clientId, stage, after: flag ? one('client', other) : null });
      case 'edit':
        return clients['clients.edit']({ commandId, clientId, name: text, contactNormDays: flag ? 7 : null });
      case 'explain':
        return board['board.explainMove']({ commandId, stageChangeId: one('stage_change', other), reason: text });
      case 'note':
        return note(null, sessions[other % 3] ?? commandId);
      case 'give note away':
        return note(one('note', other), flag ? (sessions[other % 3] ?? commandId) : commandId);
      case 'discard':
        return notes['notes.delete']({ commandId, noteId: one('note', other) });
      case 'task':
        return clients['clients.addTask']({
          commandId,
          clientId,
          title: text.slice(0, 5),
          side: flag ? 'agency' : 'client',
          person: '',
          dueOn: other % 3 === 0 ? null : day,
        });
      case 'change task':
        return clients['clients.editTask']({ commandId, taskId: one('task', other), dueOn: day, done: flag });
      case 'delete task':
        return clients['clients.deleteTask']({ commandId, taskId: one('task', other) });
      case 'give client away': {
        const partnerId = flag ? await addPartner(context, text) : null;
        return clients['clients.edit']({ commandId, clientId, partnerId });
      }
      case 'begin work':
        return clients['clients.addEngagement']({ commandId, clientId, kind: 'audit', startOn: day });
      case 'date work':
        return flag
          ? clients['clients.edit']({ commandId, clientId, sinceOn: day })
          : clients['clients.editEngagement']({ commandId, engagementId: one('engagement', other), startOn: day });
      case 'drop work':
        return clients['clients.deleteEngagement']({ commandId, engagementId: one('engagement', other) });
      case 'trial': {
        await clients['clients.addTrial']({ commandId, clientId, startedOn: day, endsOn: null, successSign: text });
        const task = { title: 'Try', side: 'agency', person: '', dueOn: day } as const;
        return clients['clients.addTrialTask']({ commandId: v7(), trialId: one('trial', other), ...task });
      }
      case 'import':
        return importNotes(context, flag ? (imports[other % 3] ?? commandId) : commandId, {
          id: flag ? v7() : one('note', other),
          client: flag ? text : nameOf(clientId),
          happenedAt: `${day}T12:00:00.000Z`,
          body: text,
        });
      case 'mark':
        return storage.write({ id: commandId, name: 'clients.edit' }, async (writer, stamp) => {
          const code = flag ? 'R-SLOW' : 'G-FIT';
          await addRow(writer, stamp, 'signal_mark', { client_id: clientId, code, side: 'client', marked_on: day });
        });
      case 'unmark':
        return storage.write({ id: commandId, name: 'clients.edit' }, (writer, stamp) =>
          changeRow(writer, stamp, 'signal_mark', one('signal_mark', other), { ended_on: flag ? day : null }),
        );
      case 'delete':
        return clients['clients.delete']({ commandId, clientId });
      case 'restore':
        return storage.write({ id: commandId, name: 'safety.restore' }, (writer, stamp) =>
          flag ? restore(writer, 'client', clientId, stamp) : restore(writer, 'note', one('note', other), stamp),
        );
      case 'handoff':
      case 'end':
        return handoff['handoff.end']({
          commandId,
          clientId,
          choice: name === 'handoff' ? 'handoff' : 'without',
          startOn: day,
          successor: 'contractor',
          extended: [],
          reasons: ['budget'],
          reasonText: text,
        });
      case 'tick':
        return handoff['handoff.editItem']({
          commandId,
          itemId: one('handoff_item', other),
          state: flag ? 'done' : 'not_applicable',
          stateReason: text,
          evidence: text,
        });
      case 'move item':
        return handoff['handoff.editItem']({ commandId, itemId: one('handoff_item', other), dueOn: day });
      case 'switch successor':
        return handoff['handoff.switchSuccessor']({
          commandId,
          handoffId: one('handoff', other),
          successor: flag ? 'freeze' : 'contractor',
        });
      case 'drop item':
        return handoff['handoff.deleteItem']({ commandId, itemId: one('handoff_item', other) });
      case 'close':
        return handoff['handoff.close']({ commandId, handoffId: one('handoff', other) });
      case 'cancel':
        return handoff['handoff.cancel']({ commandId, handoffId: one('handoff', other), reason: 'they stay' });
      case 'come back':
        return handoff['handoff.comeBack']({ commandId, clientId });
      case 'undo':
        return storage.undo(commandId);
      case 'redo':
        return storage.redo(commandId);
      case 'sleep':
        return context.clock.setNow(addDays(context.clock.today(), 1) + context.clock.now().slice(10));
    }
  };
}

async function addPartner({ storage }: TestContext, name: string): Promise<string | null> {
  let id: string | null = null;
  await storage.write({ id: v7(), name: 'settings.addPartner' }, async (writer, stamp) => {
    id = await settings.addPartner(writer, name, stamp);
  });
  return id;
}

/** One note of a file, planned and written as an import does it. */
async function importNotes(
  context: TestContext,
  commandId: string,
  note: Pick<FoundNote, 'id' | 'client' | 'happenedAt' | 'body'>,
): Promise<void> {
  const told = { kind: 'call', initiatedBy: null, people: ['Marina'], ours: [], isDraft: false } as const;
  const found: FoundNote = { name: 'call.md', row: null, datedBy: 'text', ...told, ...note };
  const source = {
    id: v7(),
    name: 'notes',
    table: null,
    folders: null,
    notes: async () => ({ notes: [found], skipped: [] }),
  };
  const plan = await planImport(context.storage.read, source, { columns: undefined, clients: [] });
  await runImport(context, commandId, plan, createJob());
}
