import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type Day } from '../calendar.ts';
import { signals } from '../content/signals.ts';
import { boardStages } from '../stage.ts';
import { today, touched } from './facts-in-test.ts';
import { worstAwake, worstReasons } from './reasons.ts';
import { actsFor } from './receipt-acts.ts';
import type { HealthFacts } from './receipt-facts.ts';
import { changesSinceLastWeek, receipt } from './receipt.ts';

// Whatever is known of a client, the receipt adds up and moves the right way.

const day = (from: number, to: number) => fc.integer({ min: from, max: to }).map((days) => addDays(today, days));
const past = day(-400, 0);
const id = fc.uuid();
/** Noted up to a month before it happened, or up to a week after. */
const touch = fc
  .record({ on: day(-400, 30), noted: fc.integer({ min: -30, max: 7 }) })
  .map(({ on, noted }) => ({ on, notedOn: addDays(on, noted) }));

const facts: fc.Arbitrary<HealthFacts> = fc.record({
  stage: fc.constantFrom(...boardStages),
  sinceOn: day(-900, 0),
  inStageSince: fc.option(past),
  thresholds: fc.record({
    rhythm: fc.integer({ min: 1, max: 60 }),
    report: fc.integer({ min: 1, max: 365 }),
    ideas: fc.integer({ min: 1, max: 365 }),
    intent: fc.integer({ min: 1, max: 365 }),
  }),
  touches: fc.array(touch, { maxLength: 8 }),
  planned: fc
    .array(fc.tuple(id, touch), { maxLength: 3 })
    .map((all) => all.map(([noteId, each]) => ({ noteId, ...each }))),
  tasks: fc.array(
    fc.record({
      id,
      title: fc.string(),
      dueOn: fc.option(day(-60, 30)),
      madeOn: day(-90, 0),
      doneOn: fc.option(day(-30, 0)),
    }),
    { maxLength: 6 },
  ),
  firstTaskOn: fc.option(past),
  reports: fc.array(fc.record({ id, sentOn: past }), { maxLength: 3 }),
  kpis: fc.array(
    fc.record({
      id,
      name: fc.string(),
      target: fc.constantFrom('1', '29', '40.5'),
      direction: fc.constantFrom('up', 'down'),
      readings: fc.array(fc.record({ measuredOn: past, value: fc.constantFrom('0.5', '29', '41') }), { maxLength: 5 }),
    }),
    { maxLength: 3 },
  ),
  insights: fc.array(
    fc.record({
      id,
      kind: fc.constantFrom('idea', 'limit'),
      state: fc.constantFrom('offered', 'accepted'),
      toldOn: past,
    }),
    { maxLength: 4 },
  ),
  intents: fc.array(fc.record({ id, on: past, hasPlan: fc.constantFrom('yes', 'no', 'unknown') }), { maxLength: 2 }),
  marks: fc.array(
    fc.record({
      id,
      code: fc.constantFrom(...signals.map(({ code }) => code)),
      evidence: fc.string(),
      markedOn: past,
      endedOn: fc.option(past),
    }),
    { maxLength: 8 },
  ),
});

function of(known: HealthFacts, on: Day = today) {
  const made = receipt(known, on);
  if (made === null) throw new Error('a client of the board has a receipt');
  return made;
}

test('the score is what the lines add up to, within its bounds', () => {
  fc.assert(
    fc.property(facts, (known) => {
      const { score, lines, cap, confidence } = of(known);
      const sum = lines.reduce((total, { points }) => total + points, 50);
      expect(score).toBe(Math.max(0, Math.min(cap === null ? 100 : 39, sum)));
      expect(lines.every(({ points }) => Number.isInteger(points) && !Object.is(points, -0))).toBe(true);
      expect(lines.every(({ isUnknown, points }) => !isUnknown || points === 0)).toBe(true);
      expect(confidence >= 0 && confidence <= 1).toBe(true);
    }),
  );
});

test('a verdict follows from score, data and cap alone', () => {
  fc.assert(
    fc.property(facts, (known) => {
      const { verdict, score, confidence, cap } = of(known);
      if (verdict === 'good') expect(score >= 70 && confidence >= 0.75 && cap === null).toBe(true);
      if (verdict === 'unknown') expect(confidence < 0.5 && cap === null).toBe(true);
      if (cap !== null) expect(verdict).toBe('risk');
      if (verdict === 'watch') expect(score >= 40 && confidence >= 0.5).toBe(true);
    }),
  );
});

