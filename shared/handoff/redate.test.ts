import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, type Day, isWorkingDay, type WorkCalendar } from '../calendar.ts';
import { calendars, russiaCalendar, weekdaysCalendar } from '../content/calendars.ts';
import { makePlan, offeredItems } from './plan.ts';
import { type DatedItem, redate } from './redate.ts';

const startOn = '2026-11-09';
const item = (more: Partial<DatedItem>): DatedItem => ({
  id: 'one',
  state: 'todo',
  dueOn: '2026-11-11',
  planDay: 2,
  isDayOwn: false,
  after: [],
  ...more,
});
const without = (...days: readonly Day[]): WorkCalendar => ({
  ...weekdaysCalendar,
  days: Object.fromEntries(days.map((day) => [day, 'holiday'])),
});
const movesOf = (items: readonly DatedItem[], after = without('2026-11-11'), before: WorkCalendar = weekdaysCalendar) =>
  redate({ startOn, items }, before, after);

describe('a day that is taken off', () => {
  test('moves what is due on it to the next working day', () => {
    expect(movesOf([item({})])).toEqual([{ itemId: 'one', from: '2026-11-11', to: '2026-11-12' }]);
  });

  test.each<[string, Partial<DatedItem>]>([
    ['is done', { state: 'done' }],
    ['does not apply', { state: 'not_applicable' }],
    ['was given another day', { isDayOwn: true }],
    ['was typed by hand', { planDay: null }],
    ['stands on another day than the plan’s', { dueOn: '2026-11-10' }],
  ])('leaves what %s', (_, more) => {
    expect(movesOf([item(more)])).toEqual([]);
  });

  test('and back again gives the plan it began with', () => {
    const [there] = movesOf([item({})]);
    const moved = item({ dueOn: there?.to ?? '' });
    expect(redate({ startOn, items: [moved] }, without('2026-11-11'), weekdaysCalendar)).toEqual([
      { itemId: 'one', from: '2026-11-12', to: '2026-11-11' },
    ]);
  });

  test('does not send an item past one that waits for it', () => {
    const later = item({ id: 'two', dueOn: '2026-11-11', isDayOwn: true, after: ['one'] });
    expect(movesOf([item({}), later])).toEqual([]);
    expect(movesOf([item({}), { ...later, dueOn: '2026-11-12' }])).toHaveLength(1);
  });

  test('holds back the whole chain before what stays', () => {
    const chain = [item({ id: 'a' }), item({ id: 'b', after: ['a'] }), item({ id: 'c', state: 'done', after: ['b'] })];
    expect(movesOf(chain)).toEqual([]);
  });

  test('asks nothing of what is not in the plan any more', () => {
    expect(movesOf([item({ after: ['gone'] })])).toHaveLength(1);
  });
});

const someDays = fc.dictionary(
  fc.integer({ min: 0, max: 45 }).map((offset) => addDays('2026-11-09', offset)),
  fc.constantFrom('holiday', 'working'),
  { maxKeys: 25 },
);
const calendar = fc
  .record({ base: fc.constantFrom(...calendars), days: someDays })
  .map(({ base, days }): WorkCalendar => ({ ...base, days: { ...base.days, ...days } }));
const touches = fc.array(
  fc.record({
    index: fc.nat(60),
    state: fc.constantFrom('todo', 'doing', 'blocked', 'done', 'not_applicable'),
    isDayOwn: fc.boolean(),
    offset: fc.integer({ min: 0, max: 30 }),
  }),
  { maxLength: 20 },
);
const start = fc.integer({ min: 0, max: 14 }).map((offset) => addDays('2026-11-09', offset));

test('only the untouched moves, in order, within the month, to a day of the new calendar', () => {
  fc.assert(
    fc.property(start, calendar, calendar, touches, (first, before, after, changes) => {
      const plan = makePlan({
        startOn: first,
        calendar: before,
        successor: 'contractor',
        extended: offeredItems().map(({ code }) => code),
      });
      const items = plan.map(({ code, day, dueOn, after: firsts }): DatedItem => ({
        id: code,
        state: 'todo',
        dueOn,
        planDay: day,
        isDayOwn: false,
        after: firsts,
      }));
      for (const { index, state, isDayOwn, offset } of changes) {
        const known = items[index % items.length];
        if (known === undefined) continue;
        const dueOn = isDayOwn ? addDays(first, offset) : known.dueOn;
        items[index % items.length] = { ...known, state, isDayOwn, dueOn };
      }
      const moves = redate({ startOn: first, items }, before, after);
      const byId = new Map(items.map((each) => [each.id, each]));
      const days = new Map(items.map((each) => [each.id, each.dueOn]));
      const works = Array.from({ length: 31 }, (_, day) => addDays(first, day)).some((day) => isWorkingDay(after, day));
      for (const { itemId, from, to } of moves) {
        const moved = byId.get(itemId);
        expect(moved).toMatchObject({ dueOn: from, isDayOwn: false });
        expect(['done', 'not_applicable']).not.toContain(moved?.state);
        expect(daysBetween(first, to)).toBeLessThanOrEqual(30);
        expect(daysBetween(first, to)).toBeGreaterThanOrEqual(0);
        if (works) expect(isWorkingDay(after, to)).toBe(true);
        days.set(itemId, to);
      }
      for (const each of items)
        for (const before of each.after) {
          const stood = (byId.get(before)?.dueOn ?? '') <= each.dueOn;
          if (stood) expect((days.get(before) ?? '') <= (days.get(each.id) ?? '')).toBe(true);
        }
    }),
  );
});

test('the same calendar moves nothing', () => {
  const items = makePlan({ startOn, calendar: russiaCalendar, successor: 'contractor', extended: [] }).map(
    ({ code, day, dueOn, after }) => item({ id: code, planDay: day, dueOn, after }),
  );
  expect(redate({ startOn, items }, russiaCalendar, russiaCalendar)).toEqual([]);
});
