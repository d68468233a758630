import { v7 } from 'uuid';
import { writeNote } from '../../db/notes.ts';
import { corpus } from '../../db/search-truth/corpus.ts';
import { englishWords } from '../../db/search-truth/english-words.ts';
import { fillWithCorpus } from '../../db/search-truth/measure.ts';
import { russianWords } from '../../db/search-truth/russian-words.ts';
import { openTestStorage, type TestStorage } from '../../db/testing.ts';
import { localDay } from '../../db/local-day.ts';
import { rounded } from './page-cost.ts';
import { percentiles } from './percentiles.ts';

const stored = Number(process.env['NOTES'] ?? 100_000);
const saves = Number(process.env['SAVES'] ?? 1500);

/** Saved the way the program does: change log, tasks, client card and index in one transaction that is on the disk. */
async function saveWhole(storage: TestStorage, clientId: string, body: string, happenedAt: string): Promise<void> {
  await storage.write({ id: v7(), name: 'notes.write' }, async (writer, stamp) => {
    await writeNote(writer, stamp, null, {
      clientId,
      kind: 'meeting',
      happenedAt,
      initiatedBy: null,
      body,
      attendees: [],
      finished: true,
      day: localDay(happenedAt),
    });
  });
}

/** The row alone, in a transaction that is on the disk. */
function bareInsert({ file }: TestStorage): (clientId: string, body: string, happenedAt: string) => void {
  file.exec(
    'create table bare_note (id text primary key, client_id text, kind text, happened_at text, body text) strict',
  );
  const insert = file.prepare('insert into bare_note values (?, ?, ?, ?, ?)');
  return (clientId, body, happenedAt) => void insert.run(v7(), clientId, 'meeting', happenedAt, body);
}

/** Prints one line of JSON: a save with all that hangs on it beside the insert of its row alone, turn by turn. */
export async function benchNote(): Promise<void> {
  const storage = openTestStorage();
  try {
    await fillWithCorpus(storage, stored, 1, { keepsChangeLog: true });
    const clientId = storage.file.prepare<[], string>('select id from client limit 1').pluck().get() ?? '';
    const insert = bareInsert(storage);
    const [whole, bare]: [number[], number[]] = [[], []];
    for (const { body, happenedAt } of corpus({
      count: saves,
      seed: 2,
      words: { ru: russianWords, en: englishWords },
    })) {
      const start = performance.now();
      insert(clientId, body, happenedAt);
      const middle = performance.now();
      await saveWhole(storage, clientId, body, happenedAt);
      bare.push(middle - start);
      whole.push(performance.now() - middle);
    }
    const [saveMs, insertMs] = [percentiles(whole), percentiles(bare)];
    process.stdout.write(
      `${JSON.stringify({
        stored,
        saves,
        synchronous: storage.file.pragma('synchronous', { simple: true }),
        saveMs,
        insertMs,
        timesTheInsert: rounded(saveMs.p50 / insertMs.p50),
        p99OverP50: rounded(saveMs.p99 / saveMs.p50),
      })}\n`,
    );
  } finally {
    await storage.remove();
  }
}
