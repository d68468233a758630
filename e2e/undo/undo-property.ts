import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { commands } from '../../electron/backend/every-call/cases-in-test.ts';
import { type Played, playProgram } from '../../electron/backend/every-call/undo-programs-in-test.ts';
import type { CallName } from '../../shared/contract/contract.ts';
import { randomFrom } from '../chaos/random.ts';
import type { Proven } from '../report.ts';

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
/** The first of so many programs is as long as this. */
const longEvery = 25;
const long = 130;
/** The least that one program has to go back. */
const stepsBack = 100;
/** So many programs carry out every command there is. */
const enoughForAll = 300;

/** What breaks the file, for controls. */
export const harms = {
  /** Changes of a client are not written down. */
  unlogged: 'drop trigger if exists log_update_client',
  /** Undo goes past what nothing that was issued rests on. */
  final: `create temp trigger if not exists harm after insert on local_command when new.name in ('clients.addTask', 'clients.addKpi', 'clients.addRequest')
    begin update local_command set state = 'final' where seq = new.seq; end`,
} as const;
export type Harm = keyof typeof harms;

export interface NumberedProgram {
  readonly seed: number;
  readonly number: number;
  readonly harm: Harm | null;
}

export function playNumbered({ seed, number, harm }: NumberedProgram): Promise<Played> {
  return playProgram({
    length: number % longEvery === 0 && harm === null ? long : length,
    random: randomFrom(seed + number),
    ...(harm !== null && { harm: harms[harm] }),
  });
}

type Play = (program: NumberedProgram) => Promise<Played>;

/** Plays programs, each known by its seed; several at a time where there are several to play them. */
export async function playPrograms(
  seed: number,
  count: number,
  harm: Harm | null = null,
  players: readonly Play[] = [playNumbered],
): Promise<UndoFigures> {
  const played = new Map<number, Played>();
  let next = 0;
  const playOn = async (play: Play) => {
    for (let number = next; number < count; number = next) {
      next += 1;
      const program = { seed, number, harm };
      const broken = (problem: unknown): Played => ({ ...nothing, wrong: [`broke off: ${String(problem)}`] });
      played.set(number, await play(program).catch(broken));
      if (played.size % 50 === 0) console.error(`${played.size} programs`);
    }
  };
  await Promise.all(players.map(playOn));
  return figuresOf(seed, played);
}

const nothing: Played = { told: [], refused: {}, undone: 0, restarts: 0, wrong: [] };

function figuresOf(seed: number, played: ReadonlyMap<number, Played>): UndoFigures {
  const all = [...played.values()];
  const told = all.flatMap((one) => one.told);
  const sum = (of: (one: Played) => number) => all.reduce((total, one) => total + of(one), 0);
  return {
    programs: all.length,
    commands: told.length,
    never: commands.filter((name) => !told.includes(name)),
    undone: sum(({ undone }) => undone),
    longest: Math.max(0, ...all.map(({ undone }) => undone)),
    restarts: sum(({ restarts }) => restarts),
    refused: countsOf(all),
    wrong: [...played].flatMap(([number, { wrong }]) =>
      wrong.length === 0 ? [] : [`seed ${seed + number}: ${[...new Set(wrong)].join(', ')}`],
    ),
  };
}

function countsOf(played: readonly Played[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { refused } of played)
    for (const [code, times] of Object.entries(refused)) counts[code] = (counts[code] ?? 0) + times;
  return counts;
}

/** What the figures fall short of. */
export function shortOf({ programs, never, longest, wrong }: UndoFigures, wanted: number): readonly string[] {
  return [
    ...wrong,
    ...(programs > 0 && programs === wanted ? [] : [`${programs} of ${wanted} programs`]),
    ...(longest >= stepsBack ? [] : [`no more than ${longest} steps back`]),
    ...(programs >= enoughForAll && never.length > 0 ? [`never carried out: ${never.join(', ')}`] : []),
  ];
}

/** `SEED` and `UNDO_PROGRAMS` choose others and fewer, `PLAYERS` how many at a time. */
export async function undoProperty(): Promise<Proven> {
  const seed = Number(process.env['SEED'] ?? 1);
  const count = Number(process.env['UNDO_PROGRAMS'] ?? 1000);
  const players = Array.from({ length: Number(process.env['PLAYERS'] ?? availableParallelism()) }, newPlayer);
  const plays = players.map(({ play }) => play);
  const { wrong, ...figures } = await playPrograms(seed, count, null, plays);
  const control = {
    unlogged: (await playPrograms(seed, 3, 'unlogged', plays)).wrong.length,
    final: (await playPrograms(seed, 3, 'final', plays)).wrong.length,
  };
  await Promise.all(players.map(({ end }) => end()));
  return {
    figures: { seed, ...figures, kinds: commands.length, wrong: wrong.length, control },
    short: [
      ...shortOf({ ...figures, wrong }, count),
      ...Object.entries(control).flatMap(([name, caught]) => (caught > 0 ? [] : [`control: ${name} is not caught`])),
    ],
  };
}

/** A thread that plays one program after another. */
function newPlayer(): { readonly play: Play; readonly end: () => Promise<number> } {
  const thread = new Worker(new URL('./player.mjs', import.meta.url), { execArgv: process.execArgv });
  const play = (program: NumberedProgram) =>
    new Promise<Played>((resolve, reject) => {
      const settle = (answer: { readonly played: Played } | { readonly problem: string }) => {
        thread.off('error', reject);
        if ('played' in answer) resolve(answer.played);
        else reject(new Error(answer.problem));
      };
      thread.once('message', settle);
      thread.once('error', reject);
      thread.postMessage(program);
    });
  return { play, end: () => thread.terminate() };
}
