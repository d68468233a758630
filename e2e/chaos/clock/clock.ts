import { addDays } from '../../../shared/calendar.ts';
import { startOfDay } from '../../../db/local-day.ts';
import { randomFrom } from '../random.ts';
import { factsOf } from './facts.ts';
import { type Act, play, programOf } from './play.ts';
import { rotate } from './rotation.ts';
import { World } from './world.ts';

export interface Found {
  readonly commands: number;
  /** How often the clock was set wrong. */
  readonly jumps: number;
  readonly days: number;
  readonly wrong: readonly string[];
  /** What an eye that believes the clock alone would have got wrong. */
  readonly byClockAlone: { readonly days: number; readonly paths: number; readonly ids: number };
}

/** What the log had come to by the evening of each day. */
type Evenings = ReadonlyMap<string, number>;

interface Played {
  readonly codes: readonly (string | null)[];
  readonly evenings: Evenings;
  readonly lastBackupAt: string;
  readonly unsavedSince: string;
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

/** The same program in a world whose clock jumps and in one whose clock does not. */
export async function playTwice(program: readonly Act[]): Promise<Found> {
  const [steady, jumping] = [new World(), new World()];
  try {
    const expected = await playIn(steady, program, false);
    const played = await playIn(jumping, program, true);
    const wrong = [
      ...differences(expected.codes, played.codes, 'answers'),
      ...differences(Object.entries(await factsOf(steady)), Object.entries(await factsOf(jumping)), 'facts'),
      ...(await wrongDays(jumping, played.evenings)),
      ...(await wrongBackups(jumping, played)),
      ...unrisen(jumping),
    ];
    return {
      commands: program.length,
      jumps: program.filter(({ off }, index) => off !== 0 && program[index - 1]?.off === 0).length,
      days: played.evenings.size,
      wrong,
      byClockAlone: byClockAlone(jumping, played.evenings),
    };
  } finally {
    await steady.end();
    await jumping.end();
  }
}

function differences(expected: readonly unknown[], found: readonly unknown[], what: string): readonly string[] {
  return expected.flatMap((each, index) => {
    const [one, other] = [JSON.stringify(each), JSON.stringify(found[index])];
    return one === other ? [] : [`${what} ${index}: ${other} instead of ${one}`];
  });
}

/** The board of each evening, and how far back it goes. */
async function wrongDays(world: World, evenings: Evenings): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [day, seq] of [...evenings].slice(0, -1)) {
    const { moment } = await world.ask('board.past', { day, seen: null });
    if (moment !== seq) wrong.push(`the board of ${day} is the one after ${moment}, not after ${seq}`);
  }
  const { firstDay, stageDays } = await world.ask('board.days', {});
  if (firstDay !== [...evenings.keys()][0]) wrong.push(`the first day is ${firstDay}`);
  return [...wrong, ...stageDays.filter((day) => !evenings.has(day)).map((day) => `something moved on ${day}`)];
}

/** What the side bar tells comes from these two. */
async function wrongBackups(world: World, { lastBackupAt, unsavedSince }: Played): Promise<readonly string[]> {
  const { settings } = await world.ask('settings.load', {});
  return [
    ...(settings.lastBackupAt === lastBackupAt
      ? []
      : [`the last backup is of ${settings.lastBackupAt}, not ${lastBackupAt}`]),
    ...(settings.unsavedSince === unsavedSince
      ? []
      : [`without backup since ${settings.unsavedSince}, not ${unsavedSince}`]),
  ];
}

const bornIds = `select row_id from local_change where column_name = 'id' and before is null and substr(row_id, 15, 1) = '7'
  and table_name in ('client', 'stage_change', 'snooze', 'note', 'task')`;

/** Ids that do not rise with the commands that made them. */
function unrisen(world: World): readonly string[] {
  const ids = world.file.prepare<[], string>(`${bornIds} group by command_seq order by command_seq`).pluck().all();
  const falling = ids.filter((id, index) => index > 0 && id <= (ids[index - 1] ?? ''));
  return [
    ...falling.map((id) => `the id ${id} is not above the one before it`),
    ...(new Set(ids).size === ids.length ? [] : ['an id was made twice']),
  ];
}

/** The control: the same questions, answered by the clock of the rows. */
function byClockAlone(world: World, evenings: Evenings): Found['byClockAlone'] {
  const lastBefore = world.file.prepare<[string]>('select max(seq) from local_command where made_at < ?').pluck();
  const paths = (order: string) =>
    JSON.stringify(world.file.prepare(`select id from stage_change order by client_id, ${order}`).pluck().all());
  const moments = world.file.prepare<[], string>('select made_at from local_command order by seq').pluck().all();
  return {
    days: [...evenings].slice(0, -1).filter(([day, seq]) => lastBefore.get(startOfDay(addDays(day, 1))) !== seq).length,
    paths: paths('happened_at') === paths('rowid') ? 0 : 1,
    ids: moments.filter((moment, index) => index > 0 && moment <= (moments[index - 1] ?? '')).length,
  };
}

export interface Figures extends Omit<Found, 'wrong'> {
  readonly programs: number;
  readonly backups: number;
  readonly wrong: readonly string[];
  /** Backups that are lost where the clock alone decides. */
  readonly rotationByTime: number;
}

export async function jumpClocks(programs: number, rotations: number, seed: number): Promise<Figures> {
  const random = randomFrom(seed);
  const all: Found[] = [];
  for (let number = 0; number < programs; number += 1) all.push(await playTwice(programOf(60, random)));
  const rotated = Array.from({ length: rotations }, () => rotate(random));
  const byTime = Array.from({ length: rotations }, () => rotate(random, true));
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
  };
}

/** Prints one line of JSON; the exit code. */
export async function chaosClock(): Promise<number> {
  const seed = Number(process.env['SEED'] ?? 20261127);
  const programs = Number(process.env['PROGRAMS'] ?? 40);
  const { wrong, byClockAlone: control, rotationByTime, ...figures } = await jumpClocks(programs, 200, seed);
  for (const each of wrong) console.error(each);
  const isControlCaught = control.days > 0 && control.paths > 0 && control.ids > 0 && rotationByTime > 0;
  console.log(
    JSON.stringify({
      seed,
      ...figures,
      wrong: wrong.length,
      control: { ...control, rotation: rotationByTime },
      isControlCaught,
    }),
  );
  return wrong.length === 0 && isControlCaught ? 0 : 1;
}
