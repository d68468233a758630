import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildIfNeeded } from '../../electron/launcher/build.ts';
import { addAlder } from '../alder.ts';
import { percentiles } from '../bench/percentiles.ts';
import { Program } from '../program.ts';
import { defaultOptions } from '../program-options.ts';
import { type KilledAtWork, works } from './at-work/kill-at-work.ts';
import { crashedRound, isCrashSeen, isLossSeen, roundsAtWork, shareOf, spoiltRound } from './at-work/rounds.ts';
import { type Proven, unmet } from '../report.ts';
import { randomFrom } from './random.ts';
import { type Killing, typeUntilKilled } from './type-until-killed.ts';
import { clearDesk, openPlace, type TypingPlace, typingPlaces } from './typing-place.ts';
import { holds, judge, longestLossMs, type Verdict } from './verdict.ts';

// The whole program is killed at random moments while somebody types, and started again on the same file; the backend
// alone in the middle of a migration, a backup, a restoring or an export.

const longestTypingMs = 5000;
/** Until the data can be worked with again, after whatever it was killed in. */
const longestReopenMs = 3000;

export interface Killed extends Verdict {
  readonly place: TypingPlace;
  readonly typedMs: number;
  readonly keys: number;
  readonly shownAsSaved: number;
  readonly restartMs: number;
  /** It was gone before it was killed. */
  readonly isEndedByItself: boolean;
}

const isSound = (killed: Killed) => holds(killed) && !killed.isEndedByItself;

/** One time: typed, killed, started again, compared. */
export async function killOnce(
  app: Program,
  clientId: string,
  { place, ...killing }: Killing & { readonly place: TypingPlace },
): Promise<Killed> {
  const open = await openPlace(app, clientId, place);
  const typing = await typeUntilKilled(app, open, killing);
  const starting = performance.now();
  await app.start();
  const restartMs = performance.now() - starting;
  const verdict = judge(typing, await open.read());
  await clearDesk(app, clientId);
  return {
    ...verdict,
    isEndedByItself: typing.isEndedByItself,
    place,
    restartMs,
    typedMs: killing.afterMs,
    keys: typing.keys.length,
    shownAsSaved: typing.shownAsSaved.length,
  };
}

export function nextKilling(random: () => number, number: number) {
  const place = typingPlaces[number % typingPlaces.length] ?? 'composer';
  return { place, random, afterMs: 300 + random() * longestTypingMs };
}

/** The main process stands still while the keys go on: nothing reaches the disk, and the check must see it. */
export function brokenKilling(random: () => number) {
  return {
    place: 'composer',
    random,
    afterMs: 2000,
    atFirst: (app: Program) => app.standStill(),
  } as const;
}

interface TypingKills {
  readonly done: readonly Killed[];
  readonly control: Killed | null;
  /** Why it went no further; empty when all was done. */
  readonly problem: string;
}

/** While somebody types. */
async function killTyping(kills: number, random: () => number): Promise<TypingKills> {
  await buildIfNeeded();
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-chaos-'));
  const app = new Program(folder, defaultOptions);
  const done: Killed[] = [];
  try {
    await app.start();
    const clientId = await addAlder(app, 'stable');
    for (let number = 0; number < kills; number += 1) {
      const killed = await killOnce(app, clientId, nextKilling(random, number));
      done.push(killed);
      if (!isSound(killed)) console.error(`Kill ${number + 1}:`, JSON.stringify(killed));
    }
    return { done, control: await killOnce(app, clientId, brokenKilling(random)), problem: '' };
  } catch (error) {
    console.error(error);
    return { done, control: null, problem: String(error) };
  } finally {
    await app.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function chaosKill(): Promise<Proven> {
  const kills = Number(process.env['KILLS'] ?? 100);
  const seed = Number(process.env['SEED'] ?? 20261126);
  const random = randomFrom(seed);
  const atWork = await roundsAtWork(kills, random);
  for (const each of atWork) if (each.wrong.length > 0) console.error(JSON.stringify(each));
  const [spoilt, crashed] = [await spoiltRound(), await crashedRound()];
  const { done, control, problem } = await killTyping(kills, random);
  const slowestReopenMs = Math.round(Math.max(...atWork.map(({ reopenMs }) => reopenMs)));
  return {
    figures: {
      seed,
      longestLossMs,
      typing: figuresOf(done),
      atWork: figuresAtWork(atWork),
      slowestReopenMs,
      longestReopenMs,
      control: { typing: control && figuresOf([control]), spoilt: spoilt.wrong, crashed: crashed.wrong },
    },
    short: unmet({
      'all that was typed or saved is kept': done.every(isSound),
      'all that was there before the work is there': atWork.every(({ wrong }) => wrong.length === 0),
      [`${kills} kills while somebody types ${problem}`.trim()]: done.length === kills && problem === '',
      ...sharesMet(atWork, kills),
      [`opened again within ${longestReopenMs} ms`]: slowestReopenMs < longestReopenMs,
      'control: a program that stands still loses what is typed': control !== null && control.lostMs > longestLossMs,
      'control: a log that was thrown away is seen as a loss': isLossSeen(spoilt),
      'control: a program that ends by itself is told apart': isCrashSeen(crashed),
    }),
  };
}

/** Of each kind of work so many were hit before its end. */
function sharesMet(done: readonly KilledAtWork[], kills: number): Readonly<Record<string, boolean>> {
  const wanted = shareOf(kills);
  return Object.fromEntries(
    works.map((work) => [
      `${wanted[work]} kills amid a ${work}`,
      done.filter((each) => each.work === work && each.isAmid).length >= wanted[work],
    ]),
  );
}

function figuresAtWork(done: readonly KilledAtWork[]) {
  return Object.fromEntries(
    works.map((work) => {
      const own = done.filter((each) => each.work === work);
      const reopened = own.map(({ reopenMs }) => reopenMs);
      return [
        work,
        {
          amid: own.filter(({ isAmid }) => isAmid).length,
          afterwards: own.filter(({ isAmid }) => !isAmid).length,
          wrong: own.filter(({ wrong }) => wrong.length > 0).length,
          reopenMs: { ...percentiles(reopened), max: Math.round(Math.max(...reopened)) },
        },
      ];
    }),
  );
}

function figuresOf(done: readonly Killed[]) {
  const all = (value: (killed: Killed) => number) => {
    const values = done.map(value);
    return { ...percentiles(values), max: Math.round(Math.max(...values)) };
  };
  return {
    kills: done.length,
    places: Object.fromEntries(
      typingPlaces.map((place) => [place, done.filter((each) => each.place === place).length]),
    ),
    keys: done.reduce((sum, { keys }) => sum + keys, 0),
    shownAsSaved: done.reduce((sum, { shownAsSaved }) => sum + shownAsSaved, 0),
    lostMs: all(({ lostMs }) => lostMs),
    lostKeys: all(({ lostKeys }) => lostKeys),
    lostSaved: done.filter(({ lostSaved }) => lostSaved).length,
    foreign: done.filter(({ isForeign }) => isForeign).length,
    endedByItself: done.filter(({ isEndedByItself }) => isEndedByItself).length,
    restartMs: all(({ restartMs }) => restartMs),
  };
}
