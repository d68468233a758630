import { expect, test } from 'vitest';
import { weekdaysCalendar as calendar } from '../content/calendars.ts';
import { type ReturnedItem, returnDays } from './returning.ts';

const item = (fields: Partial<ReturnedItem> & Pick<ReturnedItem, 'id'>): ReturnedItem => ({
  state: 'todo',
  dueOn: '2026-11-10',
  planDay: 1,
  isDayOwn: false,
  after: [],
  isReturning: true,
  ...fields,
});

const daysOf = (items: readonly ReturnedItem[], today: string, endOn = '2026-12-09') =>
  Object.fromEntries(
    [...returnDays({ startOn: '2026-11-09', endOn, items }, { calendar, today })].map(([id, { dueOn }]) => [id, dueOn]),
  );

test('what returns in time keeps its day', () => {
  expect(daysOf([item({ id: 'a', planDay: 7 }), item({ id: 'b', planDay: 9 })], '2026-11-12')).toEqual({
    a: '2026-11-16',
    b: '2026-11-18',
  });
});

test('what returns late begins today, at the distances of the plan, on working days', () => {
  const items = [6, 8, 11, 14].map((planDay, index) => item({ id: 'abcd'[index] ?? '', planDay }));
  expect(daysOf(items, '2026-11-25')).toEqual({ a: '2026-11-25', b: '2026-11-26', c: '2026-11-30', d: '2026-12-02' });
});

test('nothing returns after the last day', () => {
  const items = [item({ id: 'a', planDay: 2 }), item({ id: 'b', planDay: 20 })];
  expect(daysOf(items, '2026-12-04')).toEqual({ a: '2026-12-04', b: '2026-12-09' });
  expect(daysOf(items, '2026-12-04', '2026-12-06'), 'a Sunday').toEqual({ a: '2026-12-04', b: '2026-12-04' });
});

test('what waits for it is due no earlier, unless somebody chose its day or it is done', () => {
  const waiting = { isReturning: false, after: ['a'], dueOn: '2026-11-12' };
  const items = [
    item({ id: 'a', planDay: 24 }),
    item({ id: 'b', ...waiting }),
    item({ id: 'c', ...waiting, after: ['b'] }),
    item({ id: 'own', ...waiting, isDayOwn: true }),
    item({ id: 'done', ...waiting, state: 'done' }),
    item({ id: 'other', isReturning: false, dueOn: '2026-11-11', after: ['own'] }),
  ];
  expect(daysOf(items, '2026-11-12')).toEqual({ a: '2026-12-03', b: '2026-12-03', c: '2026-12-03' });
});

test('a chosen day stays unless it is over', () => {
  const chosen = (dueOn: string) => item({ id: 'a', dueOn, isDayOwn: true });
  expect(daysOf([chosen('2026-11-28')], '2026-11-25')).toEqual({ a: '2026-11-28' });
  expect(daysOf([chosen('2026-11-20')], '2026-11-25')).toEqual({ a: '2026-11-25' });
});

test('a day that is not that of the plan is a new day of the plan', () => {
  const plan = { startOn: '2026-11-09', endOn: '2026-12-09', items: [item({ id: 'a', planDay: 4 })] };
  expect(returnDays(plan, { calendar, today: '2026-11-25' }).get('a')).toEqual({ dueOn: '2026-11-25', planDay: 16 });
  expect(returnDays(plan, { calendar, today: '2026-11-10' }).get('a')).toEqual({ dueOn: '2026-11-13', planDay: 4 });
});
