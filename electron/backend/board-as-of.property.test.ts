import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCards } from '../../db/board.ts';
import { lastCommandOf } from '../../db/board-days.ts';
import type { Card } from '../../shared/contract/board.ts';
import { AppError } from '../../shared/errors.ts';
import { act, type Act, playerOf } from './acts-in-test.ts';
import { type TestContext, testContext } from './testing.ts';

// Whatever partners do, the board as it stood right after each command is the board that was seen then.

/** The short form; `PAST_RUNS=200` plays the long one. */
const runs = Number(process.env['PAST_RUNS'] ?? 8);
const commandsInProgram = 60;

const programs = fc.array(act, { minLength: commandsInProgram, maxLength: commandsInProgram });

interface Seen {
  /** The cards as they were seen after each command. */
  readonly after: ReadonlyMap<number, readonly Card[]>;
  /** As they were seen last on each day. */
  readonly evenings: ReadonlyMap<string, readonly Card[]>;
}

async function play(context: TestContext, program: readonly Act[]): Promise<Seen> {
  const { storage, clock } = context;
  const after = new Map<number, readonly Card[]>([[0, []]]);
  const evenings = new Map<string, readonly Card[]>();
  const player = playerOf(context);
  for (const each of program) {
    try {
      await player(each);
    } catch (error) {
      // Much of what is thrown together at random is refused.
      if (!(error instanceof AppError)) throw error;
    }
    const cards = await loadCards(storage.read);
    after.set(await lastSeq(context), cards);
    evenings.set(clock.today(), cards);
  }
  return { after, evenings };
}

async function lastSeq({ storage }: TestContext): Promise<number> {
  const [last] = await storage.read.selectFrom('local_command').select('seq').orderBy('seq', 'desc').limit(1).execute();
  return last?.seq ?? 0;
}

async function isExact(
  { storage, clock }: TestContext,
  { after, evenings }: Seen,
  order: (one: number, other: number) => number,
): Promise<boolean> {
  const isBoardOf = async (seq: number, cards: readonly Card[] | undefined) =>
    JSON.stringify(await storage.cardsAfter(seq)) === JSON.stringify(cards);
  for (const seq of [...after.keys()].toSorted(order)) if (!(await isBoardOf(seq, after.get(seq)))) return false;
  for (const [day, cards] of evenings)
    if (!(await isBoardOf(await lastCommandOf(storage.read, day, clock.today()), cards))) return false;
  return true;
}

const backwards = (one: number, other: number) => other - one;
const forwards = (one: number, other: number) => one - other;
/** Far jumps to and fro. */
const scattered = (one: number, other: number) => ((one * 7919) % 101) - ((other * 7919) % 101) || one - other;

async function onOneFile(look: (context: TestContext) => Promise<void>): Promise<void> {
  const context = testContext();
  try {
    context.storage.file.pragma('synchronous = off');
    await look(context);
  } finally {
    await context.storage.remove();
  }
}

test(
  `the board after each command of ${runs} random programs is the board of then`,
  { timeout: 20_000 * runs },
  async () => {
    let moments = 0;
    await fc.assert(
      fc.asyncProperty(programs, (program) =>
        onOneFile(async (context) => {
          const seen = await play(context, [{ ...start, text: 'Alder' }, { ...start, text: 'Ольха' }, ...program]);
          moments += seen.after.size;
          for (const order of [backwards, forwards, scattered]) expect(await isExact(context, seen, order)).toBe(true);
        }),
      ),
      { numRuns: runs },
    );
    expect(moments).toBeGreaterThan(runs * 10);
  },
);

const start: Act = { act: 'create', pick: 0, other: 0, stage: 'stable', text: 'Alder', day: '2026-11-23', flag: false };

/** One of each act that changes what only few others change. */
const rareActs: readonly Act[] = [
  start,
  { ...start, text: 'Ольха', flag: true },
  { ...start, act: 'give client away', text: 'Alder', flag: true },
  { ...start, act: 'give client away', text: 'Ольха', flag: true },
  { ...start, act: 'give client away' },
  { ...start, act: 'date work', day: '2020-02-29', flag: true },
  { ...start, act: 'begin work', pick: 1, day: '2020-02-29' },
  { ...start, act: 'date work', day: '2026-11-20' },
  { ...start, act: 'drop work' },
  { ...start, act: 'trial', day: '2026-11-20' },
  { ...start, act: 'import', text: 'a [ ] b\n- [ ] call by Friday' },
  { ...start, act: 'sleep' },
  { ...start, act: 'import', flag: true },
  { ...start, act: 'sleep' },
  { ...start, act: 'import', text: 'Spindle & Co', flag: true },
  { ...start, act: 'undo' },
];

test('so it is of acts that chance seldom puts together', async () => {
  await onOneFile(async (context) => {
    const seen = await play(context, rareActs);
    expect(seen.after.size).toBe(1 + rareActs.filter((each) => each.act !== 'sleep').length);
    for (const order of [backwards, forwards, scattered]) expect(await isExact(context, seen, order)).toBe(true);
  });
});

test('a log that tells the values after instead of those before is found out', async () => {
  await onOneFile(async (context) => {
    const seen = await play(context, [
      start,
      { ...start, act: 'move', stage: 'honeymoon' },
      { ...start, text: 'Ольха' },
    ]);
    expect(await isExact(context, seen, backwards)).toBe(true);
    context.storage.file.exec('update local_change set before = after where before is not null');
    expect(await isExact(context, seen, backwards)).toBe(false);
  });
});
