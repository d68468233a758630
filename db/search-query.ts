import type Database from 'better-sqlite3';
import type { Day, Id } from '../shared/contract/call.ts';
import type { CallOutput } from '../shared/contract/contract.ts';
import { searchCountLimit, type SearchGroup, searchGroups } from '../shared/contract/search.ts';
import { foldName, parseSearch, type SearchQuery } from '../shared/search-query.ts';
import { holdsPhrases, matchExpression, type SearchWord } from '../shared/search-words.ts';
import { startOfDay } from './local-day.ts';
import type { Reader } from './schema.ts';
import { clientFact, type Indexed, kindFact, openFact, tableFact, taskFact } from './search-entries.ts';
import { hitsOf, textsOf } from './search-hits.ts';
import {
  beginningsOf,
  entryRange,
  factWord,
  firstEntry,
  furthestSpill,
  msOf,
  slotSize,
  titleWord,
} from './search-index.ts';
import { keysOf } from './word-keys.ts';

type Answer = Omit<CallOutput<'search.find'>, 'indexed'>;

export const tableOfGroup: Readonly<Record<SearchGroup, Indexed>> = {
  notes: 'note',
  clients: 'client',
  contacts: 'contact',
  tasks: 'task',
  handoffs: 'handoff',
};

/** Under so many hits, words that only begin alike are shown as well. */
const few = 3;

/** The newest so many are put in order: better hits first. */
const candidates = searchCountLimit + 1;

export interface SearchRequest {
  readonly text: string;
  /** Hits of each group. */
  readonly limit: number;
  readonly groups?: readonly SearchGroup[];
  readonly today: Day;
}

export interface SearchSource {
  readonly read: Reader;
  readonly file: Database.Database;
}

/** Among the newest hits of a group the better ones first: all words in the title, words written out; then by time. */
export async function searchAll(
  source: SearchSource,
  { text, limit, groups = searchGroups, today }: SearchRequest,
): Promise<Answer> {
  const query = parseSearch(text, today);
  const total = { notes: 0, clients: 0, contacts: 0, tasks: 0, handoffs: 0 };
  const answer: Answer = { hits: [], total, atLeast: [] };
  const facts = await factsOf(source.read, query);
  if (facts === null || isEmpty(query, facts)) return answer;
  const find = async (asked: SearchQuery) => {
    const found = new Map<SearchGroup, Found>();
    for (const group of groups) found.set(group, await foundInGroup(source, group, { query: asked, facts, limit }));
    return found;
  };
  const exact = await find(query);
  const count = [...exact.values()].reduce((sum, found) => sum + found.count, 0);
  const shorter = count < few ? shortened(query) : null;
  const similar = shorter && (await find(shorter));
  for (const group of groups) {
    const [own, more] = [exact.get(group), similar?.get(group)];
    const ids = [...new Set([...(own?.ids ?? []), ...(more?.ids ?? [])])].slice(0, limit);
    answer.total[group] = Math.max(own?.count ?? 0, more?.count ?? 0);
    if (own?.isCounted === false) answer.atLeast.push(group);
    answer.hits.push(...(await hitsOf(source.read, group, ids, similar ? shorter : query)));
  }
  return answer;
}

function isEmpty({ words, phrases, after, before }: SearchQuery, facts: readonly string[]): boolean {
  return words.length + phrases.length + facts.length === 0 && after === null && before === null;
}

const shortest = 4;

/**
 * The same words cut short, for forms that neither dictionary nor stemmer knows; null when one is so short that half of
 * everything begins like it.
 */
export function shortened(query: SearchQuery): SearchQuery | null {
  if (query.words.length === 0 || query.phrases.length > 0) return null;
  return query.words.some(({ text }) => text.length < shortest)
    ? null
    : { ...query, words: query.words.map(shortWord) };
}

/** A third of the word at most goes, and four letters stay: «витринный» becomes «витрин». */
function shortWord({ text }: SearchWord): SearchWord {
  const length = Math.max(shortest, Math.ceil((text.length * 2) / 3));
  return { text: text.slice(0, length), isOpen: true };
}

/** What filters ask the index for; each is one word or a choice of words. Null when no client is called so. */
async function factsOf(reader: Reader, query: SearchQuery): Promise<readonly string[] | null> {
  const facts = [
    ...(query.kind === null ? [] : [quoted(kindFact(query.kind))]),
    ...(query.hasTask ? [quoted(taskFact)] : []),
    ...(query.isOpen ? [quoted(openFact)] : []),
  ];
  if (query.client === null) return facts;
  const wanted = query.client;
  const cards = await reader.selectFrom('local_client_card').select(['client_id', 'name']).execute();
  const called = cards.filter(({ name }) => foldName(name).includes(wanted)).map(({ client_id }) => client_id);
  return called.length === 0 ? null : [...facts, `(${called.map((id) => quoted(clientFact(id))).join(' OR ')})`];
}

const quoted = (fact: string): string => `"${factWord(fact)}"`;

interface TableSearch {
  readonly table: Indexed;
  readonly query: SearchQuery;
  readonly facts: readonly string[];
  readonly limit: number;
  /** Only entries older than this one. */
  readonly before?: number;
}

/** So many times the newest of what is left are read for a phrase: 20,000 texts that hold its words and not itself. */
const mostReadings = 40;

