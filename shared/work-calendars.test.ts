import { describe, expect, test } from 'vitest';
import { calendars, russiaCalendar, weekdaysCalendar } from './content/calendars.ts';
import { dayNameIn } from './content/day-names.ts';
import type { CalendarChange } from './contract/work-calendars.ts';
import { calendarIn, type CalendarState, calendarViews, changeCalendars } from './work-calendars.ts';

const shipped: CalendarState = { chosen: 'ru', own: [] };

function after(...changes: readonly CalendarChange[]): CalendarState {
  return changes.reduce<CalendarState>((state, change) => changeCalendars(state, change, 'own-1'), shipped);
}

const day = (on: string, isWorked: boolean | null, title?: string): CalendarChange => ({
  kind: 'days',
  code: 'ru',
  days: [{ day: on, isWorked, ...(title === undefined ? {} : { title }) }],
});
const viewOf = (state: CalendarState, code = state.chosen) => calendarViews(state).find((each) => each.code === code);
const dayIn = (state: CalendarState, on: string) => viewOf(state)?.days.find((each) => each.day === on);

describe('the calendar in force', () => {
  test('is one that ships as long as nothing was changed', () => {
    for (const { code, label, weekend, days } of calendars)
      expect(calendarIn(shipped, code)).toEqual({ code, label, weekend, days });
    expect(viewOf(shipped)?.isChanged).toBe(false);
  });

  test('an unknown code stands for plain weekdays', () => {
    expect(calendarIn({ chosen: 'mars', own: [] }).code).toBe(weekdaysCalendar.code);
  });

  test('another one is chosen', () => {
    expect(calendarIn(after({ kind: 'choose', code: 'us' })).code).toBe('us');
    expect(() => after({ kind: 'choose', code: 'mars' })).toThrow('no such calendar');
  });
});

describe('a day', () => {
  test('is taken off, and worked again', () => {
    const off = after(day('2026-12-25', false));
    expect(calendarIn(off).days['2026-12-25']).toBe('holiday');
    expect(viewOf(off)?.isChanged).toBe(true);
    expect(changeCalendars(off, day('2026-12-25', true), '')).toMatchObject({ own: [{ days: new Map() }] });
  });

  test('that ships as a day off is worked, without its name, and goes back whole', () => {
    const worked = after(day('2026-06-12', true));
    expect(dayIn(worked, '2026-06-12')).toEqual({
      day: '2026-06-12',
      kind: 'working',
      title: { en: '', ru: '' },
      isOwn: true,
    });
    const back = changeCalendars(worked, day('2026-06-12', false), '');
    expect(viewOf(back)?.days).toEqual(viewOf(shipped)?.days);
    expect(viewOf(back)?.isChanged).toBe(false);
  });

  test('gets a name, keeps it when it is worked, and loses it with the name', () => {
    const named = after(day('2026-12-25', false, 'Our party'));
    expect(dayIn(named, '2026-12-25')).toMatchObject({ kind: 'holiday', title: { en: 'Our party', ru: 'Our party' } });
    const worked = changeCalendars(named, day('2026-12-25', true), '');
    expect(dayIn(worked, '2026-12-25')).toMatchObject({ kind: 'working', title: { en: 'Our party' } });
    expect(dayIn(changeCalendars(worked, day('2026-12-25', true, ''), ''), '2026-12-25')).toBeUndefined();
    expect(dayIn(changeCalendars(named, day('2026-12-25', null), ''), '2026-12-25')).toBeUndefined();
  });

  test('that ships is called otherwise, and by its own name again', () => {
    const renamed = after(day('2026-06-12', false, 'Day of the birch'));
    expect(dayIn(renamed, '2026-06-12')?.title.en).toBe('Day of the birch');
    expect(viewOf(changeCalendars(renamed, day('2026-06-12', false, 'Russia Day'), ''))?.isChanged).toBe(false);
    expect(dayIn(after(day('2026-06-12', false, '')), '2026-06-12')?.title).toEqual({ en: '', ru: '' });
  });

  test('of the week is worked or not', () => {
    const saturdays: CalendarChange = { kind: 'weekday', code: 'ru', weekday: 6, isWorked: true };
    expect(calendarIn(after(saturdays)).weekend).toEqual([7]);
    expect(viewOf(after(saturdays, { ...saturdays, isWorked: false }))?.isChanged).toBe(false);
  });

  test('a calendar in which nobody works is refused', () => {
    const off = (weekday: 1 | 2 | 3 | 4 | 5): CalendarChange => ({
      kind: 'weekday',
      code: 'ru',
      weekday,
      isWorked: false,
    });
    expect(() => after(off(1), off(2), off(3), off(4), off(5))).toThrow('ru');
    const year = Array.from({ length: 400 }, (_, index) => {
      const date = new Date(Date.UTC(2027, 0, 1 + index)).toISOString().slice(0, 10);
      return { day: date, isWorked: false };
    });
    expect(() => after({ kind: 'days', code: 'ru', days: year })).toThrow('ru');
    expect(() => after({ kind: 'days', code: 'ru', days: year.slice(0, 300) })).not.toThrow();
  });
});

