import type { World } from './world.ts';

/** What the log had come to by the evening of each day. */
export type Evenings = ReadonlyMap<string, number>;

export interface Played {
  readonly codes: readonly (string | null)[];
  readonly evenings: Evenings;
  readonly lastBackupAt: string;
  readonly unsavedSince: string;
}

export function differences(expected: readonly unknown[], found: readonly unknown[], what: string): readonly string[] {
  const count = Math.max(expected.length, found.length);
  return Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const [one, other] = [JSON.stringify(expected[index]), JSON.stringify(found[index])];
    return one === other ? [] : [`${what} ${index}: ${other} instead of ${one}`];
  });
}

/** The board of each evening, and how far back it goes. */
export async function wrongDays(world: World, evenings: Evenings): Promise<readonly string[]> {
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
export async function wrongBackups(
  world: World,
  { lastBackupAt, unsavedSince }: Pick<Played, 'lastBackupAt' | 'unsavedSince'>,
): Promise<readonly string[]> {
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
export function unrisen(world: World): readonly string[] {
  const ids = world.file.prepare<[], string>(`${bornIds} group by command_seq order by command_seq`).pluck().all();
  return fallen(ids).map((id) => `the id ${id} is not above the one before it`);
}

/** Those that are not above the one before them. */
export function fallen(ids: readonly string[]): readonly string[] {
  return ids.filter((id, index) => index > 0 && id <= (ids[index - 1] ?? ''));
}
