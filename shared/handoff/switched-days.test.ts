import { expect, test } from 'vitest';
import { weekdaysCalendar as calendar } from '../content/calendars.ts';
import { type SwitchedDay, switchedDays } from './switched-days.ts';

const item = (fields: Partial<SwitchedDay> & Pick<SwitchedDay, 'id'>): SwitchedDay => ({
  state: 'todo',
  dueOn: '2026-11-10',
  planDay: 1,
  isDayOwn: false,
  after: [],
  turn: 'comes',
  ...fields,
});

const daysOf = (items: readonly SwitchedDay[], today: string, endOn = '2026-12-09') =>
  Object.fromEntries(
    [...switchedDays({ startOn: '2026-11-09', endOn, items }, { calendar, today })].map(([id, { dueOn }]) => [
      id,
      dueOn,
    ]),
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
  const waiting = { turn: 'stays' as const, after: ['a'], dueOn: '2026-11-12' };
  const items = [
    item({ id: 'a', planDay: 24 }),
    item({ id: 'b', ...waiting }),
    item({ id: 'c', ...waiting, after: ['b'] }),
    item({ id: 'own', ...waiting, isDayOwn: true }),
    item({ id: 'done', ...waiting, state: 'done' }),
    item({ id: 'other', turn: 'stays' as const, dueOn: '2026-11-11', after: ['own'] }),
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
  expect(switchedDays(plan, { calendar, today: '2026-11-25' }).get('a')).toEqual({ dueOn: '2026-11-25', planDay: 16 });
  expect(switchedDays(plan, { calendar, today: '2026-11-10' }).get('a')).toEqual({ dueOn: '2026-11-13', planDay: 4 });
});

const waits = (fields: Partial<SwitchedDay> = {}) =>
  item({ id: 'b', planDay: 14, dueOn: '2026-12-03', after: ['a'], turn: 'stays', ...fields });
const leaves = item({ id: 'a', planDay: 24, dueOn: '2026-12-03', turn: 'leaves' });

test('what need not wait any longer is due as the plan says without it', () => {
  const plan = { startOn: '2026-11-09', endOn: '2026-12-09', items: [leaves, waits()] };
  expect([...switchedDays(plan, { calendar, today: '2026-11-12' })]).toEqual([
    ['b', { dueOn: '2026-11-23', planDay: 14 }],
  ]);
  const back = plan.items.map((each): SwitchedDay =>
    each.id === 'a' ? { ...each, turn: 'comes' } : { ...each, dueOn: '2026-11-23' },
  );
  expect([...switchedDays({ ...plan, items: back }, { calendar, today: '2026-11-12' })]).toEqual([
    ['a', { dueOn: '2026-12-03', planDay: 24 }],
    ['b', { dueOn: '2026-12-03', planDay: 14 }],
  ]);
});

test('but never before today, nor before what it waits for still', () => {
  expect(daysOf([leaves, waits()], '2026-11-28')).toEqual({ b: '2026-11-30' });
  const chosen = item({ id: 'c', dueOn: '2026-11-26', isDayOwn: true, turn: 'stays' });
  expect(daysOf([leaves, waits({ after: ['a', 'c'] }), chosen], '2026-11-12')).toEqual({ b: '2026-11-26' });
  const later = { ...chosen, dueOn: '2026-12-07' };
  expect(daysOf([leaves, waits({ after: ['a', 'c'] }), later], '2026-11-12')).toEqual({});
});

test.each<[string, Partial<SwitchedDay>]>([
  ['is done', { state: 'done' }],
  ['was given another day', { isDayOwn: true }],
  ['stands on another day than the plan’s', { dueOn: '2026-12-02' }],
  ['was typed by hand', { planDay: null }],
])('leaves what %s', (_, fields) => {
  expect(daysOf([leaves, waits(fields)], '2026-11-12')).toEqual({});
});
