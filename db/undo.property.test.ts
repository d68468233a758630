import fc from 'fast-check';
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { rebuildClientCards } from './client-card.ts';
import { digestOf } from './digest.ts';
import { livingDigest } from './living-digest-in-test.ts';
import { type Cell, isSharedTable, sharedTables, type SharedTable } from './schema.ts';
import type { Storage } from './storage.ts';
import { openTestStorage, type TestStorage } from './testing.ts';

// Random programs of commands over the real tables: whatever a partner did, undoing all of it gives the first state and
// redoing all of it the last one.

/** The short form; `UNDO_RUNS=1000` plays the long one. */
const runs = Number(process.env['UNDO_RUNS'] ?? 12);
const commandsInProgram = 50;

interface Step {
  readonly act: 'insert' | 'update' | 'delete' | 'mixed';
  readonly table: number;
  readonly row: number;
  readonly value: string;
  readonly touched: number;
  /** Which of the editing sessions that run side by side writes it; null = a command that is sent once. */
  readonly session: number | null;
}

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom('insert', 'update', 'delete', 'mixed'),
  table: fc.nat(1000),
  row: fc.nat(1000),
  value: fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('stable', 'ended', '2026-11-23', 'running', 'agency')),
  touched: fc.integer({ min: 1, max: 3 }),
  session: fc.option(fc.nat(2)),
});

const tables: readonly SharedTable[] = Object.keys(sharedTables).filter(isSharedTable);
const references: Readonly<Partial<Record<string, SharedTable>>> = {
  client_id: 'client',
  partner_id: 'partner',
  note_id: 'note',
  handoff_id: 'handoff',
  engagement_id: 'engagement',
  lead_partner_id: 'partner',
  trial_id: 'trial',
  kpi_id: 'kpi',
  request_id: 'request',
  contact_id: 'contact',
  item_id: 'handoff_item',
  after_item_id: 'handoff_item',
  asset_id: 'asset',
  candidate_id: 'candidate',
  report_id: 'report',
  erasure_id: 'erasure',
};
const ownColumns = new Set(['id', 'created_at', 'updated_at', 'created_by', 'updated_by', 'deleted_at']);

/** A program run on one file, which knows the rows it has made. */
function machine(storage: Storage) {
  const made = new Map<SharedTable, string[]>(tables.map((table) => [table, []]));
  const pick = (table: SharedTable, index: number) => {
    const ids = made.get(table) ?? [];
    return ids[index % ids.length] ?? null;
  };

  function valuesFor(table: SharedTable, { row, value }: Step): Readonly<Record<string, Cell>> {
    const columns = Object.entries(sharedTables[table]).filter(([name]) => !ownColumns.has(name));
    return Object.fromEntries(
      columns.map(([name, type]) => {
        const target = references[name];
        if (target) return [name, pick(target, row)];
        return [name, type.startsWith('integer') ? row % 2 : value];
      }),
    );
  }

  async function change(each: Step, offset: number): Promise<void> {
    const table = tables[(each.table + offset) % tables.length] ?? 'client';
    const id = pick(table, each.row + offset);
    const act = each.act === 'mixed' ? (['insert', 'update', 'delete'] as const)[offset % 3] : each.act;
    const run = (sql: string, values: readonly Cell[]) => storage.file.prepare(sql).run(...values);
    if (act === 'insert' || id === null) {
      const values = { id: v7(), ...valuesFor(table, each) };
      run(
        `insert into ${table} (${Object.keys(values).join()}) values (${Object.keys(values)
          .map(() => '?')
          .join()})`,
        Object.values(values),
      );
      made.get(table)?.push(values.id);
    } else if (act === 'update') {
      const values = valuesFor(table, each);
      run(
        `update ${table} set ${Object.keys(values)
          .map((name) => `${name} = ?`)
          .join()} where id = ?`,
        [...Object.values(values), id],
      );
    } else {
      run(`update ${table} set deleted_at = iif(deleted_at is null, ?, null) where id = ?`, [each.value || 'then', id]);
    }
  }

  const sessions = [v7(), v7(), v7()];
  return async (program: readonly Step[]) => {
    for (const each of program) {
      const session = each.session === null ? undefined : sessions[each.session];
      const command = { id: session ?? v7(), name: 'clients.edit', session: session !== undefined } as const;
      const { rows } = await storage.write(command, async () => {
        for (let offset = 0; offset < each.touched; offset += 1) await change(each, offset);
      });
      expect(rows.length).toBeGreaterThanOrEqual(0);
    }
  };
}

/** Steps until there is nothing left; how often. */
async function stepAll(step: (id: string) => Promise<unknown>, end: 'nothing_to_undo' | 'nothing_to_redo') {
  for (let count = 0; ; count += 1) {
    try {
      await step(v7());
    } catch (error) {
      expect(error).toMatchObject({ code: end });
      return count;
    }
  }
}

const cards = (storage: TestStorage) => digestOf(storage.file, ['local_client_card']).sha256;

async function expectCardsAsRebuilt(storage: TestStorage): Promise<void> {
  const kept = cards(storage);
  await storage.write({ id: v7(), name: 'clients.edit' }, (writer) => rebuildClientCards(writer));
  expect(cards(storage)).toBe(kept);
}

test(
  `undo and redo of ${runs} random programs of ${commandsInProgram} commands`,
  { timeout: 10_000 * runs },
  async () => {
    const programs = fc.array(step, { minLength: commandsInProgram, maxLength: commandsInProgram });
    await fc.assert(
      fc.asyncProperty(programs, async (program) => {
        const storage = openTestStorage();
        try {
          storage.file.pragma('synchronous = off');
          const first = livingDigest(storage.file);
          await machine(storage)(program);
          const last = livingDigest(storage.file);
          const undone = await stepAll(storage.undo, 'nothing_to_undo');
          expect(undone).toBeGreaterThan(0);
          expect(livingDigest(storage.file)).toBe(first);
          expect(digestOf(storage.file, ['local_client_card']).rows).toBe(0);
          expect(await stepAll(storage.redo, 'nothing_to_redo')).toBe(undone);
          expect(livingDigest(storage.file)).toBe(last);
          await expectCardsAsRebuilt(storage);
        } finally {
          await storage.remove();
        }
      }),
      { numRuns: runs },
    );
  },
);

test('the digest sees a single change', async () => {
  const storage = openTestStorage();
  await machine(storage)([
    { act: 'insert', table: tables.indexOf('client'), row: 0, value: 'Ольха', touched: 1, session: null },
  ]);
  const before = livingDigest(storage.file);
  await storage.write({ id: v7(), name: 'clients.edit' }, async (writer) => {
    await writer.updateTable('client').set({ place: 'a1' }).execute();
  });
  expect(livingDigest(storage.file)).not.toBe(before);
  await storage.remove();
});
