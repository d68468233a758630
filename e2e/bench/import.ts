import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v4 } from 'uuid';
import { corpus } from '../../db/search-truth/corpus.ts';
import { englishWords } from '../../db/search-truth/english-words.ts';
import { russianWords } from '../../db/search-truth/russian-words.ts';
import { keysOf } from '../../db/word-keys.ts';
import { takeStep } from '../../electron/backend/notes/take-step.ts';
import { noWholeFile, type TestContext, testContext } from '../../electron/backend/testing.ts';
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
  /** The same in processor time, which does not grow where others want the machine as well. */
  readonly longestTurnCpuMs: number;
}

function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  let [longest, longestCpu] = [0, 0];
  let [last, lastCpu] = [performance.now(), threadCpuMs()];
  const count = () => {
    longest = Math.max(longest, performance.now() - last);
    longestCpu = Math.max(longestCpu, threadCpuMs() - lastCpu);
    [last, lastCpu] = [performance.now(), threadCpuMs()];
  };
  const beat = setInterval(count, 1);
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  await work();
  const { user, system } = process.cpuUsage(cpu);
  count();
  clearInterval(beat);
  return {
    cpuSeconds: rounded((user + system) / 1e6),
    seconds: rounded((performance.now() - start) / 1000),
    longestTurnMs: rounded(longest),
    longestTurnCpuMs: rounded(longestCpu),
  };
}

/** A table of many rows, taken apart and looked through. */
async function costOfTable(context: TestContext, folder: string): Promise<Cost & { readonly rows: number }> {
  const rows = 5 * count;
  const file = path.join(folder, 'notes.csv');
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = Array.from(
    corpus({ count: rows, seed: 2, words: { ru: russianWords, en: englishWords } }),
    ({ clientIndex, happenedAt, kind, body }) => `Client ${clientIndex},${happenedAt},${kind},${quoted(body)}`,
  );
  writeFileSync(file, ['client,date,kind,text', ...lines].join('\n'));
  const calls = transferHandlers(context, noWholeFile);
  context.desktop.answers.push(file);
  const { source } = await calls['transfer.choose']({ from: 'csv' });
  const choices = { sourceId: source?.sourceId ?? '', clients: [] };
  return { rows, ...(await costOf(() => calls['transfer.preview'](choices))) };
}

/**
 * Prints one line of JSON: a folder of notes read, written with change log, tasks and index, and undone; a table with
 * five times as many rows read.
 */
export async function benchImport(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-import-'));
  const context = testContext();
  try {
    fillFolder(folder);
    // The program reads its dictionary as soon as its window is there.
    keysOf('слово');
    const calls = transferHandlers(context, noWholeFile);
    context.desktop.answers.push(folder);
    const { source } = await calls['transfer.choose']({ from: 'folder' });
    const choices = { sourceId: source?.sourceId ?? '', clients: [] };
    const preview = await costOf(() => calls['transfer.preview'](choices));
    const commandId = v4();
    const write = await costOf(() => calls['transfer.import']({ commandId, ...choices }));
    const { file } = context.storage;
    const notes = file.prepare('select count(*) from note').pluck().get();
    const entries = file.prepare('select count(*) from local_search_entry').pluck().get();
    const undo = await costOf(() => takeStep(context, { kind: 'undo', commandId: v4(), targetId: commandId }));
    const table = await costOfTable(context, folder);
    const notesPerCpuSecond = Math.round(count / (preview.cpuSeconds + write.cpuSeconds));
    process.stdout.write(`${JSON.stringify({ notes, entries, notesPerCpuSecond, preview, write, undo, table })}\n`);
  } finally {
    await context.storage.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
