import type { ExpressionBuilder } from 'kysely';
import type { Id, Instant } from '../shared/contract/call.ts';
import { isDay } from '../shared/calendar.ts';
import { isTransferStep } from '../shared/handoff/items.ts';
import { transferTitle } from '../shared/handoff/transfer-items.ts';
import { splitTitle } from '../shared/note-title.ts';
import { idList } from './id-list.ts';
import { startOfDay } from './local-day.ts';
import type { Reader, Schema } from './schema.ts';

// What each kind of record is found by. Only living records of living clients have an entry.

export const indexedTables = ['note', 'client', 'contact', 'task', 'handoff'] as const;

export type Indexed = (typeof indexedTables)[number];

export interface Entry {
  readonly table: Indexed;
  readonly id: Id;
  readonly clientId: Id;
  readonly happenedAt: Instant;
  readonly title: string;
  readonly body: string;
  /** What filters ask for. */
  readonly facts: readonly string[];
}

export const clientFact = (clientId: Id): string => `c${clientId.replace(/[^\da-z]/giu, '')}`;
export const kindFact = (kind: string): string => `k${kind}`;
export const taskFact = 't';
export const openFact = 'o';
/** Of what is not a note: there are few beside the notes, and without it the index would look through all notes. */
export const tableFact = (table: Indexed): string => `g${table}`;

const factIf = (fact: string, holds: boolean): readonly string[] => (holds ? [fact] : []);

export function entriesOf(reader: Reader, table: Indexed, ids: readonly Id[]): Promise<readonly Entry[]> {
  const readers = {
    note: noteEntries,
    client: clientEntries,
    contact: contactEntries,
    task: taskEntries,
    handoff: handoffEntries,
  };
  return readers[table](reader, ids);
}

function liveTasks(eb: ExpressionBuilder<Schema, 'note'>) {
  return eb.selectFrom('task').whereRef('task.note_id', '=', 'note.id').where('task.deleted_at', 'is', null);
}

async function noteEntries(reader: Reader, ids: readonly Id[]): Promise<readonly Entry[]> {
  const rows = await reader
    .selectFrom('note')
    .innerJoin('client', 'client.id', 'note.client_id')
    .select(['note.id', 'client.id as clientId', 'note.happened_at as happenedAt', 'note.kind', 'note.body'])
    .select((eb) => [
      eb.exists(liveTasks(eb).select('task.id')).as('hasTask'),
      eb.exists(liveTasks(eb).select('task.id').where('task.done_at', 'is', null)).as('hasOpenTask'),
    ])
    .where('note.id', 'in', idList(ids))
    .where('note.deleted_at', 'is', null)
    .where('client.deleted_at', 'is', null)
    .execute();
  return rows.map(({ body, kind, hasTask, hasOpenTask, ...row }) => ({
    ...row,
    table: 'note',
    ...splitTitle(body),
    facts: [
      clientFact(row.clientId),
      kindFact(kind),
      ...factIf(taskFact, Boolean(hasTask)),
      ...factIf(openFact, Boolean(hasOpenTask)),
    ],
  }));
}

async function clientEntries(reader: Reader, ids: readonly Id[]): Promise<readonly Entry[]> {
  const rows = await reader
    .selectFrom('client')
    .select(['id', 'name', 'created_at'])
    .where('id', 'in', idList(ids))
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map(({ id, name, created_at: happenedAt }) => {
    return {
      table: 'client',
      id,
      clientId: id,
      happenedAt,
      title: name,
      body: '',
      facts: [tableFact('client'), clientFact(id)],
    };
  });
}

