import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Proven } from '../../report.ts';
import { quickPlace } from '../quick-place.ts';
import { randomFrom } from '../random.ts';
import { type ChapterName, chapterNames } from './chapters.ts';
import { Courts } from './courts.ts';
import { crashState, cuts } from './crash-states.ts';
import { chosen, playbackOf, playToEnd } from './moments.ts';
import { type Fault, record, type Recording } from './recording.ts';
import { judgeSpoilt } from './spoilt.ts';
import { straceArgs } from './system-calls.ts';
import { judge, type Promised, type Verdict } from './verdict.ts';

export interface Asked {
  /** How many different states are wanted of each chapter; more where every promise needs some. */
  readonly states: Readonly<Partial<Record<ChapterName, number>>>;
  /** Some moments between each promise and the next, and every cut at each of them; else the worst one at each promise. */
  readonly isThorough?: boolean;
  /** What a control does worse. */
  readonly fault?: Fault;
  readonly seed: number;
  /** Hears how far it is. */
  readonly tell?: (line: string) => void;
}

export interface Found {
  readonly states: number;
  readonly promises: number;
  /** The fewest states that were opened between one promise and the next. */
  readonly fewestPerAct: number;
  readonly verdicts: Readonly<Record<Exclude<Verdict, 'kept'>, number>>;
  /** Files that the program left, compared after playing each chapter to its end: of shared memory the name alone. */
  readonly replayed: number;
  /** In what they differ from those that the program left. */
  readonly unlike: readonly string[];
  /** What is wrong with which state, in words. */
  readonly wrong: readonly string[];
}

export function canRecord(): boolean {
  return spawnSync('strace', [...straceArgs('/dev/null'), 'true']).status === 0;
}

type Finding = { -readonly [Key in keyof Found]: Found[Key] } & {
  verdicts: Record<Exclude<Verdict, 'kept'>, number>;
  unlike: string[];
  wrong: string[];
};

export async function cutPower({ states, isThorough = false, fault, seed, tell }: Asked): Promise<Found> {
  return inCourts(async (courts, place) => {
    const found: Finding = {
      states: 0,
      promises: 0,
      fewestPerAct: Infinity,
      verdicts: { lost: 0, half: 0, corrupt: 0 },
      replayed: 0,
      unlike: [],
      wrong: [],
    };
    const asked = chapterNames.filter((chapter) => (states[chapter] ?? 0) > 0);
    // What is followed waits most of the time: all at once take as long as one.
    const recordings = asked.map((chapter, number) => record(path.join(place, `r${number}`), chapter, fault ?? null));
    // One that fails is noticed when its turn comes, or in the end.
    const ended = Promise.allSettled(recordings);
    try {
      for (const [number, recorded] of recordings.entries()) {
        const recording = await recorded;
        const { chapter } = recording;
        const wanted = { states: states[chapter] ?? 0, isThorough };
        await judgeStates(recording, wanted, randomFrom(seed + number), courts, found);
        tell?.(`${chapter}: ${found.states} states, ${found.wrong.length} wrong`);
      }
    } finally {
      await ended;
    }
    return found;
  });
}

/** The judge itself, on states that were spoilt by hand. */
export function judgeJudge(): ReturnType<typeof judgeSpoilt> {
  return inCourts((courts, place) => judgeSpoilt(place, courts));
}

async function inCourts<Value>(work: (courts: Courts, place: string) => Promise<Value>): Promise<Value> {
  const place = mkdtempSync(path.join(quickPlace, 'rapport-powerloss-'));
  const courts = new Courts(place, availableParallelism());
  try {
    return await work(courts, place);
  } finally {
    await courts.end();
    rmSync(place, { recursive: true, force: true });
  }
}

