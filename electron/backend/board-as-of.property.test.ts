import fc from 'fast-check';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { loadCards } from '../../db/board.ts';
import { addRow, changeRow } from '../../db/row-changes.ts';
import { restore } from '../../db/safety.ts';
import type { Card } from '../../shared/contract/board.ts';
import { AppError } from '../../shared/errors.ts';
import { boardStages } from '../../shared/stage.ts';
import { boardHandlers } from './board.ts';
import { clientsHandlers } from './clients.ts';
import { handoffHandlers } from './handoff.ts';
import { notesHandlers } from './notes.ts';
import { type TestContext, testContext } from './testing.ts';

// Whatever partners do, the board as it stood right after each command is the board that was seen then.

/** The short form; `PAST_RUNS=200` plays the long one. */
const runs = Number(process.env['PAST_RUNS'] ?? 8);
const commandsInProgram = 60;

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
  'mark',
  'unmark',
  'delete',
  'restore',
  'handoff',
  'end',
  'tick',
  'drop item',
  'close',
  'cancel',
  'come back',
  'undo',
  'undo',
  'redo',
] as const;

const act = fc.record({
  act: fc.constantFrom(...acts),
  pick: fc.nat(1000),
  other: fc.nat(1000),
  stage: fc.constantFrom(...boardStages),
  text: fc.constantFrom('Ольха', 'Alder', 'a [ ] b\n- [ ] call by Friday', '- [x] sent', 'Spindle & Co'),
  day: fc.constantFrom('2026-11-20', '2026-11-23', '2026-12-01', '2020-02-29'),
  flag: fc.boolean(),
});
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;
const programs = fc.array(act, { minLength: commandsInProgram, maxLength: commandsInProgram });

/** Plays a program; answers the cards as they were seen after each command. */
async function play(context: TestContext, program: readonly Act[]): Promise<ReadonlyMap<number, readonly Card[]>> {
  const { storage } = context;
  const seen = new Map<number, readonly Card[]>([[0, []]]);
  const player = playerOf(context);
  for (const each of program) {
    try {
      await player(each);
    } catch (error) {
      // Much of what is thrown together at random is refused.
      if (!(error instanceof AppError)) throw error;
    }
    seen.set(await lastSeq(context), await loadCards(storage.read));
  }
  return seen;
}

async function lastSeq({ storage }: TestContext): Promise<number> {
  const [last] = await storage.read.selectFrom('local_command').select('seq').orderBy('seq', 'desc').limit(1).execute();
  return last?.seq ?? 0;
}

function playerOf(context: TestContext) {
  const { storage } = context;
  const board = boardHandlers(context);
  const clients = clientsHandlers(context);
  const notes = notesHandlers(context);
  const handoff = handoffHandlers(context);
  const sessions = [v7(), v7()];
  const idsOf = (table: string) =>
    storage.file.prepare<[], string>(`select id from ${table} order by id`).pluck().all();
  const one = (table: string, index: number) => {
    const ids = idsOf(table);
    return ids[index % ids.length] ?? v7();
  };
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
      case 'drop item':
        return handoff['handoff.deleteItem']({ commandId, itemId: one('handoff_item', other) });
      case 'close':
        return handoff['handoff.close']({ commandId, handoffId: one('handoff', other) });
      case 'cancel':
        return handoff['handoff.cancel']({ commandId, handoffId: one('handoff', other) });
      case 'come back':
        return handoff['handoff.comeBack']({ commandId, clientId });
      case 'undo':
        return storage.undo(commandId);
      case 'redo':
        return storage.redo(commandId);
    }
  };
}

async function isExact(
  context: TestContext,
  seen: ReadonlyMap<number, readonly Card[]>,
  order: (one: number, other: number) => number,
): Promise<boolean> {
  for (const seq of [...seen.keys()].toSorted(order)) {
    const then = await context.storage.cardsAfter(seq);
    if (JSON.stringify(then) !== JSON.stringify(seen.get(seq))) return false;
  }
  return true;
}

const backwards = (one: number, other: number) => other - one;
const forwards = (one: number, other: number) => one - other;
/** Far jumps to and fro. */
const scattered = (one: number, other: number) => ((one * 7919) % 101) - ((other * 7919) % 101) || one - other;

async function onOneFile(look: (context: TestContext) => Promise<void>): Promise<void> {
  const context = testContext();
  try {
    context.storage.file.pragma('synchronous = off');
    await look(context);
  } finally {
    await context.storage.remove();
  }
}

test(
  `the board after each command of ${runs} random programs is the board of then`,
  { timeout: 20_000 * runs },
  async () => {
    let moments = 0;
    await fc.assert(
      fc.asyncProperty(programs, (program) =>
        onOneFile(async (context) => {
          const seen = await play(context, [{ ...start, text: 'Alder' }, { ...start, text: 'Ольха' }, ...program]);
          moments += seen.size;
          for (const order of [backwards, forwards, scattered]) expect(await isExact(context, seen, order)).toBe(true);
        }),
      ),
      { numRuns: runs },
    );
    expect(moments).toBeGreaterThan(runs * 10);
  },
);

const start: Act = { act: 'create', pick: 0, other: 0, stage: 'stable', text: 'Alder', day: '2026-11-23', flag: false };

test('a log that tells the values after instead of those before is found out', async () => {
  await onOneFile(async (context) => {
    const seen = await play(context, [
      start,
      { ...start, act: 'move', stage: 'honeymoon' },
      { ...start, text: 'Ольха' },
    ]);
    expect(await isExact(context, seen, backwards)).toBe(true);
    context.storage.file.exec('update local_change set before = after where before is not null');
    expect(await isExact(context, seen, backwards)).toBe(false);
  });
});
