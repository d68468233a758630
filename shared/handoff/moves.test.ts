import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, daysBetween, isWorkingDay, type WorkCalendar } from '../calendar.ts';
import { calendars, russiaCalendar, weekdaysCalendar } from '../content/calendars.ts';
import { isOpen } from './items.ts';
import { daysOfWeek, type MovableItem, type MovablePlan, moveToWeek, newItem, refusalOf } from './moves.ts';
import { endOfHandoff, handoffWeeks, makePlan, offeredItems, type Week } from './plan.ts';

const item = (more: Partial<MovableItem>): MovableItem => ({
  id: 'one',
  title: 'One',
  state: 'todo',
  dueOn: '2026-11-18',
  after: [],
  ...more,
});
const planOf = (items: readonly MovableItem[], more: Partial<MovablePlan> = {}): MovablePlan => ({
  startOn: '2026-11-09',
  endOn: '2026-12-09',
  items,
  ...more,
});
const codeOf = (items: readonly MovableItem[], day: Day) =>
  refusalOf(planOf(items), items[0] ?? newItem, day, weekdaysCalendar)?.code ?? null;

describe('an item may be due', () => {
  test.each([
    ['2026-11-09', null],
    ['2026-12-09', null],
    ['2026-11-06', 'day_outside_handoff'],
    ['2026-12-10', 'day_outside_handoff'],
    ['2099-01-01', 'day_outside_handoff'],
    ['2026-11-21', 'day_not_worked'],
  ])('on working days of the handoff: %s', (day, code) => {
    expect(codeOf([item({})], day)).toBe(code);
  });

  test('as long as the handoff lasts, when it was made longer', () => {
    const plan = planOf([item({})], { endOn: '2026-12-16' });
    expect(refusalOf(plan, newItem, '2026-12-16', weekdaysCalendar)).toBeNull();
    expect(refusalOf(plan, newItem, '2026-12-17', weekdaysCalendar)?.code).toBe('day_outside_handoff');
  });

  test('not before what comes first, nor after what waits for it; the same day is fine', () => {
    const before = item({ id: 'before', dueOn: '2026-11-16' });
    const behind = item({ id: 'behind', dueOn: '2026-11-20', after: ['one'] });
    const items = [item({ after: ['before'] }), before, behind];
    expect(codeOf(items, '2026-11-16')).toBeNull();
    expect(codeOf(items, '2026-11-20')).toBeNull();
    expect(codeOf(items, '2026-11-13')).toBe('day_before_predecessor');
    expect(codeOf(items, '2026-11-23')).toBe('day_after_dependent');
  });

  test.each(['done', 'not_applicable'])('wherever people work once what stands in the way is %s', (state) => {
    const before = item({ id: 'before', state });
    const behind = item({ id: 'behind', state, after: ['one'] });
    const items = [item({ after: ['before'] }), before, behind];
    expect(codeOf(items, '2026-11-10')).toBeNull();
    expect(codeOf(items, '2026-12-01')).toBeNull();
    expect(codeOf([{ ...item({ after: ['before'] }), state }, item({ id: 'before' })], '2026-11-10')).toBeNull();
  });

  test('and is told what is in the way, the nearest first', () => {
    const firsts = [item({ id: 'a', dueOn: '2026-11-17' }), item({ id: 'b', dueOn: '2026-11-19' })];
    const behind = [item({ id: 'c', dueOn: '2026-11-25' }), item({ id: 'd', dueOn: '2026-11-24' })];
    const moved = item({ after: ['a', 'b'] });
    const plan = planOf([moved, ...firsts, ...behind.map((each) => ({ ...each, after: ['one'] }))]);
    const idsAt = (day: Day) => refusalOf(plan, moved, day, weekdaysCalendar)?.because.map(({ id }) => id);
    expect(idsAt('2026-11-12')).toEqual(['b', 'a']);
    expect(idsAt('2026-11-26')).toEqual(['d', 'c']);
  });
});

describe('moving to another week', () => {
  const newYear = '2026-12-28';

  test.each([
    // The holidays last to Sunday, January 10: nobody works in the second week but on the weekday it moves to.
    ['2026-12-29', 1, '2026-12-29'],
    ['2026-12-29', 3, '2027-01-12'],
    // A Sunday has no later day in its week.
    ['2027-01-03', 1, '2026-12-30'],
    ['2027-01-03', 3, '2027-01-15'],
    // The reserve belongs to the last week.
    ['2027-01-03', 4, '2027-01-25'],
  ] as const)('of what is due on %s to week %s of the Russian New Year', (dueOn, week, expected) => {
    const moved = item({ dueOn });
    const plan = planOf([moved], { startOn: newYear, endOn: endOfHandoff(newYear) });
    expect(moveToWeek(plan, moved, week, { calendar: russiaCalendar, today: plan.startOn })).toEqual({
      dueOn: expected,
      refusal: null,
    });
  });

  test('in which nobody works is refused', () => {
    const moved = item({ dueOn: '2026-12-29' });
    const plan = planOf([moved], { startOn: newYear, endOn: endOfHandoff(newYear) });
    expect(moveToWeek(plan, moved, 2, { calendar: russiaCalendar, today: plan.startOn }).refusal).toEqual({
      code: 'day_not_worked',
      because: [],
    });
  });

  test.each([
    // Monday to the week in which today is Thursday, and a day that is over where only such ones are left.
    ['2026-11-26', '2026-11-26'],
    ['2026-11-23', '2026-11-23'],
    ['2026-11-30', '2026-11-23'],
  ])('lands on no day that is over as long as there is another one: on %s', (today, expected) => {
    const moved = item({ dueOn: '2026-11-16' });
    const to = moveToWeek(planOf([moved]), moved, 3, { calendar: weekdaysCalendar, today });
    expect(to).toEqual({ dueOn: expected, refusal: null });
  });

  test('takes the nearest day that the order leaves', () => {
    const before = item({ id: 'before', dueOn: '2026-11-26' });
    const moved = item({ dueOn: '2026-11-18', after: ['before'] });
    const plan = planOf([moved, before]);
    expect(moveToWeek(plan, moved, 3, { calendar: weekdaysCalendar, today: plan.startOn })).toEqual({
      dueOn: '2026-11-26',
      refusal: null,
    });
    expect(moveToWeek(plan, moved, 1, { calendar: weekdaysCalendar, today: plan.startOn })).toEqual({
      dueOn: '2026-11-11',
      refusal: { code: 'day_before_predecessor', because: [before] },
    });
  });

  test('reaches to the last day of a longer month', () => {
    const before = item({ id: 'before', dueOn: '2026-12-15' });
    const moved = item({ after: ['before'] });
    const plan = planOf([moved, before], { endOn: '2026-12-16' });
    expect(daysOfWeek(plan, 4)).toEqual({ firstOn: '2026-11-30', lastOn: '2026-12-16' });
    expect(moveToWeek(plan, moved, 4, { calendar: weekdaysCalendar, today: plan.startOn }).dueOn).toBe('2026-12-15');
  });
});

