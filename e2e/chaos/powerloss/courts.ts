import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { type CrashState, layOut } from './crash-states.ts';
import type { Standing } from './standing.ts';

const program = path.join(import.meta.dirname, 'judge-process.ts');

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

  constructor(place: string, count: number) {
    this.#all = Array.from({ length: count }, (_, number) => begin(path.join(place, `c${number}`)));
    this.#free = [...this.#all];
  }

  /** Waits until one is free to begin. `recorded` is where the state was recorded. */
  async hear(state: CrashState, recorded: string, said: (standing: Standing) => void): Promise<void> {
    while (this.#free.length === 0) await Promise.race(this.#busy);
    const court = this.#free.pop();
    if (!court) throw new Error('no court is free');
    layOut(state, recorded, court.root);
    const heard = this.#ask(court).then((standing) => {
      this.#free.push(court);
      this.#busy.delete(heard);
      said(standing);
    });
    this.#busy.add(heard);
  }

  async #ask({ child, root, gone }: Court): Promise<Standing> {
    child.send(root);
    const [said] = await Promise.race([once(child, 'message'), gone]);
    return said;
  }

  async rest(): Promise<void> {
    await Promise.all(this.#busy);
  }

  async end(): Promise<void> {
    for (const { child } of this.#all) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const exit = once(child, 'exit');
      child.kill();
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
