import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { within } from '../../within.ts';
import { type ChapterName, chapters } from './chapters.ts';
import { type DiskFolder, diskOf } from './disk.ts';
import { type Lying, readLying } from './lying.ts';
import type { Standing } from './standing.ts';
import { readCalls, straceArgs, type SystemCall } from './system-calls.ts';

const program = path.join(import.meta.dirname, 'play-process.ts');

/** What a control does worse: a database that does not wait for the disk, backups whose names do not. */
export type Fault = 'normal' | 'backups not synced';

/** What a program did to its disk. */
export interface RecordedCalls {
  /** The folder of the program as it lay there before, and as it lies there in the end. */
  readonly before: DiskFolder;
  readonly left: DiskFolder;
  readonly root: string;
  readonly calls: readonly SystemCall[];
  /** Lines of its output. */
  readonly said: readonly string[];
}

/** The same, and what it said to be done. */
export interface Recording extends RecordedCalls {
  readonly chapter: ChapterName;
  readonly stood: Lying;
  readonly promises: readonly { readonly act: string; readonly standing: Standing }[];
}

const longestMs = 3_600_000;

/** Leaves nothing in the folder `root`, which must not be there before. */
export async function record(
  root: string,
  chapter: ChapterName,
  fault: Fault | null,
  longest = longestMs,
): Promise<Recording> {
  await within(longest, `preparing the chapter "${chapter}"`, chapters[chapter].prepare(root));
  const stood = readLying(root);
  const recorded = await recordCalls(root, [process.execPath, program, root, chapter, fault ?? ''], longest);
  if (recorded.said.at(-1) !== '{"ended":true}') throw new Error(`the chapter "${chapter}" did not end well`);
  return { ...recorded, chapter, stood, promises: promisesIn(recorded.said) };
}

/** Any program of one process that works in the folder `root`, which is gone afterwards. */
export async function recordCalls(
  root: string,
  command: readonly string[],
  longest = longestMs,
): Promise<RecordedCalls> {
  const before = diskOf(root);
  const list = `${root}.calls`;
  try {
    // A group of its own: what is traced outlives a tracer that is killed alone.
    const child = spawn('strace', [...straceArgs(list), ...command], {
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    const end = () => void (child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'));
    const ending = Promise.all([text(child.stdout), once(child, 'exit')]);
    const [said, [code]] = await within(longest, 'recording', ending, end);
    if (code !== 0) throw new Error(`the recorded program ended with ${code}`);
    const lines = said.split('\n').filter((line) => line.startsWith('{'));
    return { before, left: diskOf(root), root, calls: await readCalls(list), said: lines };
  } finally {
    rmSync(list, { force: true });
    rmSync(root, { recursive: true, force: true });
  }
}

function promisesIn(lines: readonly string[]): Recording['promises'] {
  const said = lines.map((line): { readonly done?: string; readonly stands?: Standing } => JSON.parse(line));
  const acts = said.flatMap(({ done }) => (done === undefined ? [] : [done]));
  const standings = said.flatMap(({ stands }) => (stands === undefined ? [] : [stands]));
  return standings.map((standing, index) => ({ act: acts[index] ?? '', standing }));
}

export function isDone(line: string): boolean {
  return line.startsWith('{"done"');
}
