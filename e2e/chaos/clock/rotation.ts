import { byAge, expendable, type Kept } from '../../../db/retention.ts';
import { JumpingClock, jumps } from './jumping-clock.ts';

interface Made extends Kept {
  /** The day that it really was. */
  readonly day: string;
}

const daysToKeep = 7;

/** Backups of many days, some made with a wrong clock: which of those that had to stay are gone. */
export function rotate(random: () => number, isByTime = false): { readonly made: number; readonly wrong: readonly string[] } {
  const clock = new JumpingClock();
  const wrong: string[] = [];
  let kept: readonly Made[] = [];
  let made = 0;
  for (let day = 0; day < 60; day += 1) {
    for (let left = 1 + Math.floor(random() * 3); left > 0; left -= 1) {
      clock.setOff(random() < 0.15 ? (jumps[Math.floor(random() * jumps.length)] ?? 0) : 0);
      clock.pass();
      made += 1;
      const one = { name: `${made}`, madeAt: clock.now(), number: made, isSmaller: false, day: clock.day };
      // The control believes the clock, as one that goes by the time of the files does.
      const known = [one, ...kept].map((each) => (isByTime ? { ...each, number: 0 } : each));
      const gone = new Set(expendable(known, clock.now()));
      if (known.toSorted(byAge)[0]?.name !== one.name) wrong.push(`${one.name} is not the newest`);
      wrong.push(...missing([one, ...kept], gone, clock.isRight ? daysToKeep : daysToKeep - 1));
      kept = [one, ...kept].filter(({ name }) => !gone.has(name));
    }
    clock.sleep();
  }
  return { made, wrong };
}

/** The newest of each of the last days must stay. */
function missing(newestFirst: readonly Made[], gone: ReadonlySet<string>, days: number): readonly string[] {
  const ofDay = new Map<string, Made>();
  for (const each of newestFirst) if (!ofDay.has(each.day)) ofDay.set(each.day, each);
  return [...ofDay.values()]
    .slice(0, days)
    .filter(({ name }) => gone.has(name))
    .map(({ name, day }) => `${name} of ${day} is gone`);
}