test('a touch or a report newer than one before, and a good sign, never lower the score', () => {
  fc.assert(
    fc.property(facts, past, (known, on) => {
      const earlier = addDays(on, -1);
      const met = (...days: readonly Day[]) => of({ ...known, touches: [...known.touches, ...touched(...days)] }).score;
      expect(met(earlier, on)).toBeGreaterThanOrEqual(met(earlier));
      const reported = (...days: readonly Day[]) =>
        of({ ...known, reports: [...known.reports, ...days.map((sentOn) => ({ id: sentOn, sentOn }))] }).score;
      expect(reported(earlier, on)).toBeGreaterThanOrEqual(reported(earlier));
      const good = { id: 'new', code: 'G-TALK', evidence: '', markedOn: on, endedOn: null };
      expect(of({ ...known, marks: [...known.marks, good] }).score).toBeGreaterThanOrEqual(of(known).score);
    }),
  );
});

test('a red flag never raises the score, and a critical one leaves at most 39', () => {
  fc.assert(
    fc.property(facts, past, (known, markedOn) => {
      const flagged = (code: string) => ({
        ...known,
        marks: [...known.marks, { id: 'new', code, evidence: '', markedOn, endedOn: null }],
      });
      expect(of(flagged('R-NOQ')).score).toBeLessThanOrEqual(of(known).score);
      expect(of(flagged('C-TRUST'))).toMatchObject({ verdict: 'risk', cap: 'signal' });
      expect(of(flagged('C-TRUST')).score).toBeLessThanOrEqual(39);
    }),
  );
});

test('what was not known a week ago plays no part in how things stood then', () => {
  const week = addDays(today, -7);
  const after = (on: Day) => on > week;
  fc.assert(
    fc.property(facts, (known) => {
      const then: HealthFacts = {
        ...known,
        touches: known.touches.filter(({ on, notedOn }) => !after(on) || !after(notedOn)),
        tasks: known.tasks
          .filter(({ madeOn }) => !after(madeOn))
          .map((task) => (task.doneOn !== null && after(task.doneOn) ? { ...task, doneOn: null } : task)),
        reports: known.reports.filter(({ sentOn }) => !after(sentOn)),
        kpis: known.kpis.map((kpi) => ({
          ...kpi,
          readings: kpi.readings.filter(({ measuredOn }) => !after(measuredOn)),
        })),
        insights: known.insights.filter(({ toldOn }) => !after(toldOn)),
        intents: known.intents.filter(({ on }) => !after(on)),
        marks: known.marks
          .filter(({ markedOn }) => !after(markedOn))
          .map((mark) => (mark.endedOn !== null && after(mark.endedOn) ? { ...mark, endedOn: null } : mark)),
      };
      const codes = (lines: ReturnType<typeof of>['lines']) => lines.map(({ code, points }) => [code, points]);
      expect(codes(of(known, week).lines)).toEqual(codes(of(then, week).lines));
    }),
  );
});

test('the changes lead from the points of last week to those of today', () => {
  fc.assert(
    fc.property(facts, (known) => {
      const [before, now] = [of(known, addDays(today, -7)), of(known)];
      const sumOf = ({ lines }: typeof now) => lines.reduce((sum, { points }) => sum + points, 0);
      const moved = changesSinceLastWeek(known, now, today).reduce((sum, { by }) => sum + by, 0);
      expect(sumOf(before) + moved).toBe(sumOf(now));
    }),
  );
});

test('at most two acts are named, and each brings something', () => {
  fc.assert(
    fc.property(facts, (known) => {
      const acts = actsFor(known, of(known), today);
      expect(acts.length).toBeLessThanOrEqual(2);
      const isCapped = of(known).cap !== null;
      expect(acts.every(({ by }) => (isCapped ? by === null : by !== null && by > 0))).toBe(true);
    }),
  );
});

test('who is to be looked at or at risk always has a reason', () => {
  fc.assert(
    fc.property(facts, (known) => {
      const made = of(known);
      fc.pre(made.verdict === 'watch' || made.verdict === 'risk');
      expect(worstAwake(worstReasons(made), () => false)).not.toBeNull();
    }),
    { numRuns: 500 },
  );
});
