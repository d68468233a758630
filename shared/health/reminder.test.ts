import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, weekdayOf } from '../calendar.ts';
import { reminderText } from '../words/reminder.ts';
import { defaultReminder, isQuiet, isReminderDue, type ReminderSettings } from './reminder.ts';

const monday = '2026-11-23';

function due(time: string, more: Partial<ReminderSettings> = {}, lastOn: string | null = null, today = monday) {
  return isReminderDue({ ...defaultReminder, ...more }, { today, time, lastOn });
}

describe('the day’s notification', () => {
  test.each([
    ['09:29', false],
    ['09:30', true],
    ['15:00', true],
    ['20:00', false],
  ])('at %s: %s', (time, isDue) => {
    expect(due(time)).toBe(isDue);
  });

  test('comes once a day', () => {
    expect(due('10:00', {}, monday)).toBe(false);
    expect(due('10:00', {}, '2026-11-20')).toBe(true);
  });

  test('does not come again on a day that a clock set back repeats', () => {
    expect(due('10:00', {}, '2026-11-24')).toBe(false);
  });

  test('is not silenced by a day that a wrong clock noted far ahead', () => {
    expect(due('10:00', {}, '2027-12-28')).toBe(true);
  });

  test('is off when it is switched off', () => {
    expect(due('10:00', { isOn: false })).toBe(false);
  });

  test('keeps away from weekends unless it is asked to come', () => {
    expect(due('10:00', {}, null, '2026-11-28')).toBe(false);
    expect(due('10:00', { isAtWeekends: true }, null, '2026-11-29')).toBe(true);
  });

  test('waits for the end of quiet hours that end on the same day', () => {
    const early = { at: '07:00' };
    expect(due('07:30', early)).toBe(false);
    expect(due('08:00', early)).toBe(true);
  });

  test('is dropped for the day when its hour falls in quiet ones that last until midnight', () => {
    const late = { at: '21:00' };
    const times = ['21:00', '23:59'].map((time) => due(time, late));
    expect(times).toEqual([false, false]);
    expect(due('08:00', late, null, '2026-11-24')).toBe(false);
  });

  test('knows no quiet hours where both ends are the same', () => {
    const never = { ...defaultReminder, quietFrom: '00:00', quietTo: '00:00' };
    expect(isQuiet(never, '00:00')).toBe(false);
  });

  test('is never shown in quiet hours, twice a day or on a free day, whatever the settings', () => {
    const time = fc
      .integer({ min: 0, max: 1439 })
      .map((minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
    const settings = fc.record({
      isOn: fc.boolean(),
      at: time,
      quietFrom: time,
      quietTo: time,
      isAtWeekends: fc.boolean(),
    });
    const looks = fc.array(fc.tuple(fc.nat({ max: 9 }), time), { maxLength: 60 });
    fc.assert(
      fc.property(settings, looks, (chosen, moments) => {
        let lastOn: string | null = null;
        const ordered = moments.map(([days, at]) => `${addDays(monday, days)} ${at}`).toSorted();
        for (const moment of ordered) {
          const [today = '', at = ''] = moment.split(' ');
          if (!isReminderDue(chosen, { today, time: at, lastOn })) continue;
          expect(chosen.isOn && at >= chosen.at && !isQuiet(chosen, at)).toBe(true);
          expect(today).not.toBe(lastOn);
          expect(chosen.isAtWeekends || weekdayOf(today) < 6).toBe(true);
          lastOn = today;
        }
      }),
    );
  });
});

describe('its words', () => {
  test.each([
    [1, 'Ждёт внимания 1\u00a0клиент', '1\u00a0client is waiting for you'],
    [3, 'Ждут внимания 3\u00a0клиента', '3\u00a0clients are waiting for you'],
    [5, 'Ждут внимания 5\u00a0клиентов', '5\u00a0clients are waiting for you'],
    [21, 'Ждёт внимания 21\u00a0клиент', '21\u00a0clients are waiting for you'],
    [0, 'Всё спокойно: никто не ждёт', 'All is calm: nobody is waiting'],
  ])('for %i', (clients, russian, english) => {
    expect(reminderText(clients, 'ru').body).toBe(russian);
    expect(reminderText(clients, 'en').body).toBe(english);
  });
});
