import { commands } from '../../electron/backend/every-call/cases-in-test.ts';
import { type Played, playProgram } from '../../electron/backend/every-call/undo-programs-in-test.ts';
import type { CallName } from '../../shared/contract/contract.ts';
import { randomFrom } from '../chaos/random.ts';

export interface UndoFigures {
  readonly programs: number;
  readonly commands: number;
  /** Commands of the contract that were never carried out. */
  readonly never: readonly CallName[];
  readonly undone: number;
  /** The most steps back in one program. */
  readonly longest: number;
  readonly restarts: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly wrong: readonly string[];
}

const length = 50;
/** Every so many programs one is as long as this. */
const longEvery = 25;
const long = 130;
/** Changes of a client are not written down. */
const harm = 'drop trigger if exists log_update_client';

/** Plays programs one after another; each is known by its seed. */
export async function playPrograms(seed: number, count: number, isHarmed = false): Promise<UndoFigures> {
  const played: Played[] = [];
  const wrong: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const one = await playProgram({
      length: number % longEvery === longEvery - 1 ? long : length,
      random: randomFrom(seed + number),
      ...(isHarmed && { harm }),
    });
    played.push(one);
    if (one.wrong.length > 0) wrong.push(`seed ${seed + number}: ${[...new Set(one.wrong)].join(', ')}`);
    if (number % 50 === 49) console.error(`${number + 1} programs, ${wrong.length} wrong`);
  }
  const told = played.flatMap((one) => one.told);
  const sum = (of: (one: Played) => number) => played.reduce((all, one) => all + of(one), 0);
  return {
    programs: count,
    commands: told.length,
    never: commands.filter((name) => !told.includes(name)),
    undone: sum(({ undone }) => undone),
    longest: Math.max(...played.map(({ undone }) => undone)),
    restarts: sum(({ restarts }) => restarts),
    refused: countsOf(played),
    wrong,
  };
}

function countsOf(played: readonly Played[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { refused } of played)
    for (const [code, times] of Object.entries(refused)) counts[code] = (counts[code] ?? 0) + times;
  return counts;
}

/** Prints one line of JSON; the exit code. `SEED` and `UNDO_PROGRAMS` choose others and fewer. */
export async function undoProperty(): Promise<number> {
  const seed = Number(process.env['SEED'] ?? 1);
  const count = Number(process.env['UNDO_PROGRAMS'] ?? 1000);
  const from = performance.now();
  const figures = await playPrograms(seed, count);
  for (const each of figures.wrong) console.error(each);
  const control = (await playPrograms(seed, 3, true)).wrong.length;
  const { wrong, ...rest } = figures;
  const ms = Math.round(performance.now() - from);
  console.log(JSON.stringify({ seed, ...rest, kinds: commands.length, wrong: wrong.length, control, ms }));
  return wrong.length === 0 && rest.never.length === 0 && rest.longest >= 100 && control > 0 ? 0 : 1;
}