/** Phrases are looked for in the texts themselves, the newest that hold all their words first, until there are enough. */
async function foundInGroup(
  { read, file }: SearchSource,
  group: SearchGroup,
  search: Omit<TableSearch, 'table'>,
): Promise<Found> {
  const table = tableOfGroup[group];
  const { phrases } = search.query;
  if (phrases.length === 0) return foundIn(file, { ...search, table });
  const holding: Id[] = [];
  let isCounted = false;
  let before: number | undefined;
  for (let reading = 0; reading < mostReadings && holding.length < search.limit; reading += 1) {
    const older = before === undefined ? {} : { before };
    const { ids, count, oldest } = foundIn(file, { ...search, table, limit: candidates, ...older });
    const texts = await textsOf(read, group, ids);
    holding.push(...ids.filter((id) => holdsPhrases(texts.get(id) ?? [], phrases)));
    isCounted = count < candidates;
    if (isCounted) break;
    before = oldest;
  }
  return { ids: holding.slice(0, search.limit), count: holding.length, isCounted };
}

/** Whole numbers as such: FTS5 pays no heed to a bound that is a floating point number. */
type Named = Record<string, string | bigint>;

interface Statements {
  readonly entries: Database.Statement<[Named], number>;
  readonly entriesInTime: Database.Statement<[Named], number>;
  readonly entriesWithoutWords: Database.Statement<[Named], number>;
  readonly amongThem: Database.Statement<[Named], number>;
  readonly row: Database.Statement<[number], { readonly id: Id; readonly ms: number }>;
}

const kept = new WeakMap<Database.Database, Statements>();

/** Kept: they run at every key. */
function statementsOf(file: Database.Database): Statements {
  const known = kept.get(file) ?? prepare(file);
  kept.set(file, known);
  return known;
}

function prepare(file: Database.Database): Statements {
  const inTime = `happened_ms >= @after and happened_ms < @before`;
  const numbers = (sql: string) => file.prepare<[Named], number>(sql).pluck();
  return {
    entries: numbers(
      `select rowid from local_search where local_search match @match and rowid >= @from and rowid < @to
       order by rowid desc limit ${candidates}`,
    ),
    entriesInTime: numbers(
      `select hit.rowid from local_search as hit cross join local_search_entry on entry = hit.rowid
       where local_search match @match and hit.rowid >= @from and hit.rowid < @to and ${inTime}
       order by hit.rowid desc limit ${candidates}`,
    ),
    entriesWithoutWords: numbers(
      `select entry from local_search_entry
       where entry >= @from and entry < @to and ${inTime} order by entry desc limit ${candidates}`,
    ),
    amongThem: numbers(
      `select rowid from local_search where local_search match @match and rowid >= @from and rowid < @to`,
    ),
    row: file.prepare('select row_id as id, happened_ms as ms from local_search_entry where entry = ?'),
  };
}

interface Found {
  /** The best of the newest first. */
  readonly ids: readonly Id[];
  readonly count: number;
  /** False where looking ended before all were counted. */
  readonly isCounted?: boolean;
}

function foundIn(
  file: Database.Database,
  { table, query, facts, limit, before }: TableSearch,
): Found & { readonly oldest?: number | undefined } {
  const statements = statementsOf(file);
  const { to, ...from } = boundsOf(table, query);
  const bounds = { ...from, to: before === undefined ? to : BigInt(before) };
  const ownFacts = table === 'note' ? facts : [quoted(tableFact(table)), ...facts];
  const match = (isWhole: boolean, mark: (word: string) => string) =>
    matchExpression(query, { isWhole, keysOf, mark, facts: ownFacts, beginnings: (text) => beginningsOf(file, text) });
  const asked = match(false, (word) => word);
  const isTimed = query.after !== null || query.before !== null;
  const entries =
    asked === null
      ? statements.entriesWithoutWords.all(bounds)
      : statements[isTimed ? 'entriesInTime' : 'entries'].all({ ...bounds, match: asked });
  const rank = entries.length < 2 || query.words.length === 0 ? () => 0 : rankIn(statements, entries, match);
  const ranked = entries.map((entry) => ({ entry, rank: rank(entry) })).toSorted((one, other) => other.rank - one.rank);
  // The numbers tell the hour; within it the moment decides.
  const best = ranked.slice(0, limit + slotSize).flatMap(({ entry, rank: own }) => {
    const row = statements.row.get(entry);
    return row === undefined ? [] : { ...row, entry, rank: own };
  });
  const ordered = best.toSorted((one, other) => other.rank - one.rank || other.ms - one.ms || other.entry - one.entry);
  return { ids: ordered.slice(0, limit).map(({ id }) => id), count: entries.length, oldest: entries.at(-1) };
}

/** Twice for all words in the title, once for all words written out. */
function rankIn(
  { amongThem }: Statements,
  entries: readonly number[],
  match: (isWhole: boolean, mark: (word: string) => string) => string | null,
): (entry: number) => number {
  const span = { from: BigInt(entries.at(-1) ?? 0), to: BigInt((entries[0] ?? 0) + 1) };
  const among = (expression: string | null) =>
    new Set(expression === null ? [] : amongThem.all({ ...span, match: expression }));
  const whole = among(match(true, (word) => word));
  const inTitle = among(match(false, titleWord));
  return (entry) => (inTitle.has(entry) ? 2 : 0) + (whole.has(entry) ? 1 : 0);
}

function boundsOf(table: Indexed, { after, before }: SearchQuery) {
  const [from, to] = entryRange(table);
  const first = after === null ? 0 : msOf(startOfDay(after));
  const last = before === null ? Number.MAX_SAFE_INTEGER : msOf(startOfDay(before));
  return {
    after: BigInt(first),
    before: BigInt(last),
    from: BigInt(after === null ? from : firstEntry(table, first)),
    // An entry may have spilled over into later slots.
    to: BigInt(before === null ? to : Math.min(to, firstEntry(table, last) + furthestSpill)),
  };
}