describe('whatever is moved, in whatever order', () => {
  const anyStart = fc.integer({ min: 0, max: 1460 }).map((offset) => addDays('2025-01-01', offset));
  const anyWeek = fc.constantFrom<Week>(...handoffWeeks.map(({ week }) => week));
  const anyStep = fc.record({
    index: fc.nat(),
    week: anyWeek,
    turn: fc.constantFrom<'move' | 'done' | 'not_applicable'>('move', 'move', 'move', 'done', 'not_applicable'),
  });
  const anyPlan = fc.record({
    startOn: anyStart,
    calendar: fc.constantFrom(...calendars),
    extended: fc.subarray(offeredItems().map(({ code }) => code)),
    longer: fc.constantFrom(0, 7, 14),
  });

  interface Started {
    readonly plan: MovablePlan;
    readonly calendar: WorkCalendar;
  }

  function started({
    startOn,
    calendar,
    extended,
    longer,
  }: typeof anyPlan extends fc.Arbitrary<infer Plan> ? Plan : never): Started {
    const made = makePlan({ startOn, calendar, successor: 'contractor', extended });
    const items = made.map(({ code, dueOn, after }) => ({ id: code, title: code, state: 'todo', dueOn, after }));
    return { plan: { startOn, endOn: addDays(endOfHandoff(startOn), longer), items }, calendar };
  }

  /** Pairs that stand the wrong way round, and days on which nothing may be due. */
  function brokenIn({ plan, calendar }: Started): readonly string[] {
    const open = plan.items.filter(isOpen);
    const dayOf = new Map(open.map(({ id, dueOn }) => [id, dueOn]));
    const pairs = open.flatMap(({ id, dueOn, after }) =>
      after.filter((first) => (dayOf.get(first) ?? dueOn) > dueOn).map((first) => `${first} > ${id}`),
    );
    const days = open.filter(
      ({ dueOn }) => dueOn < plan.startOn || dueOn > plan.endOn || !isWorkingDay(calendar, dueOn),
    );
    return [...pairs, ...days.map(({ id, dueOn }) => `${id} on ${dueOn}`)];
  }

  type Mover = (plan: MovablePlan, item: MovableItem, week: Week, calendar: WorkCalendar) => Day;

  function play(
    begun: Started,
    steps: readonly { readonly index: number; readonly week: Week; readonly turn: string }[],
    mover: Mover,
  ): Started {
    return steps.reduce<Started>(({ plan, calendar }, { index, week, turn }) => {
      const chosen = plan.items[index % plan.items.length];
      if (chosen === undefined) return { plan, calendar };
      const changed =
        turn === 'move' ? { ...chosen, dueOn: mover(plan, chosen, week, calendar) } : { ...chosen, state: turn };
      return { plan: { ...plan, items: plan.items.map((each) => (each === chosen ? changed : each)) }, calendar };
    }, begun);
  }

  const byTheRules: Mover = (plan, moved, week, calendar) => {
    const { dueOn, refusal } = moveToWeek(plan, moved, week, { calendar, today: plan.startOn });
    return refusal === null ? dueOn : moved.dueOn;
  };

  test('order and bounds are kept', () => {
    fc.assert(
      fc.property(anyPlan, fc.array(anyStep, { maxLength: 40 }), (options, steps) => {
        expect(brokenIn(play(started(options), steps, byTheRules))).toEqual([]);
      }),
    );
  });

  test('a move stays in the week it was sent to', () => {
    fc.assert(
      fc.property(anyPlan, anyStep, (options, { index, week }) => {
        const { plan, calendar } = started(options);
        const chosen = plan.items[index % plan.items.length] ?? item({});
        const { dueOn } = moveToWeek(plan, chosen, week, { calendar, today: plan.startOn });
        const { firstOn, lastOn } = daysOfWeek(plan, week);
        expect(dueOn >= firstOn && dueOn <= lastOn).toBe(true);
      }),
    );
  });

  test('without the rules both would be broken', () => {
    const careless: Mover = (plan, moved, week) =>
      addDays(daysOfWeek(plan, week).firstOn, daysBetween(plan.startOn, moved.dueOn) % 7);
    const found = fc.check(
      fc.property(anyPlan, fc.array(anyStep, { maxLength: 40 }), (options, steps) => {
        expect(brokenIn(play(started(options), steps, careless))).toEqual([]);
      }),
    );
    expect(found.failed).toBe(true);
  });
});
