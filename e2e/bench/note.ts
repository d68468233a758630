import { Kysely } from 'kysely';
import { v7 } from 'uuid';
import { beginCommand, standingOf, withCommand } from '../../db/command-log.ts';
import { dialectOf } from '../../db/dialect.ts';
import { writeNote } from '../../db/notes.ts';
import { corpus } from '../../db/search-truth/corpus.ts';
import { englishWords } from '../../db/search-truth/english-words.ts';
import type { Schema } from '../../db/schema.ts';
import { fillWithCorpus } from '../../db/search-truth/measure.ts';
import { russianWords } from '../../db/search-truth/russian-words.ts';
import { openTestStorage, type TestStorage } from '../../db/testing.ts';
import { localDay } from '../../db/local-day.ts';
import { rounded } from './page-cost.ts';
import { percentiles } from './percentiles.ts';

const stored = Number(process.env['NOTES'] ?? 100_000);
const saves = Number(process.env['SAVES'] ?? 1500);

type NoteDraft = Parameters<typeof writeNote>[3];

function noteOf(clientId: string, body: string, happenedAt: string): NoteDraft {
  return {
    clientId,
    kind: 'meeting',
    happenedAt,
    initiatedBy: null,
    body,
    attendees: [],
    finished: true,
    day: localDay(happenedAt),
  };
}

/** The way the program saves: tasks, change log, client card and index in one transaction that is on the disk. */
async function saveWhole(storage: TestStorage, note: NoteDraft): Promise<void> {
  await storage.write({ id: v7(), name: 'notes.write' }, async (writer, stamp) => {
    await writeNote(writer, stamp, null, note);
  });
}

/** The same note by the same command, without index and client card. */
async function saveUnindexed(db: Kysely<Schema>, note: NoteDraft): Promise<void> {
  await db.transaction().execute(async (writer) => {
    const command = { id: v7(), name: 'notes.write' } as const;
    const stamp = { now: note.happenedAt, by: null, newId: v7 };
    await standingOf(writer, command, stamp.now);
    const seq = await beginCommand(writer, { ...command, kind: 'do', target: null }, stamp);
    await withCommand(writer, seq, async () => {
      await writeNote(writer, stamp, null, note);
    });
  });
}

/** The row of the note alone, with the change log that its table writes. */
function insertAlone({ file }: TestStorage): (note: NoteDraft) => void {
  const begin = file.prepare(`insert into local_command (id, name) values (?, 'notes.write')`);
  const within = file.prepare('update local_context set command_seq = ?');
  const insert =
    file.prepare(`insert into note (id, created_at, updated_at, client_id, kind, happened_at, finished_at, body)
    values (?, ?, ?, ?, ?, ?, ?, ?)`);
  return file.transaction(({ clientId, kind, happenedAt: now, body }: NoteDraft) => {
    within.run(begin.run(v7()).lastInsertRowid);
    insert.run(v7(), now, now, clientId, kind, now, now, body);
    within.run(null);
  }).immediate;
}

async function took(work: () => Promise<void> | void): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Prints one line of JSON: a save with all that hangs on it beside the same one unindexed and the insert alone, in turn. */
export async function benchNote(): Promise<void> {
  const storage = openTestStorage();
  try {
    await fillWithCorpus(storage, stored, 1, { keepsChangeLog: true });
    const clientId = storage.file.prepare<[], string>('select id from client limit 1').pluck().get() ?? '';
    const db = new Kysely<Schema>({ dialect: dialectOf(storage.file) });
    const insert = insertAlone(storage);
    const times: Record<'save' | 'unindexed' | 'insert', number[]> = { save: [], unindexed: [], insert: [] };
    for (const { body, happenedAt } of corpus({
      count: saves,
      seed: 2,
      words: { ru: russianWords, en: englishWords },
    })) {
      const note = noteOf(clientId, body, happenedAt);
      times.insert.push(await took(() => insert(note)));
      times.unindexed.push(await took(() => saveUnindexed(db, note)));
      times.save.push(await took(() => saveWhole(storage, note)));
    }
    const [saveMs, unindexedMs, insertMs] = [
      percentiles(times.save),
      percentiles(times.unindexed),
      percentiles(times.insert),
    ];
    process.stdout.write(
      `${JSON.stringify({
        stored,
        saves,
        synchronous: storage.file.pragma('synchronous', { simple: true }),
        saveMs,
        unindexedMs,
        insertMs,
        timesUnindexed: rounded(saveMs.p50 / unindexedMs.p50),
        timesTheInsert: rounded(saveMs.p50 / insertMs.p50),
        p99OverP50: rounded(saveMs.p99 / saveMs.p50),
      })}\n`,
    );
  } finally {
    await storage.remove();
  }
}
