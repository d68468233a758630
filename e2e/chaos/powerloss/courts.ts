import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { within } from '../../within.ts';
import { type CrashState, layOut } from './crash-states.ts';
import type { Heard } from './judge-process.ts';

const program = path.join(import.meta.dirname, 'judge-process.ts');

/** How long one state may take: a program that hangs on what a power cut left is a finding. */
const longestMs = 300_000;

interface Court {
  readonly root: string;
  readonly child: ChildProcess;
  /** Fails when the program dies of what it opens: a finding that nobody may miss. */
  readonly gone: Promise<never>;
}

/** Processes that open crash states, each one at a time in a folder of its own. */
export class Courts {
  readonly #all: readonly Court[];
  readonly #free: Court[];
  readonly #busy = new Set<Promise<void>>();
  readonly #longestMs: number;

  constructor(place: string, count: number, longest = longestMs) {
    this.#all = Array.from({ length: count }, (_, number) => begin(path.join(place, `c${number}`)));
    this.#free = [...this.#all];
    this.#longestMs = longest;
  }

  /** Waits until one is free to begin. `recorded` is where the state was recorded. */
  async hear(state: CrashState, recorded: string, said: (heard: Heard) => void): Promise<void> {
    while (this.#free.length === 0) await Promise.race(this.#busy);
    const court = this.#free.pop();
    if (!court) throw new Error('no court is free');
    layOut(state, recorded, court.root);
    const heard = this.#ask(court).then((answer) => {
      this.#free.push(court);
      this.#busy.delete(heard);
      said(answer);
    });
    // It fails whoever waits for it, now or at the end.
    heard.catch(() => undefined);
    this.#busy.add(heard);
  }

  async #ask({ child, root, gone }: Court): Promise<Heard> {
    child.send(root);
    const said = Promise.race([once(child, 'message'), gone]);
    const [heard] = await within(this.#longestMs, 'opening what a power cut had left', said, () =>
      child.kill('SIGKILL'),
    );
    return heard;
  }

  async rest(): Promise<void> {
    await Promise.all(this.#busy);
  }

  async end(): Promise<void> {
    for (const { child } of this.#all) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    }
  }
}

function begin(root: string): Court {
  const child = fork(program, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const gone = endOf(child);
  gone.catch(() => undefined);
  return { root, child, gone };
}

async function endOf(child: ChildProcess): Promise<never> {
  const [code, signal] = await once(child, 'exit');
  throw new Error(`the program ended with ${code ?? signal} while it opened what a power cut had left`);
}
