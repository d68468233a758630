import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely';
import type { CallOutput } from '../shared/contract/contract.ts';
import type { Day, Id } from '../shared/contract/call.ts';
import {
  foldWord,
  hitsIn,
  matchExpression,
  parseSearch,
  type SearchQuery,
  type SearchWord,
} from '../shared/search-words.ts';
import { startOfDay } from './local-day.ts';
import type { Reader, Schema } from './schema.ts';
import { type Group, hitsOf, textsOf } from './search-hits.ts';
import { stemOf } from './stems.ts';

type Answer = CallOutput<'notes.search'>;

const tableOf = { notes: 'note', clients: 'client', handoffs: 'handoff' } as const satisfies Record<Group, string>;
const groups = ['notes', 'clients', 'handoffs'] as const;

/** Under so many hits, words that only begin alike are shown as well. */
const few = 3;

/** Phrases are looked for in the text itself, among at most so many rows that hold all their words. */
const phraseCandidates = 2000;

export interface SearchRequest {
  readonly text: string;
  /** Hits per group. */
  readonly limit: number;
  readonly today: Day;
}

/** Notes newest first; clients and handoffs by where the words stand, a name before the rest. */
export async function searchAll(reader: Reader, { text, limit, today }: SearchRequest): Promise<Answer> {
  const query = parseSearch(text, today);
  const answer: Answer = { hits: [], total: { notes: 0, clients: 0, handoffs: 0 } };
  const match = matchExpression(query, stemOf);
  if (match === null && query.client === null && query.kind === null && query.after === null) return answer;
  const search = { query, limit, clientIds: await clientsCalled(reader, query.client) };
  const exact = await found(reader, { ...search, match });
  const count = groups.reduce((sum, group) => sum + exact[group].total, 0);
  const shorter = count < few ? shortened(query) : null;
  const similar =
    shorter && (await found(reader, { ...search, query: shorter, match: matchExpression(shorter, stemOf) }));
  for (const group of groups) {
    const ids = new Set([...exact[group].ids, ...(similar?.[group].ids ?? [])]);
    answer.total[group] = Math.max(exact[group].total, similar?.[group].total ?? 0);
    answer.hits.push(...(await hitsOf(reader, group, [...ids].slice(0, limit), similar ? shorter : query)));
  }
  return answer;
}

/** The same words cut short, for forms that the stemmer does not know; null when none is long enough. */
function shortened(query: SearchQuery): SearchQuery | null {
  const words = query.words.map(shortWord);
  const isShorter = words.some(({ text }, index) => text !== query.words[index]?.text);
  return isShorter && query.phrases.length === 0 ? { ...query, words } : null;
}

const shortest = 4;

/** A third of the word at most goes, and four letters stay: «витринный» becomes «витрин». */
function shortWord({ text }: SearchWord): SearchWord {
  const length = Math.max(shortest, Math.ceil((text.length * 2) / 3));
  return { text: text.slice(0, length), isOpen: true };
}

interface Search {
  readonly query: SearchQuery;
  readonly match: string | null;
  /** Null: of any client. */
  readonly clientIds: readonly Id[] | null;
  readonly limit: number;
}

type Found = Readonly<Record<Group, { readonly ids: readonly Id[]; readonly total: number }>>;

async function found(reader: Reader, search: Search): Promise<Found> {
  const [notes, clients, handoffs] = [
    await foundIn(reader, 'notes', search),
    await foundIn(reader, 'clients', search),
    await foundIn(reader, 'handoffs', search),
  ];
  return { notes, clients, handoffs };
}

async function foundIn(reader: Reader, group: Group, search: Search): Promise<Found[Group]> {
  const { query, limit } = search;
  if (group !== 'notes' && query.kind !== null) return { ids: [], total: 0 };
  const { phrases } = query;
  const rows = await entriesOf(reader, group, search)
    .select('entry.row_id as id')
    .orderBy((eb) => (group === 'notes' ? eb.val(0) : eb.not(inIndex(search.match, 'title'))))
    .orderBy('entry.happened_at', 'desc')
    .orderBy('entry.row_id', 'desc')
    .limit(phrases.length > 0 ? phraseCandidates : limit)
    .execute();
  const ids = rows.map((row) => row.id);
  if (phrases.length > 0) {
    const holding = await holdingPhrases(reader, group, ids, phrases);
    return { ids: holding.slice(0, limit), total: holding.length };
  }
  if (ids.length < limit) return { ids, total: ids.length };
  const counted = await entriesOf(reader, group, search)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirst();
  return { ids, total: counted?.total ?? ids.length };
}

function entriesOf(reader: Reader, group: Group, { query, match, clientIds }: Search) {
  return reader
    .selectFrom('local_search_entry as entry')
    .where('entry.table_name', '=', tableOf[group])
    .where((eb) => {
      const conditions: Expression<SqlBool>[] = [inIndex(match)];
      if (clientIds !== null) conditions.push(eb('entry.client_id', 'in', clientIds));
      if (query.after !== null) conditions.push(eb('entry.happened_at', '>=', firstMoment(group, query.after)));
      if (query.kind !== null) conditions.push(noteIsOf(eb, query.kind));
      return eb.and(conditions);
    });
}

/** A handoff is known by the day it began, the rest by their moment. */
function firstMoment(group: Group, after: Day): string {
  return group === 'handoffs' ? after : startOfDay(after);
}

function noteIsOf(eb: ExpressionBuilder<Schema & { entry: Schema['local_search_entry'] }, 'entry'>, kind: string) {
  return eb('entry.row_id', 'in', eb.selectFrom('note').select('note.id').where('note.kind', '=', kind));
}

/** Only letters and digits get into `match`, each word in quotes; it is a parameter all the same. */
function inIndex(match: string | null, column?: 'title'): Expression<SqlBool> {
  if (match === null) return sql<SqlBool>`true`;
  const query = column === undefined ? match : `${column} : (${match})`;
  return sql<SqlBool>`entry.entry in (select rowid from local_search where local_search match ${query})`;
}

/** Null when the question names no client. */
async function clientsCalled(reader: Reader, name: string | null): Promise<readonly Id[] | null> {
  if (name === null) return null;
  const cards = await reader.selectFrom('local_client_card').select(['client_id', 'name']).execute();
  return cards.filter((card) => foldWord(card.name).includes(name)).map((card) => card.client_id);
}

async function holdingPhrases(
  reader: Reader,
  group: Group,
  ids: readonly Id[],
  phrases: SearchQuery['phrases'],
): Promise<readonly Id[]> {
  const texts = await textsOf(reader, group, ids);
  const holds = (text: string) =>
    phrases.every((phrase) => hitsIn(text, { words: [], phrases: [phrase] }, stemOf).length > 0);
  return ids.filter((id) => texts.get(id)?.some(holds));
}
