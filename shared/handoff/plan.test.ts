import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, isWorkingDay, nextWorkingDay, type WorkCalendar } from '../calendar.ts';
import { calendars, russiaCalendar, weekdaysCalendar } from '../content/calendars.ts';
import {
  afterCareItems,
  dayNumber,
  dueOn,
  endOfHandoff,
  offeredItems,
  handoffWeeks,
  lastDayOfWeek,
  makePlan,
  weekDays,
  weekOf,
  type PlanOptions,
} from './plan.ts';
import { sectionNames, weekNames, weekSentence } from './words.ts';

const startOn = '2026-11-09';

/** A month in which nobody works, and one with a single working day. */
const holidayMonth: WorkCalendar = { ...weekdaysCalendar, code: 'holidays', weekend: [1, 2, 3, 4, 5, 6, 7], days: {} };
const oneDay: WorkCalendar = {
  ...holidayMonth,
  code: 'one-day',
  days: { ...holidayMonth.days, '2026-11-18': 'working' },
};

const anyStart = fc.integer({ min: 0, max: 1460 }).map((offset) => addDays('2025-01-01', offset));
const anyOptions: fc.Arbitrary<PlanOptions> = fc.record({
  startOn: anyStart,
  calendar: fc.constantFrom(...calendars),
  successor: fc.constantFrom('contractor', 'in_house', 'freeze'),
  extended: fc.subarray([...offeredItems().map((item) => item.code), 'K5', 'nonsense']),
});

function plan(options: Partial<PlanOptions> = {}): ReturnType<typeof makePlan> {
  return makePlan({ startOn, calendar: russiaCalendar, successor: 'contractor', extended: [], ...options });
}

function codes(options: Partial<PlanOptions>): readonly string[] {
  return plan(options).map((item) => item.code);
}

describe('due days', () => {
  test('are working days inside the month, for every start and calendar', () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        for (const item of makePlan(options)) {
          expect(isWorkingDay(options.calendar, item.dueOn), `${item.code} ${item.dueOn}`).toBe(true);
          expect(item.dueOn >= options.startOn && item.dueOn <= endOfHandoff(options.startOn)).toBe(true);
        }
      }),
    );
  });

  test('never put an item before the ones it depends on', () => {
    fc.assert(
      fc.property(anyOptions, fc.constantFrom(undefined, holidayMonth, oneDay), (options, strange) => {
        const items = makePlan({ ...options, calendar: strange ?? options.calendar });
        const due = new Map(items.map((item) => [item.code, item.dueOn]));
        for (const item of items) {
          for (const code of item.after)
            expect((due.get(code) ?? '9999') <= item.dueOn, `${code} → ${item.code}`).toBe(true);
        }
      }),
    );
  });

  test('move to the next working day', () => {
    const due = new Map(plan({ startOn: '2026-10-30' }).map((item) => [item.code, item.dueOn]));
    expect(due.get('A1')).toBe('2026-10-30');
    expect(due.get('A2'), 'Saturday').toBe('2026-11-02');
    expect(due.get('H1'), 'Thursday').toBe('2026-11-05');
    expect(due.get('B2'), 'Tuesday').toBe('2026-11-03');
    expect(dueOn('2026-10-30', 5, russiaCalendar), 'public holiday').toBe('2026-11-05');
  });

  test('stay inside the month when its last days are free', () => {
    expect(dueOn('2026-12-10', 30, russiaCalendar), 'Saturday 9 January after the holidays').toBe('2026-12-30');
    expect(dueOn('2026-12-05', 30, russiaCalendar)).toBe('2026-12-30');
    expect(dueOn('2026-12-05', 29, russiaCalendar)).toBe('2026-12-30');
  });

  test('are day 30 when nobody works in the whole month', () => {
    for (const day of [0, 12, 30]) expect(dueOn(startOn, day, holidayMonth)).toBe('2026-12-09');
    expect(dueOn(startOn, 0, oneDay)).toBe('2026-11-18');
    expect(dueOn(startOn, 30, oneDay)).toBe('2026-11-18');
  });
});