describe('a calendar of one’s own', () => {
  const copied = after(day('2026-12-25', false), { kind: 'copy', code: 'ru', name: 'Quarta' });

  test('begins as the one it was copied from, with what was changed of it, and is chosen', () => {
    expect(viewOf(copied)).toMatchObject({ code: 'own-1', label: { en: 'Quarta', ru: 'Quarta' }, isOwn: true });
    expect(calendarIn(copied)).toEqual({
      ...calendarIn(copied, 'ru'),
      code: 'own-1',
      label: { en: 'Quarta', ru: 'Quarta' },
    });
  });

  test('goes its own way', () => {
    const apart = changeCalendars(
      copied,
      { kind: 'days', code: 'own-1', days: [{ day: '2026-12-28', isWorked: false }] },
      '',
    );
    expect(calendarIn(apart, 'own-1').days['2026-12-28']).toBe('holiday');
    expect(calendarIn(apart, 'ru').days['2026-12-28']).toBeUndefined();
  });

  test('is renamed and removed: what it was made from is in force then', () => {
    const renamed = changeCalendars(copied, { kind: 'rename', code: 'own-1', name: 'Bureau' }, '');
    expect(viewOf(renamed)?.label.en).toBe('Bureau');
    const removed = changeCalendars(renamed, { kind: 'remove', code: 'own-1' }, '');
    expect(removed.chosen).toBe('ru');
    expect(calendarViews(removed)).toHaveLength(calendars.length);
  });

  test.each(['rename', 'remove'] as const)('to %s one that ships is refused', (kind) => {
    expect(() => after({ kind, code: 'ru', name: 'Ours' })).toThrow('it ships');
  });

  test('has no original; one that ships is reset', () => {
    expect(() => changeCalendars(copied, { kind: 'reset', code: 'own-1' }, '')).toThrow('no original');
    const reset = changeCalendars(copied, { kind: 'reset', code: 'ru' }, '');
    expect(calendarIn(reset, 'ru').days).toEqual(russiaCalendar.days);
    expect(calendarIn(reset).days['2026-12-25']).toBe('holiday');
  });
});

test('every day off that ships has a name', () => {
  for (const calendar of calendars)
    for (const on of Object.keys(calendar.days))
      expect(dayNameIn(calendar, on)?.ru, `${calendar.code} ${on}`).toBeTruthy();
});

test.each([
  ['ru', '2026-05-11', 'moved day off'],
  ['ru', '2025-11-01', 'worked instead of another day'],
  ['gb-eng', '2027-12-28', 'Boxing Day'],
  ['us', '2027-11-25', 'Thanksgiving Day'],
  ['us', '2028-11-10', 'Veterans Day'],
  ['us', '2027-12-31', 'New Year’s Day'],
])('%s calls %s “%s”', (code, on, name) => {
  const calendar = calendars.find((each) => each.code === code) ?? weekdaysCalendar;
  expect(dayNameIn(calendar, on)?.en).toBe(name);
});

test('Russia says from which year on its moved days are missing', () => {
  expect(viewOf(shipped, 'ru')?.gap?.fromYear).toBe(2027);
  expect(viewOf(shipped, 'us')?.gap).toBeNull();
});
