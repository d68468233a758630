import { byAge, expendable, type Kept } from '../../../db/retention.ts';
import { JumpingClock, jumps } from './jumping-clock.ts';

interface Made extends Kept {
  /** The day that it really was. */
  readonly day: string;
}

/** The clock jumps for so many days, and is right for as many as the promise looks back, and more. */
const days = { jumping: 60, calm: 45 } as const;

/** The promise, in numbers of its own. */
const promised = { ofToday: 3, days: 7, weeks: 4 } as const;

export type Rotation = 'jumping' | 'steady' | 'by the clock alone';

/**
 * Backups of many days, some made with a wrong clock: which of those that had to stay are gone, and which of those that had
 * to go are there, where the clock never jumps or has not jumped for long.
 */
export function rotate(
  random: () => number,
  how: Rotation = 'jumping',
): { readonly made: number; readonly wrong: readonly string[] } {
  const clock = new JumpingClock();
  const wrong: string[] = [];
  const made: Made[] = [];
  let kept: readonly Made[] = [];
  for (let day = 0; day < days.jumping + days.calm; day += 1) {
    // On some days nobody works.
    const count = random() < 0.2 ? 0 : 1 + Math.floor(random() * 5);
    for (let number = 0; number < count; number += 1) {
      // Of a day that only a wrong clock saw nobody can tell which it was.
      const isOff = number > 0 && random() < 0.25;
      const off = jumps[Math.floor(random() * jumps.length)] ?? 0;
      clock.setOff(isOff && how !== 'steady' && day < days.jumping ? off : 0);
      clock.pass();
      const one: Made = {
        name: `${made.length + 1}`,
        madeAt: clock.now(),
        number: made.length + 1,
        isSmaller: random() < 0.2,
        // Nor of a day whose only sound ones are a wrong clock's.
        isDamaged: number > 0 && random() < 0.1,
        day: clock.day,
      };
      made.unshift(one);
      // The control believes the clock, as one that goes by the time of the files does.
      const known = [one, ...kept].map((each) => (how === 'by the clock alone' ? { ...each, number: 0 } : each));
      const gone = new Set(expendable(known, clock.now()));
      if (known.toSorted(byAge)[0]?.name !== one.name) wrong.push(`${one.name} is not the newest`);
      kept = [one, ...kept].filter(({ name }) => !gone.has(name));
      const must = mustStay(
        made.filter(({ isDamaged }) => !isDamaged),
        clock.day,
      );
      const may = new Set([...must, ...mustStay(made, clock.day)]);
      const there = new Set(kept);
      for (const each of must) if (!there.has(each)) wrong.push(`${each.name} of ${each.day} is gone on ${clock.day}`);
      if (how !== 'steady' && day < days.jumping + days.calm - 10) continue;
      for (const each of kept) if (!may.has(each)) wrong.push(`${each.name} of ${each.day} stays on ${clock.day}`);
    }
    clock.sleep();
  }
  return { made: made.length, wrong };
}

/** Of all that were ever made, the newest first: by the days that it really was. */
function mustStay(newestFirst: readonly Made[], today: string): ReadonlySet<Made> {
  const lastOf = (span: (day: string) => string, count: number) =>
    [...Map.groupBy(newestFirst, ({ day }) => span(day)).values()].slice(0, count).map(([newest]) => newest);
  const stay = [
    ...newestFirst.filter(({ day }) => day === today).slice(0, promised.ofToday),
    ...lastOf((day) => day, promised.days),
    ...lastOf(mondayBefore, promised.weeks),
    newestFirst.find(({ isSmaller }) => !isSmaller),
  ];
  return new Set(stay.filter((each) => each !== undefined));
}

function mondayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}
