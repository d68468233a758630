import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildIfNeeded } from '../../electron/launcher/build.ts';
import { addAlder } from '../alder.ts';
import { percentiles } from '../bench/percentiles.ts';
import { Program } from '../program.ts';
import { defaultOptions } from '../program-options.ts';
import { randomFrom } from './random.ts';
import { type Killing, typeUntilKilled } from './type-until-killed.ts';
import { clearDesk, openPlace, type TypingPlace, typingPlaces } from './typing-place.ts';
import { holds, judge, longestLossMs, type Verdict } from './verdict.ts';

// The whole program is killed at random moments while somebody types, and started again on the same file.

const longestTypingMs = 5000;

export interface Killed extends Verdict {
  readonly place: TypingPlace;
  readonly typedMs: number;
  readonly keys: number;
  readonly shownAsSaved: number;
  readonly restartMs: number;
}

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

/** Prints one line of JSON; the exit code. */
export async function chaosKill(): Promise<number> {
  const kills = Number(process.env['KILLS'] ?? 100);
  const seed = Number(process.env['SEED'] ?? 20261126);
  await buildIfNeeded();
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-chaos-'));
  const app = new Program(folder, defaultOptions);
  const random = randomFrom(seed);
  const done: Killed[] = [];
  try {
    await app.start();
    const clientId = await addAlder(app, 'stable');
    for (let number = 0; number < kills; number += 1) {
      const killed = await killOnce(app, clientId, nextKilling(random, number));
      done.push(killed);
      if (!holds(killed)) console.error(`Kill ${number + 1}:`, JSON.stringify(killed));
    }
    const control = await killOnce(app, clientId, brokenKilling(random));
    const failed = done.filter((killed) => !holds(killed)).length;
    const isControlCaught = !holds(control);
    console.log(
      JSON.stringify({
        seed,
        longestLossMs,
        ...figuresOf(done),
        failed,
        control: figuresOf([control]),
        isControlCaught,
      }),
    );
    return failed === 0 && isControlCaught ? 0 : 1;
  } finally {
    await app.kill();
    rmSync(folder, { recursive: true, force: true });
  }
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
    restartMs: all(({ restartMs }) => restartMs),
  };
}
