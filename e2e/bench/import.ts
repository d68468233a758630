import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v4 } from 'uuid';
import { corpus } from '../../db/search-truth/corpus.ts';
import { englishWords } from '../../db/search-truth/english-words.ts';
import { russianWords } from '../../db/search-truth/russian-words.ts';
import { keysOf } from '../../db/word-keys.ts';
import { testContext } from '../../electron/backend/testing.ts';
import { transferHandlers } from '../../electron/backend/transfer.ts';
import { rounded } from './page-cost.ts';

const count = Number(process.env['NOTES'] ?? 10_000);

/** A folder for each client, a file for each note, as another program keeps them. */
function fillFolder(folder: string): void {
  let number = 0;
  for (const note of corpus({ count, seed: 1, words: { ru: russianWords, en: englishWords } })) {
    number += 1;
    const client = path.join(folder, `Client ${note.clientIndex}`);
    mkdirSync(client, { recursive: true });
    const facts = `---\ndate: ${note.happenedAt}\nkind: ${note.kind}\n---\n\n`;
    writeFileSync(path.join(client, `${number}.md`), facts + note.body);
  }
}

interface Cost {
  readonly cpuSeconds: number;
  readonly seconds: number;
  /** The longest time in which nothing else got its turn. */
  readonly longestTurnMs: number;
}

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 1);
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(beat);
  return {
    cpuSeconds: rounded((user + system) / 1e6),
    seconds: rounded((performance.now() - start) / 1000),
    longestTurnMs: rounded(longest),
  };
}

/** Prints one line of JSON: a folder of notes read, written with change log, tasks and index, and undone. */
export async function benchImport(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-import-'));
  const context = testContext();
  try {
    fillFolder(folder);
    // The program reads its dictionary as soon as its window is there.
    keysOf('слово');
    const calls = transferHandlers(context);
    context.desktop.answers.push(folder);
    const { source } = await calls['transfer.choose']({ from: 'folder' });
    const choices = { sourceId: source?.sourceId ?? '', clients: [] };
    const preview = await costOf(() => calls['transfer.preview'](choices));
    const commandId = v4();
    const write = await costOf(() => calls['transfer.import']({ commandId, ...choices }));
    const { file } = context.storage;
    const notes = file.prepare('select count(*) from note').pluck().get();
    const entries = file.prepare('select count(*) from local_search_entry').pluck().get();
    const undo = await costOf(() => context.storage.undo(v4(), commandId));
    const notesPerCpuSecond = Math.round(count / (preview.cpuSeconds + write.cpuSeconds));
    process.stdout.write(`${JSON.stringify({ notes, entries, notesPerCpuSecond, preview, write, undo })}\n`);
  } finally {
    await context.storage.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
