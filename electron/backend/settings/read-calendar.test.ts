import { describe, expect, test } from 'vitest';
import { readCalendar } from './read-calendar.ts';

const today = '2026-11-23';
const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const read = (...lines: readonly string[]) =>
  readCalendar(['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n'), today);
const daysOf = (...lines: readonly string[]) => read(...event(...lines)).days.map(({ day }) => day);
const whyNot = (...lines: readonly string[]) => read(...event(...lines)).unread;

describe('a whole day', () => {
  test('is a day off with its name', () => {
    expect(
      read(...event('DTSTART;VALUE=DATE:20270308', 'DTEND;VALUE=DATE:20270309', 'SUMMARY:Women’s Day\\, off')),
    ).toEqual({
      days: [{ day: '2027-03-08', kind: 'holiday', title: 'Women’s Day, off' }],
      unread: [],
    });
  });

  test('with a name that is too long says so', () => {
    const title = 'Week of rest '.repeat(20);
    const [day] = read(...event('DTSTART;VALUE=DATE:20270308', `SUMMARY:${title}`)).days;
    expect(day?.title).toMatch(/^Week of rest .*…$/);
    expect(day?.title.length).toBeLessThanOrEqual(200);
  });

  test.each([
    ['without an end', ['DTSTART;VALUE=DATE:20270308']],
    ['that ends on its own day', ['DTSTART;VALUE=DATE:20270308', 'DTEND;VALUE=DATE:20270308']],
    ['with a duration', ['DTSTART;VALUE=DATE:20270308', 'DURATION:P1D']],
    ['without saying that it is a date', ['DTSTART:20270308']],
    ['from midnight to midnight', ['DTSTART:20270308T000000', 'DTEND:20270309T000000']],
    ['of a time zone', ['DTSTART;TZID=Europe/Moscow:20270308T000000', 'DTEND;TZID=Europe/Moscow:20270309T000000']],
  ])('%s', (_, lines) => {
    expect(daysOf(...lines)).toEqual(['2027-03-08']);
  });

  test('several days in a row, over the end of a year', () => {
    expect(daysOf('DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270103')).toEqual([
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
    ]);
    expect(daysOf('DTSTART;VALUE=DATE:20270501', 'DURATION:P2D')).toEqual(['2027-05-01', '2027-05-02']);
  });

  test('once a year, as far as plans are made', () => {
    expect(daysOf('DTSTART;VALUE=DATE:19900612', 'RRULE:FREQ=YEARLY')).toEqual(
      [2025, 2026, 2027, 2028, 2029, 2030, 2031].map((year) => `${year}-06-12`),
    );
    expect(daysOf('DTSTART;VALUE=DATE:20250901', 'RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=1MO;UNTIL=20271231')).toEqual([
      '2025-09-01',
      '2026-09-07',
      '2027-09-06',
    ]);
  });

  test('but for the years that are named as exceptions', () => {
    const lines = ['DTSTART;VALUE=DATE:20260612', 'RRULE:FREQ=YEARLY;COUNT=3', 'EXDATE;VALUE=DATE:20270612'];
    expect(daysOf(...lines)).toEqual(['2026-06-12', '2028-06-12']);
  });

  test('long names that were folded come whole, in any script', () => {
    const { days } = read(...event('DTSTART;VALUE=DATE:20270612', 'SUMMARY:День Росс', ' ии 🎉 =HYPERLINK(1)'));
    expect(days[0]?.title).toBe('День России 🎉 =HYPERLINK(1)');
  });

  test.each([
    ['SUMMARY:Рабочий день (перенос)', 'working'],
    ['SUMMARY:Рабочая суббота', 'working'],
    ['SUMMARY:Working day', 'working'],
    ['CATEGORIES:Holidays,Workday', 'working'],
    ['SUMMARY:Рабочая суббота\\, перенос с понедельника', 'working'],
    ['SUMMARY:Сокращённый предпраздничный день', 'working'],
    ['SUMMARY:Нерабочий день', 'holiday'],
    ['SUMMARY:Не рабочий день', 'holiday'],
    ['SUMMARY:Выходной: рабочий день перенесён на субботу', 'holiday'],
    ['SUMMARY:No working day', 'holiday'],
    ['SUMMARY:Non-working day', 'holiday'],
    ['SUMMARY:Not a working day', 'holiday'],
  ])('%s is %s', (line, kind) => {
    expect(read(...event('DTSTART;VALUE=DATE:20270220', line)).days[0]?.kind).toBe(kind);
  });
});

