import type { Proven } from '../../report.ts';
import { randomFrom } from '../random.ts';
import { within } from '../../within.ts';
import { differences, type Played, unrisen, wrongBackups, wrongDays } from './compare.ts';
import { blindSpots, type ByClockAlone, byClockAlone } from './control.ts';
import { factsOf } from './facts.ts';
import { inZone } from './jumping-clock.ts';
import { type Act, play, programOf } from './play.ts';
import { rotate } from './rotation.ts';
import { World } from './world.ts';

export interface Found {
  readonly commands: number;
  /** How often the clock was set wrong. */
  readonly jumps: number;
  readonly days: number;
  readonly wrong: readonly string[];
  readonly byClockAlone: ByClockAlone;
  /** Differences that were made on purpose and not seen; null when none were made. */
  readonly blind: readonly string[] | null;
}

async function playIn(world: World, program: readonly Act[], isJumping: boolean): Promise<Played> {
  await world.open();
  const codes: (string | null)[] = [];
  const evenings = new Map<string, number>();
  let [lastBackupAt, unsavedSince] = ['', ''];
  for (const act of program) {
    world.clock.setOff(isJumping ? act.off : 0);
    world.clock.pass();
    const { day } = world.clock;
    if (act.name === 'backup') lastBackupAt = world.clock.now();
    unsavedSince = world.clock.now();
    codes.push(await play(world, act));
    evenings.set(day, Number(value(world, 'select coalesce(max(seq), 0) from local_command')));
  }
  return { codes, evenings, lastBackupAt, unsavedSince };
}

const value = (world: World, query: string): unknown => world.file.prepare(query).pluck().get();

/** How long one program may take. */
const longestMs = 900_000;

/** The same program in a world whose clock jumps and in one whose clock does not. */
export async function playTwice(program: readonly Act[], isControl = false): Promise<Found> {
  const [steady, jumping] = [new World(), new World()];
  try {
    return await within(longestMs, 'a program of commands', compared(program, { steady, jumping }, isControl));
  } finally {
    await steady.end();
    await jumping.end();
  }
}

async function compared(
  program: readonly Act[],
  { steady, jumping }: { readonly steady: World; readonly jumping: World },
  isControl: boolean,
): Promise<Found> {
  const expected = await playIn(steady, program, false);
  const played = await playIn(jumping, program, true);
  return {
    commands: program.length,
    jumps: program.filter(({ off }, index) => off !== 0 && program[index - 1]?.off === 0).length,
    days: played.evenings.size,
    wrong: [
      ...differences(expected.codes, played.codes, 'answers'),
      ...played.codes.filter((code) => code === 'not reminded').map(() => 'a day went without its reminder'),
      ...differences(Object.entries(await factsOf(steady)), Object.entries(await factsOf(jumping)), 'facts'),
      ...(await wrongDays(jumping, played.evenings)),
      ...(await wrongBackups(jumping, played)),
      ...unrisen(jumping),
    ],
    byClockAlone: byClockAlone(jumping, played.evenings),
    blind: isControl ? await blindSpots(jumping, played) : null,
  };
}

export interface Figures extends Omit<Found, 'blind'> {
  readonly programs: number;
  readonly backups: number;
  /** Backups that are lost where the clock alone decides. */
  readonly rotationByTime: number;
  readonly blind: readonly string[];
}

export function jumpClocks(programs: number, rotations: number, seed: number): Promise<Figures> {
  return inZone(async () => {
    const random = randomFrom(seed);
    const all: Found[] = [];
    for (let number = 0; number < programs; number += 1) all.push(await playTwice(programOf(60, random), number === 0));
    const rotated = [...repeat(rotations, () => rotate(random)), ...repeat(rotations, () => rotate(random, 'steady'))];
    const byTime = repeat(rotations, () => rotate(random, 'by the clock alone'));
    const sum = (of: (found: Found) => number) => all.reduce((total, found) => total + of(found), 0);
    return {
      programs,
      commands: sum(({ commands }) => commands),
      jumps: sum((found) => found.jumps),
      days: sum(({ days }) => days),
      backups: rotated.reduce((total, { made }) => total + made, 0),
      wrong: [...all.flatMap((found) => found.wrong), ...rotated.flatMap((found) => found.wrong)],
      byClockAlone: {
        days: sum((found) => found.byClockAlone.days),
        paths: sum((found) => found.byClockAlone.paths),
        ids: sum((found) => found.byClockAlone.ids),
      },
      rotationByTime: byTime.reduce((total, found) => total + found.wrong.length, 0),
      blind: all.flatMap(({ blind }) => blind ?? []),
    };
  });
}

function repeat<Value>(count: number, make: () => Value): readonly Value[] {
  return Array.from({ length: count }, make);
}

/** `PROGRAMS` chooses how many. */
export async function chaosClock(): Promise<Proven> {
  const seed = Number(process.env['SEED'] ?? 20261127);
  const programs = Number(process.env['PROGRAMS'] ?? 40);
  const { wrong, byClockAlone: control, rotationByTime, blind, ...figures } = await jumpClocks(programs, 100, seed);
  return {
    figures: {
      seed,
      ...figures,
      wrong: wrong.length,
      control: { ...control, rotation: rotationByTime, blind: blind.length },
    },
    short: [
      ...wrong,
      ...Object.entries({ ...control, rotation: rotationByTime }).flatMap(([name, caught]) =>
        caught > 0 ? [] : [`control: ${name} by the clock alone go right`],
      ),
      ...blind.map((each) => `control: a difference is not seen: ${each}`),
    ],
  };
}
