import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { type ChapterName, chapters } from './chapters.ts';
import { Playback } from './playback.ts';
import type { Standing } from './standing.ts';
import { readCalls, straceArgs, type SystemCall } from './system-calls.ts';

const program = path.join(import.meta.dirname, 'play-process.ts');

export type Synchronous = 'full' | 'normal';

/** What a program did to its disk, and what it said to be done. */
export interface Recording {
  readonly chapter: ChapterName;
  readonly root: string;
  /** The disk as it was before. */
  readonly playback: Playback;
  readonly calls: readonly SystemCall[];
  readonly promises: readonly { readonly act: string; readonly standing: Standing }[];
}

/** Leaves nothing in the folder `root`, which must not be there before. */
export async function record(root: string, chapter: ChapterName, synchronous: Synchronous): Promise<Recording> {
  await chapters[chapter].prepare(root);
  const playback = new Playback(root);
  const list = `${root}.calls`;
  const args = [...straceArgs(list), process.execPath, program, root, chapter, synchronous];
  const child = spawn('strace', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  const lines = said.split('\n').filter((line) => line.startsWith('{'));
  if (code !== 0 || lines.at(-1) !== '{"ended":true}') throw new Error(`the chapter "${chapter}" did not end well`);
  const calls = await readCalls(list);
  rmSync(list);
  rmSync(root, { recursive: true });
  return { chapter, root, playback, calls, promises: promisesIn(lines) };
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
