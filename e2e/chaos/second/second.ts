import { type Proven, unmet } from '../../report.ts';
import { explanation } from './explanation.ts';
import { firstFrozen, lockDeleted, lockDeletedWhileFrozen, manyAtOnce, type Rivalry } from './rivals.ts';

const startsAtOnce = 8;

/** The ways in which a second program could get in while the first one has the file. */
export async function rivalries(rounds: number, starts: number): Promise<readonly Rivalry[]> {
  const done: Rivalry[] = [];
  for (let round = 0; round < rounds; round += 1)
    done.push(await manyAtOnce(starts), await firstFrozen(), await lockDeleted(), await lockDeletedWhileFrozen());
  return done;
}

/** Without the lock, and with one that is taken once and never looked at again. */
export async function controls(): Promise<readonly Rivalry[]> {
  return [await firstFrozen('lockless'), await lockDeletedWhileFrozen('careless')];
}

/** One program wrote at a time, and whoever was kept out heard why. */
export function isOrderly({ writersAtOnce, writers, starts, refusals }: Rivalry): boolean {
  const isSaid = writers === starts || refusals.some((code) => code.startsWith('file_in_use'));
  const isKnown = refusals.every((code) => ['file_in_use', 'file_in_use_silent', 'starting'].includes(code));
  return writersAtOnce === 0 && writers > 0 && isSaid && isKnown;
}

export async function chaosSecond(): Promise<Proven> {
  const rounds = Number(process.env['ROUNDS'] ?? 5);
  const done = await rivalries(rounds, startsAtOnce);
  const disorderly = done.filter((each) => !isOrderly(each));
  for (const each of disorderly) console.error(JSON.stringify(each));
  const broken = await controls();
  const secondStart = await explanation();
  return {
    figures: {
      rounds: done.length,
      starts: done.reduce((sum, { starts }) => sum + starts, 0),
      writersAtOnce: done.reduce((sum, each) => sum + each.writersAtOnce, 0),
      failed: disorderly.length,
      secondStart,
      controls: broken.map(({ what, writersAtOnce }) => ({ what, writersAtOnce })),
    },
    short: [
      ...disorderly.map(({ what }) => what),
      ...unmet({
        'a second start focuses the first window': secondStart.focused,
        'a second start says that the first stands still': secondStart.frozen,
        'a second start says so in a window': secondStart.window !== false,
        'control: without a lock that is looked after two write at once': broken.every(
          ({ writersAtOnce }) => writersAtOnce > 0,
        ),
      }),
    ],
  };
}
