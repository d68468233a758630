import { v7 } from 'uuid';
import { parseSearch } from '../../shared/search-query.ts';
import { type KeysOf, matchExpression } from '../../shared/search-words.ts';
import { openIndexQueue } from '../index-queue.ts';
import { buildIndexOn } from '../search.ts';
import { entryRange } from '../search-index.ts';
import { keysOf } from '../word-keys.ts';
import type { Storage } from '../storage.ts';
import { clientsInCorpus, corpus } from './corpus.ts';
import { englishWords } from './english-words.ts';
import type { Paradigm } from './paradigm.ts';
import { homonyms, russianWords } from './russian-words.ts';

export interface Truth {
  /** Whether the note holds a form of the dictionary word. */
  readonly holds: (noteId: string, word: string) => boolean;
  /** How many notes do. */
  readonly count: (word: string) => number;
}

const clientId = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** Fills an empty file with notes of the corpus, indexed, and knows which words each holds. */
export async function fillWithCorpus(
  storage: Pick<Storage, 'file' | 'maintain'>,
  count: number,
  seed = 1,
  { keepsChangeLog = false } = {},
): Promise<Truth> {
  const { file } = storage;
  const triggers = dropChangeLog(file);
  const addClient = file.prepare(`insert into client (id, name, stage, created_at) values (?, ?, 'stable', ?)`);
  const addNote = file.prepare(
    `insert into note (id, client_id, kind, happened_at, finished_at, body) values (?, ?, ?, ?, ?, ?)`,
  );
  const numbers = new Map<string, number>();
  const holders = new Map<string, Uint8Array>();
  const counts = new Map<string, number>();
  const mark = (word: string, number: number) => {
    const bits = holders.get(word) ?? new Uint8Array(Math.ceil(count / 8));
    holders.set(word, bits);
    bits[number >> 3] = (bits[number >> 3] ?? 0) | (1 << (number & 7));
    counts.set(word, (counts.get(word) ?? 0) + 1);
  };
  await storage.maintain(() => {
    for (let index = 0; index < clientsInCorpus; index += 1)
      addClient.run(clientId(index), `Client ${index}`, '2019-01-01T00:00:00.000Z');
    for (const note of corpus({ count, seed, words: { ru: russianWords, en: englishWords } })) {
      const id = v7();
      addNote.run(id, clientId(note.clientIndex), note.kind, note.happenedAt, note.happenedAt, note.body);
      for (const word of note.words) mark(word, numbers.size);
      numbers.set(id, numbers.size);
    }
    return Promise.resolve();
  });
  const queue = openIndexQueue(file);
  for (let isMore = true; isMore;)
    await storage.maintain(async (writer) => {
      isMore = await buildIndexOn({ writer, file }, queue, 2000);
    });
  if (keepsChangeLog) for (const sql of triggers) file.exec(sql);
  return {
    holds: (noteId, word) => {
      const number = numbers.get(noteId) ?? 0;
      return (((holders.get(word)?.[number >> 3] ?? 0) >> (number & 7)) & 1) === 1;
    },
    count: (word) => counts.get(word) ?? 0,
  };
}

/** What is filled in needs no history, which would take most of the time. Returns what brings the triggers back. */
function dropChangeLog(file: Storage['file']): readonly string[] {
  const triggers = file
    .prepare<[], { readonly name: string; readonly sql: string }>(
      `select name, sql from sqlite_schema where type = 'trigger' and tbl_name in ('client', 'note')`,
    )
    .all();
  for (const { name } of triggers) file.exec(`drop trigger "${name}"`);
  return triggers.map(({ sql }) => sql);
}

export interface Quality {
  readonly recall: number;
  readonly precision: number;
  /** Words asked for of which less than half of the notes were found, or of whose hits more than a tenth was wrong. */
  readonly worst: readonly string[];
}

/** Every note that a finished word finds. */
function notesFor(file: Storage['file'], text: string, keys: KeysOf): readonly string[] {
  const [from, to] = entryRange('note');
  const match = matchExpression(parseSearch(`${text} `, '2026-11-23'), {
    isWhole: true,
    keysOf: keys,
    mark: (word) => word,
    facts: [],
    beginnings: () => null,
  });
  return file
    .prepare<[string | null, number, number], string>(
      `select row_id from local_search join local_search_entry on entry = local_search.rowid
       where local_search match ? and local_search.rowid >= ? and local_search.rowid < ?`,
    )
    .pluck()
    .all(match, from, to);
}

/** Over so many forms of each word, all when not told: what part is found, and what part of what is found is meant. */
export function measureQuality(
  file: Storage['file'],
  truth: Truth,
  words: readonly Paradigm[],
  { formsOfEach = Number.POSITIVE_INFINITY, keys = keysOf }: { formsOfEach?: number; keys?: KeysOf } = {},
): Quality {
  let [wanted, right, found] = [0, 0, 0];
  const worst: string[] = [];
  for (const { word, forms } of words) {
    const asked = forms.filter((form) => !homonyms.includes(form));
    const step = Math.max(1, Math.ceil(asked.length / formsOfEach));
    for (const form of asked.filter((_, index) => index % step === 0)) {
      const ids = notesFor(file, form, keys);
      const hits = ids.filter((id) => truth.holds(id, word)).length;
      wanted += truth.count(word);
      right += hits;
      found += ids.length;
      if (hits < truth.count(word) * 0.5) worst.push(`${form} finds ${hits} of ${truth.count(word)} with ${word}`);
      if (hits < ids.length * 0.9) worst.push(`${form} finds ${ids.length - hits} of ${ids.length} without ${word}`);
    }
  }
  return { recall: right / wanted, precision: right / found, worst };
}
