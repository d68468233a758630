import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { killTree, processTree } from './process-tree.ts';

/** What a proof has found. */
export interface Proven {
  readonly figures: { readonly [name: string]: unknown; readonly short?: never; readonly isProven?: never };
  /** Each promise that was not kept, in words; none when the proof holds. */
  readonly short: readonly string[];
}

interface Ending {
  /** Writes the one line of JSON. */
  readonly print: (line: string) => void;
  /** Where the details of what falls short go. */
  readonly tell: (line: string) => void;
  /** Ends what the proof has left running, and the process. */
  readonly give: (code: number) => void;
}

/** Of what falls short the line names so many; all of it is told beside the line. */
const named = 20;

const ofThisProcess: Ending = {
  // Not by the stream, which a process that is ended at once does not wait for.
  print: (line) => writeSync(1, `${line}\n`),
  tell: (line) => console.error(line),
  give: (code) => {
    for (const child of processTree(process.pid).slice(1)) killTree(child);
    process.exit(code);
  },
};

const inLine = (problem: unknown): string => {
  const [first = '', ...rest] = String(problem).split('\n');
  return [first, ...rest.slice(0, 3)].join(' ').slice(0, 400);
};

/**
 * Runs a proof and prints its one line of JSON, whatever becomes of it: `isProven`, what falls `short`, and the figures.
 * One that throws, that is stopped, or that does not end in so many minutes, says so there. The process ends with it.
 */
export async function runProof(
  prove: () => Promise<Proven>,
  { minutes, ...ending }: { readonly minutes: number } & Partial<Ending>,
): Promise<void> {
  const { print, tell, give } = { ...ofThisProcess, ...ending };
  const over = new AbortController();
  const isOver = wait(minutes * 60_000, null, { signal: over.signal }).catch(() => null);
  const isDone = prove().catch((problem: unknown): Proven => {
    tell(problem instanceof Error ? (problem.stack ?? problem.message) : String(problem));
    return { figures: {}, short: [inLine(problem)] };
  });
  const isStopped = new Promise<Proven>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => stop({ figures: {}, short: [`ended by ${signal}`] }));
  });
  const proven = await Promise.race([isDone, isOver, isStopped]);
  over.abort();
  const { figures, short } = proven ?? { figures: {}, short: [`not over after ${minutes} minutes`] };
  for (const each of short.slice(named)) tell(each);
  print(JSON.stringify({ isProven: short.length === 0, short: short.slice(0, named).map(inLine), ...figures }));
  give(short.length === 0 ? 0 : 1);
}

/** Only what is not so. */
export function unmet(wanted: Readonly<Record<string, boolean>>): readonly string[] {
  return Object.entries(wanted).flatMap(([words, isSo]) => (isSo ? [] : [words]));
}

/** The parts of a proof side by side; one that fails, or is not over after so many minutes, hides nothing of the others. */
export async function partsOf<Parts extends Readonly<Record<string, () => Promise<unknown>>>>(
  parts: Parts,
  { minutes }: { readonly minutes: number },
): Promise<{
  readonly found: { readonly [Name in keyof Parts]?: Awaited<ReturnType<Parts[Name]>> };
  readonly short: readonly string[];
}> {
  const found: { [Name in keyof Parts]?: Awaited<ReturnType<Parts[Name]>> } = {};
  const short: string[] = [];
  const limit = async (signal: AbortSignal) => {
    await wait(minutes * 60_000, null, { signal });
    throw new Error(`not over after ${minutes} minutes`);
  };
  await Promise.all(
    Object.entries(parts).map(async ([name, part]) => {
      const over = new AbortController();
      try {
        Object.assign(found, { [name]: await Promise.race([part(), limit(over.signal)]) });
      } catch (problem) {
        console.error(name, problem);
        short.push(`${name}: ${inLine(problem)}`);
      } finally {
        over.abort();
      }
    }),
  );
  return { found, short };
}

/** The minutes that a variable of the environment gives, or so many. */
export function minutesOf(variable: string, usual: number): number {
  const minutes = Number(process.env[variable] ?? usual);
  if (!(minutes > 0)) throw new Error(`${variable} is a number of minutes`);
  return minutes;
}
