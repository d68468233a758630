import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { firmV8 } from '../../../electron/launcher/firm-v8.ts';

/** `lockless` and `careless` are controls: without the lock, and with one that is never looked at again. */
export type ContenderKind = 'real' | 'lockless' | 'careless';

/** The first line says whether the file opened, each later one how a write was answered. */
export interface Heard {
  readonly at: number;
  readonly opened: boolean;
  readonly code: string | null;
}

const program = path.join(import.meta.dirname, 'contender-process.ts');
const longest = 60_000;

/** One of the programs that want to write into the same file. */
export class Contender {
  readonly name: string;
  readonly heard: Heard[] = [];
  readonly #child: ChildProcess;

  constructor(folder: string, name: string, kind: ContenderKind = 'real') {
    this.name = name;
    const child = spawn(process.execPath, [...firmV8, program, folder, name, kind], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    let rest = '';
    child.stdout.on('data', (chunk: Buffer) => {
      const lines = `${rest}${chunk.toString()}`.split('\n');
      rest = lines.pop() ?? '';
      this.heard.push(...lines.map((line): Heard => JSON.parse(line)));
    });
  }

  /** Waits for a line that fits, among those from `from` on. */
  async hears(fits: (line: Heard) => boolean, from = 0): Promise<Heard> {
    for (const end = Date.now() + longest; Date.now() < end; await wait(20)) {
      const found = this.heard.slice(from).find(fits);
      if (found) return found;
    }
    throw new Error(`${this.name} never said what was waited for`);
  }

  /** The moments of its writes that were answered as saved. */
  saved(): readonly number[] {
    return this.heard.slice(1).flatMap(({ at, opened, code }) => (opened && code === null ? [at] : []));
  }

  /** Why it was not let in, or not any more. */
  refusals(): readonly string[] {
    return [...new Set(this.heard.flatMap(({ code }) => code ?? []))];
  }

  standStill(): void {
    this.#child.kill('SIGSTOP');
  }

  goOn(): void {
    this.#child.kill('SIGCONT');
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill('SIGKILL');
    await once(this.#child, 'exit');
  }
}

/** Pairs of programs that both wrote between the first and the last write of the other. */
export function writersAtOnce(contenders: readonly Contender[]): number {
  const spans = contenders
    .map((each) => each.saved())
    .filter((saved) => saved.length > 0)
    .map((saved) => ({ from: Math.min(...saved), to: Math.max(...saved) }));
  return spans.flatMap((one, index) =>
    spans.slice(index + 1).filter((other) => one.from <= other.to && other.from <= one.to),
  ).length;
}
