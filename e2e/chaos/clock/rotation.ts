import { byAge, expendable, type Kept } from '../../../db/retention.ts';
import { JumpingClock, jumps } from './jumping-clock.ts';

interface Made extends Kept {
  /** The day that it really was. */
  readonly day: string;
  readonly isRight: boolean;
}

const daysToKeep = 7;

/** Backups of many days, some made with a wrong clock: which of those that had to stay are gone. */
export function rotate(
  random: () => number,
  isByTime = false,
): { readonly made: number; readonly wrong: readonly string[] } {
  const clock = new JumpingClock();
  const wrong: string[] = [];
  let kept: readonly Made[] = [];
  let made = 0;
  for (let day = 0; day < 60; day += 1) {
    const count = 1 + Math.floor(random() * 4);
    for (let number = 0; number < count; number += 1) {
      // Of a day that only a wrong clock saw nobody can tell which it was.
      clock.setOff(number > 0 && random() < 0.25 ? (jumps[Math.floor(random() * jumps.length)] ?? 0) : 0);
      clock.pass();
      made += 1;
      const one = {
        name: `${made}`,
        madeAt: clock.now(),
        number: made,
        isSmaller: false,
        day: clock.day,
        isRight: clock.isRight,
      };
      // The control believes the clock, as one that goes by the time of the files does.
      const known = [one, ...kept].map((each) => (isByTime ? { ...each, number: 0 } : each));
      const gone = new Set(expendable(known, clock.now()));
      if (known.toSorted(byAge)[0]?.name !== one.name) wrong.push(`${one.name} is not the newest`);
      wrong.push(...missing([one, ...kept], gone));
      kept = [one, ...kept].filter(({ name }) => !gone.has(name));
    }
    clock.sleep();
  }
  return { made, wrong };
}

/** The newest of each of the last days must stay; those of a wrong clock count as days of their own. */
function missing(newestFirst: readonly Made[], gone: ReadonlySet<string>): readonly string[] {
  const spans = new Set<string>();
  return newestFirst.flatMap(({ name, day, madeAt, isRight }) => {
    const span = isRight ? day : `${day} ${madeAt.slice(0, 10)}`;
    const isNewest = !spans.has(span);
    spans.add(span);
    return isRight && isNewest && spans.size <= daysToKeep && gone.has(name) ? [`${name} of ${day} is gone`] : [];
  });
}