async function judgeStates(
  recording: Recording,
  { states, isThorough }: { readonly states: number; readonly isThorough: boolean },
  random: () => number,
  courts: Courts,
  found: Finding,
): Promise<void> {
  const { calls, promises, stood, chapter, root } = recording;
  const played = playToEnd(recording);
  found.promises += promises.length;
  found.replayed += played.files;
  found.unlike.push(...played.unlike.map((each) => `${chapter}: ${each}`));
  const playback = playbackOf(recording);
  const seen = new Set<string>();
  // Acts that were told in one write are one: no power cut comes between them.
  const ofAct = new Map(played.moments.map(({ done }) => [done, 0]));
  let next = 0;
  // As many as bring the states that are wanted, when about two of three are alike.
  const wanted = { states: states / 2, fewestAmid: isThorough ? 2 : 0 };
  for (const { call, done, isDue } of chosen(played, wanted, random)) {
    for (const each of calls.slice(next, call + 1)) playback.play(each);
    next = call + 1;
    if (seen.size >= states && !isDue) continue;
    const promised: Promised = {
      stood,
      before: promises[done - 1]?.standing ?? null,
      after: promises[done]?.standing ?? null,
      earlier: promises.slice(0, Math.max(0, done - 1)).map(({ standing }) => standing),
    };
    for (const cut of isDue && !isThorough && done > 0 ? cuts.slice(0, 1) : cuts) {
      const state = crashState(playback.disk, cut, random);
      const key = `${done} ${state.sum}`;
      if (seen.has(key)) continue;
      seen.add(key);
      await courts.hear(state, root, (heard) => {
        const { verdict, why } = judge(heard, promised);
        found.states += 1;
        ofAct.set(done, (ofAct.get(done) ?? 0) + 1);
        if (verdict === 'kept') return;
        found.verdicts[verdict] += 1;
        const moment = `${chapter}, after "${promises[done - 1]?.act ?? 'nothing'}"`;
        found.wrong.push(`${verdict}: ${moment}, unsynced contents ${cut.contents}, names ${cut.names}: ${why}`);
      });
    }
  }
  await courts.rest();
  found.fewestPerAct = Math.min(found.fewestPerAct, ...ofAct.values());
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

/** `STATES` chooses how many power cuts. */
export async function chaosPowerloss(): Promise<Proven> {
  const seed = Number(process.env['SEED'] ?? 20261127);
  if (!canRecord()) return { figures: { seed }, short: ['strace may not follow a process here'] };
  const full = await cutPower({
    states: sharedOut(Number(process.env['STATES'] ?? 2400)),
    isThorough: true,
    seed,
    tell: console.error,
  });
  const { states, promises, fewestPerAct, verdicts, replayed, unlike } = full;
  const control = await controls(seed);
  return {
    figures: {
      seed,
      states,
      acknowledged: promises,
      fewestPerAct,
      ...verdicts,
      replayed,
      unlike: unlike.length,
      control: control.figures,
    },
    short: [
      ...(states >= fewestStates ? [] : [`fewer than ${fewestStates} states`]),
      ...(fewestPerAct > 0 ? [] : ['an act without a state']),
      ...full.wrong,
      ...unlike.map((each) => `the replay is not what the program left: ${each}`),
      ...control.short,
    ],
  };
}

/** What must be caught. */
async function controls(seed: number): Promise<Proven> {
  const normal = await cutPower({ states: { work: 100 }, fault: 'normal', seed });
  const unsynced = await cutPower({ states: { migration: 60 }, fault: 'backups not synced', seed });
  const { spoilt, missed } = await judgeJudge();
  return {
    figures: {
      synchronousNormal: { states: normal.states, ...normal.verdicts },
      backupsNotSynced: { states: unsynced.states, ...unsynced.verdicts },
      spoilt,
    },
    short: [
      ...(normal.verdicts.lost > 0 ? [] : ['control: nothing is lost with synchronous=NORMAL']),
      ...(unsynced.verdicts.lost > 0 ? [] : ['control: nothing is lost with backups that are not synced']),
      ...missed.map((each) => `control: ${each}`),
    ],
  };
}