async function contactEntries(reader: Reader, ids: readonly Id[]): Promise<readonly Entry[]> {
  const rows = await reader
    .selectFrom('contact')
    .innerJoin('client', 'client.id', 'contact.client_id')
    .select(['contact.id', 'client.id as clientId', 'contact.created_at as happenedAt', 'contact.name as title'])
    .select(['contact.role_note', 'contact.email', 'contact.phone'])
    .where('contact.id', 'in', idList(ids))
    .where('contact.deleted_at', 'is', null)
    .where('client.deleted_at', 'is', null)
    .execute();
  return rows.map(({ role_note, email, phone, ...row }) => ({
    ...row,
    table: 'contact',
    body: [role_note, email, phone].join('\n'),
    facts: [tableFact('contact'), clientFact(row.clientId)],
  }));
}

/** A task that stands in a note is of the day the note speaks of. */
async function taskEntries(reader: Reader, ids: readonly Id[]): Promise<readonly Entry[]> {
  const rows = await reader
    .selectFrom('task')
    .innerJoin('client', 'client.id', 'task.client_id')
    .leftJoin('note', 'note.id', 'task.note_id')
    .select(['task.id', 'client.id as clientId', 'task.title', 'task.done_at'])
    .select((eb) => eb.fn.coalesce('note.happened_at', 'task.created_at').as('happenedAt'))
    .where('task.id', 'in', idList(ids))
    .where('task.deleted_at', 'is', null)
    .where('client.deleted_at', 'is', null)
    .execute();
  return rows.map(({ done_at, ...row }) => ({
    ...row,
    table: 'task',
    body: '',
    facts: [tableFact('task'), clientFact(row.clientId), taskFact, ...factIf(openFact, done_at === null)],
  }));
}

async function handoffEntries(reader: Reader, ids: readonly Id[]): Promise<readonly Entry[]> {
  const rows = await reader
    .selectFrom('handoff')
    .innerJoin('client', 'client.id', 'handoff.client_id')
    .select(['handoff.id', 'client.id as clientId', 'client.name', 'handoff.start_on', 'handoff.state'])
    .select('handoff.created_at')
    .where('handoff.id', 'in', idList(ids))
    .where('handoff.deleted_at', 'is', null)
    .where('client.deleted_at', 'is', null)
    .execute();
  const shown = rows.map(({ id }) => id);
  const items = Map.groupBy(await handoffTexts(reader, shown), (item) => item.handoffId);
  return rows.map(({ id, clientId, name, start_on, created_at, state }) => ({
    table: 'handoff',
    id,
    clientId,
    happenedAt: isDay(start_on) ? startOfDay(start_on) : created_at,
    title: name,
    body: (items.get(id) ?? []).map(({ text }) => text).join('\n'),
    facts: [tableFact('handoff'), clientFact(clientId), ...factIf(openFact, state === 'running')],
  }));
}

/** What a handoff is found by beside its client's name. */
export async function handoffTexts(
  reader: Reader,
  handoffIds: readonly Id[],
): Promise<readonly { readonly handoffId: Id; readonly itemId: Id; readonly text: string }[]> {
  if (handoffIds.length === 0) return [];
  const rows = await reader
    .selectFrom('handoff_item')
    .leftJoin('asset', 'asset.id', 'handoff_item.asset_id')
    .select(['handoff_item.id', 'handoff_id', 'title', 'own_title_en', 'own_title_ru', 'code', 'section'])
    .select('asset.name as account')
    .where('handoff_id', 'in', handoffIds)
    .where('handoff_item.deleted_at', 'is', null)
    .orderBy('due_on')
    .orderBy('handoff_item.place')
    .orderBy('handoff_item.id')
    .execute();
  return rows.map((row) => {
    // Words of a partner's own template, and the name of an access, are found in either language, as long as none were
    // written over them.
    const { en, ru } =
      isTransferStep(row) && row.account !== null
        ? transferTitle(row.account)
        : { en: row.own_title_en ?? '', ru: row.own_title_ru ?? '' };
    const own = new Set([en, ru].filter((words) => words !== ''));
    return {
      handoffId: row.handoff_id ?? '',
      itemId: row.id,
      text: row.title === '' ? [...own].join(' · ') : row.title,
    };
  });
}
