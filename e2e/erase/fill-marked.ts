import type Database from 'better-sqlite3';
import { v7 } from 'uuid';
import { linksOf } from '../../db/client-rows.ts';
import { keepHomelessText } from '../../db/kept-text.ts';
import { rememberSearch } from '../../db/recent-searches.ts';
import { sharedTables } from '../../db/schema.ts';
import type { Storage } from '../../db/storage.ts';
import { marked } from './marker.ts';

// One client with a row in every table that hangs on it, and the marker in every text of them: in living rows where
// somebody types, in deleted rows, which no screen has to understand, in every text column. And what was there before.

export interface MarkedClient {
  readonly clientId: string;
  readonly otherId: string;
  /** Of every table that hangs on the client. */
  readonly tables: readonly string[];
}

interface Column {
  readonly name: string;
  readonly type: string;
}

/** Columns of which the program expects something: codes, days, moments. */
const isTyped = (name: string): boolean =>
  !/(^id$|_id$|_on$|_at$|_by$|^kind$|^state$|^stage$|_stage$|^side$|^code$|^place$|^language$|^role$|^topic$|^rule$|^audience$|^format$|^direction$|^question$|^period$|^result$|^has_plan$|^goals_match$|verdict$|^template$|^subject$|^section$|_digest$|^successor$|^cancel_reason$|^would_return$|^value$|^target$)/.test(
    name,
  );

const living: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
  client: { stage: 'stable', place: 'a0' },
  note: { kind: 'call', happened_at: '2026-11-20T09:00:00.000Z', finished_at: '2026-11-20T09:30:00.000Z' },
  task: { side: 'agency', due_on: '2026-12-01' },
  engagement: { kind: 'retainer', start_on: '2024-02-01' },
  contact: { role: 'owner' },
  stage_change: { to_stage: 'stable', happened_at: '2026-11-20T09:00:00.000Z' },
  kpi: { direction: 'up', target: '10' },
  kpi_reading: { measured_on: '2026-11-01', value: '9' },
  report: { kind: 'monthly', period: '2026-10', sent_on: '2026-11-02' },
  dossier_line: { kind: 'agreement' },
  handoff: { state: 'closed', start_on: '2026-09-01', end_on: '2026-10-01', care_until_on: '2026-12-01' },
};

export async function fillMarked(storage: Storage): Promise<MarkedClient> {
  const { file } = storage;
  const clientId = v7();
  const otherId = v7();
  const tables = tablesBelow(file, 'client');
  const ids = new Map<string, string>([['client', clientId]]);
  await storage.write({ id: v7(), name: 'board.createClient' }, async () => {
    for (const [table, id] of [['client', clientId], ...tables.map((each) => [each, v7()] as const)] as const) {
      ids.set(table, id);
      insert(file, table, {
        ...moments(file, table),
        ...living[table],
        ...linkCells(file, table, ids),
        ...texts(file, table, isTyped),
        id,
      });
    }
  });
  await storage.write({ id: v7(), name: 'clients.edit' }, async () => {
    for (const table of tables)
      insert(file, table, {
        ...texts(file, table, () => true),
        ...linkCells(file, table, ids),
        id: v7(),
        deleted_at: '2026-11-21T09:00:00.000Z',
      });
    insert(file, 'client', { id: otherId, name: 'Кедр', stage: 'stable', place: 'a1', ...moments(file, 'client') });
    insert(file, 'note', {
      id: v7(),
      client_id: otherId,
      kind: 'call',
      happened_at: '2026-11-20T09:00:00.000Z',
      finished_at: '2026-11-20T09:00:00.000Z',
      body: 'О кедре и ни о ком больше',
    });
  });
  // Words that were written over, and an undone change.
  const rewrite = v7();
  await storage.write({ id: rewrite, name: 'notes.write' }, async () => {
    file.prepare('update note set body = ? where id = ?').run(marked('once more'), ids.get('note') ?? '');
  });
  await storage.undo(v7(), rewrite);
  await rememberSearch(storage, marked('sought'));
  await storage.maintain((writer) => keepHomelessText(writer, { body: 'О кедре', keptAt: '2026-11-21T09:00:00.000Z' }));
  await storage.saveSettings({
    [`kept_note_${v7()}`]: JSON.stringify({ clientId, edit: { insert: marked('kept') } }),
    [`plan ${ids.get('handoff') ?? ''}`]: `/home/somebody/${marked('plan')}.pdf`,
    board_view: JSON.stringify({ text: marked('client.name') }),
    seen_clients: `${clientId} ${otherId}`,
  });
  await storage.maintain(async () => {
    file
      .prepare('insert into local_kept_text (subject, body, kept_at) values (?, ?, ?)')
      .run(ids.get('note') ?? '', marked('aside'), '2026-11-21T09:00:00.000Z');
    file
      .prepare('insert into local_kept_text (subject, body, kept_at) values (?, ?, ?)')
      .run(
        `field ${v7()}`,
        JSON.stringify({ place: marked('client.name'), words: marked('field') }),
        '2026-11-21T09:00:00.000Z',
      );
  });
  return { clientId, otherId, tables: ['client', ...tables] };
}

/** Parents before their children. */
function tablesBelow(file: Database.Database, root: string): readonly string[] {
  const links = linksOf(file).filter(({ target }) => target !== 'partner');
  const found = [root];
  for (const parent of found)
    for (const { table, target } of links) if (target === parent && !found.includes(table)) found.push(table);
  return found.slice(1);
}

function linkCells(file: Database.Database, table: string, ids: ReadonlyMap<string, string>) {
  return Object.fromEntries(
    linksOf(file).flatMap((link) => {
      const id = link.table === table && link.target !== table ? ids.get(link.target) : undefined;
      return id === undefined ? [] : [[link.column, id]];
    }),
  );
}

/** Days and moments that every row has. */
function moments(file: Database.Database, table: string) {
  const columns = file
    .prepare<[string], string>(`select name from pragma_table_info(?) where "notnull" = 1 and name <> 'id'`)
    .pluck()
    .all(table);
  return Object.fromEntries(
    columns.flatMap((name) => {
      if (name.endsWith('_at')) return [[name, '2026-11-20T09:00:00.000Z']];
      return name.endsWith('_on') ? [[name, '2026-11-20']] : [];
    }),
  );
}

function texts(file: Database.Database, table: string, isWanted: (name: string) => boolean) {
  const known = Object.hasOwn(sharedTables, table);
  const columns = file.prepare<[string], Column>('select name, type from pragma_table_info(?)').all(table);
  return Object.fromEntries(
    columns
      .filter(
        ({ name, type }) => known && type === 'TEXT' && name !== 'id' && !/_(id|by)$/.test(name) && isWanted(name),
      )
      .map(({ name }) => [name, marked(`${table}.${name}`)]),
  );
}

function insert(file: Database.Database, table: string, cells: Readonly<Record<string, string | number>>): void {
  const names = Object.keys(cells);
  file
    .prepare(
      `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map(() => '?').join(', ')})`,
    )
    .run(...Object.values(cells));
}
