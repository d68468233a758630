import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { quickPlace } from '../quick-place.ts';
import { randomFrom } from '../random.ts';
import { type ChapterName, chapterNames } from './chapters.ts';
import { crashState, cuts } from './crash-states.ts';
import { Courts } from './courts.ts';
import { isDone, record, type Recording, type Synchronous } from './recording.ts';
import { judge, type Promised, type Verdict } from './verdict.ts';

export interface Asked {
  /** How many different states are wanted of each chapter, at most. */
  readonly states: Readonly<Partial<Record<ChapterName, number>>>;
  readonly synchronous: Synchronous;
  readonly seed: number;
  /** Hears how far it is. */
  readonly tell?: (line: string) => void;
}

export interface Found {
  readonly states: number;
  readonly promises: number;
  readonly verdicts: Readonly<Record<Exclude<Verdict, 'kept'>, number>>;
  /** The first of them in words. */
  readonly wrong: readonly string[];
}

export function canRecord(): boolean {
  return spawnSync('strace', ['-qqq', '-o', '/dev/null', 'true']).status === 0;
}

export async function cutPower({ states, synchronous, seed, tell }: Asked): Promise<Found> {
  const place = mkdtempSync(path.join(quickPlace, 'rapport-powerloss-'));
  const courts = new Courts(place, availableParallelism());
  const found: Finding = { states: 0, promises: 0, verdicts: { lost: 0, half: 0, corrupt: 0 }, wrong: [] };
  try {
    for (const [number, chapter] of chapterNames.entries()) {
      const wanted = states[chapter] ?? 0;
      if (wanted === 0) continue;
      const recording = await record(path.join(place, `r${number}`), chapter, synchronous);
      found.promises += recording.promises.length;
      await judgeStates(recording, wanted, randomFrom(seed + number), courts, found);
      tell?.(`${chapter}: ${found.states} states, ${found.wrong.length} wrong`);
    }
    return found;
  } finally {
    await courts.end();
    rmSync(place, { recursive: true, force: true });
  }
}

type Finding = { -readonly [Key in keyof Found]: Found[Key] } & {
  verdicts: Record<Exclude<Verdict, 'kept'>, number>;
  wrong: string[];
};

/** What may change a disk; most calls only look. */
const changing = /write|sync|rename|link|mkdir|truncate/;

async function judgeStates(
  recording: Recording,
  wanted: number,
  random: () => number,
  courts: Courts,
  found: Finding,
): Promise<void> {
  const { playback, calls, promises, chapter, root } = recording;
  const seen = new Set<string>();
  // As many moments as bring the states that are wanted, when about half of them are alike.
  const share = (2 * wanted) / (calls.filter(({ name }) => changing.test(name)).length * cuts.length);
  let done = 0;
  for (const call of calls) {
    const effect = playback.play(call);
    if (effect === 'told') done = playback.told.filter(isDone).length;
    if (effect === 'nothing' || seen.size >= wanted || random() > (effect === 'write' ? share : 4 * share)) continue;
    const promised: Promised = {
      before: promises[done - 1]?.standing ?? null,
      after: promises[done]?.standing ?? null,
      earlier: promises.slice(0, Math.max(0, done - 1)).map(({ standing }) => standing),
    };
    for (const cut of cuts) {
      const state = crashState(playback.disk, cut, random);
      const key = `${done} ${state.sum}`;
      if (seen.has(key)) continue;
      seen.add(key);
      await courts.hear(state, root, (standing) => {
        const { verdict, why } = judge(standing, promised);
        found.states += 1;
        if (verdict === 'kept') return;
        found.verdicts[verdict] += 1;
        const moment = `${chapter}, after "${promises[done - 1]?.act ?? 'nothing'}"`;
        found.wrong.push(`${verdict}: ${moment}, unsynced contents ${cut.contents}, names ${cut.names}: ${why}`);
      });
    }
  }
  await courts.rest();
}

/** How the states are shared out: more where more is written. */
const shares: Readonly<Record<ChapterName, number>> = {
  work: 0.34,
  import: 0.12,
  move: 0.3,
  migration: 0.14,
  restore: 0.1,
};

export function sharedOut(states: number): Readonly<Record<ChapterName, number>> {
  const of = (chapter: ChapterName) => Math.ceil(states * shares[chapter]);
  return {
    work: of('work'),
    import: of('import'),
    move: of('move'),
    migration: of('migration'),
    restore: of('restore'),
  };
}

const fewestStates = 2000;

/** Prints one line of JSON; the exit code. */
export async function chaosPowerloss(): Promise<number> {
  if (!canRecord()) {
    console.error('skipped: strace may not follow a process here');
    return 1;
  }
  const seed = Number(process.env['SEED'] ?? 20261127);
  const wanted = Number(process.env['STATES'] ?? 2400);
  const started = performance.now();
  const states = sharedOut(wanted);
  const full = await cutPower({ states, synchronous: 'full', seed, tell: console.error });
  for (const wrong of full.wrong) console.error(wrong);
  const control = await cutPower({ states: { work: 100 }, synchronous: 'normal', seed });
  const isControlCaught = control.verdicts.lost > 0;
  console.log(
    JSON.stringify({
      seed,
      states: full.states,
      acknowledged: full.promises,
      ...full.verdicts,
      control: { synchronous: 'normal', states: control.states, ...control.verdicts },
      isControlCaught,
      seconds: Math.round((performance.now() - started) / 1000),
    }),
  );
  return full.states >= fewestStates && full.wrong.length === 0 && isControlCaught ? 0 : 1;
}