describe('what cannot be read is named with its reason', () => {
  test.each([
    ['has_time', ['DTSTART:20270308T090000Z', 'DTEND:20270308T100000Z']],
    ['has_time', ['DTSTART:20270308T000000', 'DTEND:20270308T120000']],
    ['has_time', ['DTSTART:20270308T000000']],
    ['no_date', []],
    ['far_away', ['DTSTART;VALUE=DATE:19990308']],
    ['repeats', ['DTSTART;VALUE=DATE:20270103', 'RRULE:FREQ=WEEKLY;BYDAY=SU']],
    ['repeats', ['DTSTART;VALUE=DATE:20270103', 'RRULE:FREQ=DAILY;INTERVAL=99999999']],
    ['repeats', ['DTSTART;VALUE=DATE:20270103', 'RRULE:FREQ=YEARLY;INTERVAL=99999999']],
    ['repeats', ['DTSTART;VALUE=DATE:20270103', 'RRULE:FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30']],
    ['far_away', ['DTSTART;VALUE=DATE:00010103', 'RRULE:FREQ=YEARLY;BYDAY=MO']],
    ['far_away', ['DTSTART;VALUE=DATE:20270103', 'RRULE:FREQ=YEARLY;BYDAY=6MO;BYMONTH=2']],
    ['too_many', ['DTSTART;VALUE=DATE:20270103', 'RRULE:FREQ=YEARLY;BYDAY=SU']],
    ['too_many', ['DTSTART;VALUE=DATE:20270101', 'DTEND;VALUE=DATE:20280101']],
    ['damaged', ['DTSTART;VALUE=DATE:20271341']],
    ['damaged', ['DTSTART;VALUE=DATE:20270308', 'what is this']],
    ['damaged', ['DTSTART;VALUE=DATE:20270308', 'RRULE:FREQ=SOMETIMES']],
  ])('%s', (reason, lines) => {
    expect(whyNot(...lines, 'SUMMARY:This one')).toEqual([{ title: 'This one', reason }]);
  });

  test('and costs nothing but itself', () => {
    const { days, unread } = read(
      ...event('DTSTART;VALUE=DATE:20270308'),
      'BEGIN:VEVENT',
      'SUMMARY:Cut off',
      ...event('DTSTART;VALUE=DATE:20270309'),
    );
    expect(days.map(({ day }) => day)).toEqual(['2027-03-08', '2027-03-09']);
    expect(unread).toEqual([{ title: 'Cut off', reason: 'no_date' }]);
  });

  test('what was called off is nobody’s day off', () => {
    expect(read(...event('DTSTART;VALUE=DATE:20270308', 'STATUS:CANCELLED'))).toEqual({ days: [], unread: [] });
  });

  test('a day that stands twice is taken once', () => {
    const twice = event('DTSTART;VALUE=DATE:20270308', 'SUMMARY:One');
    expect(read(...twice, ...twice).days).toHaveLength(1);
  });

  test('more than a calendar can take is left out and said', () => {
    const many = Array.from({ length: 15 }, (_, index) =>
      event(
        `DTSTART;VALUE=DATE:20${25 + (index % 6)}${index < 6 ? '01' : index < 12 ? '05' : '09'}01`,
        'DURATION:P100D',
      ),
    );
    const { days, unread } = read(...many.flat());
    expect(days.length).toBeLessThanOrEqual(1000);
    expect(unread.every(({ reason }) => reason === 'too_many')).toBe(true);
    expect(unread.length).toBeGreaterThan(0);
  });
});

test.each(['', 'a note', 'BEGIN:VCARD\r\nEND:VCARD'])('“%s” is no calendar', (text) => {
  expect(() => readCalendar(text, today)).toThrow('no calendar in it');
});