describe('makePlan', () => {
  test('holds the core items, and the extended ones that were ticked', () => {
    expect(codes({})).not.toContain('D2');
    expect(codes({ extended: ['D2', 'F1'] })).toEqual(expect.arrayContaining(['D2', 'F1']));
    expect(plan()).toHaveLength(40);
    expect(plan({ extended: offeredItems().map((item) => item.code) })).toHaveLength(40 + offeredItems().length);
  });

  test('leaves the call after the month to the closing', () => {
    expect(codes({ extended: ['K5'] })).not.toContain('K5');
    const [call, ...others] = afterCareItems({ startOn, calendar: russiaCalendar, successor: 'contractor' });
    expect(others).toEqual([]);
    expect(call).toMatchObject({ code: 'K5', side: 'agency', isMandatory: false, after: [] });
    expect(call?.dueOn).toBe(nextWorkingDay(russiaCalendar, '2027-01-08'));
  });

  test.each(['in_house', 'freeze'] as const)('without a successor (%s) the client takes over', (successor) => {
    const items = plan({ successor });
    expect(items.some((item) => item.side === 'successor')).toBe(false);
    expect(items.filter((item) => item.section === 'C').map((item) => item.code)).toEqual(['C1']);
    expect(items.find((item) => item.code === 'D8')).toMatchObject({ side: 'client', after: [] });
    expect(items.find((item) => item.code === 'H3')).toMatchObject({ side: 'client', after: ['H1'] });
  });

  test.each(['in_house', 'freeze'] as const)('without a successor (%s) speaks of nobody new', (successor) => {
    const extended = offeredItems().map((item) => item.code);
    const later = afterCareItems({ startOn, calendar: russiaCalendar, successor });
    // The first item of section C is the choice itself.
    const titles = [...plan({ successor, extended }), ...later].filter(({ code }) => code !== 'C1');
    const someoneNew =
      /contractor|successor|new team|\bthey\b|подрядчик|преемник|новая команда|(?<!\p{L})они(?!\p{L})/iu;
    expect(titles.filter(({ title }) => someoneNew.test(`${title.en} ${title.ru}`))).toEqual([]);
    expect(plan().filter(({ title }) => someoneNew.test(`${title.en} ${title.ru}`)).length).toBeGreaterThan(4);
  });

  test('depends only on items of the plan', () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        const items = makePlan(options);
        const known = new Set(items.map((item) => item.code));
        expect(known.size).toBe(items.length);
        expect(items.flatMap((item) => item.after).filter((code) => !known.has(code))).toEqual([]);
      }),
    );
  });

  test('names a known section for every item', () => {
    for (const item of plan()) expect(sectionNames.has(item.section), item.code).toBe(true);
  });
});

describe('weeks', () => {
  test.each([
    [0, 1],
    [6, 1],
    [7, 2],
    [13, 2],
    [14, 3],
    [20, 3],
    [21, 4],
    [30, 4],
    [45, 4],
    [-2, 1],
  ])('day %i is in week %i', (day, week) => {
    expect(weekOf(startOn, addDays(startOn, day))).toBe(week);
  });

  test('have the days of the month between them', () => {
    expect(handoffWeeks.map(({ week }) => weekDays(startOn, week))).toEqual([
      { firstOn: '2026-11-09', lastOn: '2026-11-15' },
      { firstOn: '2026-11-16', lastOn: '2026-11-22' },
      { firstOn: '2026-11-23', lastOn: '2026-11-29' },
      { firstOn: '2026-11-30', lastOn: '2026-12-09' },
    ]);
  });

  test('have a name and a sentence in both languages', () => {
    for (const { week } of handoffWeeks) {
      for (const successor of ['contractor', 'in_house', 'freeze'] as const) {
        const words = [weekNames[week], weekSentence(week, successor)];
        expect(words.every(({ en, ru }) => /^[A-Z]/.test(en) && /^[А-Я]/.test(ru))).toBe(true);
      }
    }
  });

  test('the day of the month counts from one', () => {
    expect(daysBetween(startOn, endOfHandoff(startOn))).toBe(30);
    expect(dayNumber(startOn, startOn)).toBe(1);
    expect(dayNumber(startOn, '2026-11-23')).toBe(15);
    expect(dayNumber(startOn, '2026-12-09')).toBe(30);
    expect(dayNumber(startOn, '2027-12-09')).toBe(30);
    expect(dayNumber(startOn, '2026-11-01')).toBe(1);
  });
});

describe('what is added to a week', () => {
  const newYear = '2026-12-28';

  test.each([
    [newYear, 1, '2026-12-30'],
    [newYear, 2, '2027-01-10'],
    [newYear, 3, '2027-01-15'],
    // A handoff that starts on a Wednesday has weeks from Wednesday to Tuesday.
    ['2026-11-11', 1, '2026-11-17'],
    ['2026-11-14', 1, '2026-11-20'],
  ] as const)('the last day of a handoff from %s, week %s', (start, week, expected) => {
    expect(lastDayOfWeek(start, week, russiaCalendar)).toBe(expected);
  });

  test('is due on its last working day', () => {
    const anyWeek = fc.constantFrom(...handoffWeeks.map(({ week }) => week));
    const anyCalendar = fc.constantFrom(...calendars, holidayMonth, oneDay);
    fc.assert(
      fc.property(anyStart, anyWeek, anyCalendar, (start, week, calendar) => {
        const { firstOn } = weekDays(start, week);
        const seven = Array.from({ length: 7 }, (_, step) => addDays(firstOn, step));
        const last = lastDayOfWeek(start, week, calendar);
        expect(last).toBe(seven.findLast((day) => isWorkingDay(calendar, day)) ?? seven.at(-1));
        expect(weekOf(start, last)).toBe(week);
      }),
    );
  });
});
