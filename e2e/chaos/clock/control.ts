import { startOfDay } from '../../../db/local-day.ts';
import { addDays } from '../../../shared/calendar.ts';
import { boardStages } from '../../../shared/stage.ts';
import { differences, type Evenings, fallen, type Played, wrongBackups, wrongDays } from './compare.ts';
import { type Facts, factsOf } from './facts.ts';
import { type Act, play } from './play.ts';
import type { World } from './world.ts';

/** What an eye that believes the clock alone would have got wrong. */
export interface ByClockAlone {
  readonly days: number;
  readonly paths: number;
  readonly ids: number;
}

/** The same questions, answered by the clock of the rows. */
export function byClockAlone(world: World, evenings: Evenings): ByClockAlone {
  const lastBefore = world.file.prepare<[string]>('select max(seq) from local_command where made_at < ?').pluck();
  const paths = (order: string) =>
    JSON.stringify(world.file.prepare(`select id from stage_change order by client_id, ${order}`).pluck().all());
  const moments = world.file.prepare<[], string>('select made_at from local_command order by seq').pluck().all();
  return {
    days: [...evenings].slice(0, -1).filter(([day, seq]) => lastBefore.get(startOfDay(addDays(day, 1))) !== seq).length,
    paths: paths('happened_at') === paths('rowid') ? 0 : 1,
    ids: fallen(moments).length,
  };
}

const act = (name: Act['name'], other = 0): Act => ({ name, pick: 1001, other, off: 0 });

/** What a partner does in one of the two worlds only, so that they differ in this. */
const differing: Readonly<Record<keyof Facts, readonly Act[]>> = {
  board: [act('create')],
  paths: boardStages.map((_, stage) => act('move', stage)),
  history: boardStages.map((_, stage) => act('move', stage)),
  versions: [act('note')],
  trash: [act('delete')],
  asleep: [act('snooze')],
  drafts: [act('draft')],
};

/** Differences that the comparison does not see; there must be none. */
export async function blindSpots(
  world: World,
  { evenings, lastBackupAt, unsavedSince }: Played,
): Promise<readonly string[]> {
  const blind: string[] = [];
  const look = (what: string, seen: readonly string[]) => {
    if (seen.length === 0) blind.push(what);
  };
  // Before anything more is done in this world.
  for (const [day, seq] of [...evenings].slice(0, -1))
    look(`the board of ${day}`, await wrongDays(world, new Map([...evenings, [day, seq - 1]])));
  look('the first day', await wrongDays(world, new Map([['2026-11-24', 0], ...evenings])));
  look('a day less', await wrongDays(world, new Map([...evenings].slice(0, 1))));
  look('the last backup', await wrongBackups(world, { lastBackupAt: unsavedSince, unsavedSince }));
  look('what no backup holds', await wrongBackups(world, { lastBackupAt, unsavedSince: lastBackupAt }));
  look('ids that fall', fallen(['b', 'a']));
  look('ids made twice', fallen(['a', 'a']));
  look('answers', differences([null, 'not_found'], [null, null], 'answers'));
  world.clock.setOff(0);
  for (const [fact, acts] of Object.entries(differing)) {
    const before = Object.entries(await factsOf(world));
    for (const each of acts) {
      world.clock.pass();
      await play(world, each);
    }
    const place = before.findIndex(([name]) => name === fact);
    const found = differences(before, Object.entries(await factsOf(world)), 'facts');
    look(
      fact,
      found.filter((each) => each.startsWith(`facts ${place}:`)),
    );
  }
  return blind;
}
