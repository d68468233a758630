import { expect, test } from 'vitest';
import { byRenewal, renewalsAhead } from './renewals.ts';

const today = '2026-11-23';
const asset = (id: string, renewalOn: string | null, state = 'not_started') => ({ id, name: id, renewalOn, state });

test('renewals within a month and those that have just passed are told, the earliest first', () => {
  const assets = [asset('domain', '2026-12-01'), asset('hosting', '2026-11-20'), asset('today', today)];
  expect(renewalsAhead(assets, today)).toEqual([
    { id: 'hosting', name: 'hosting', renewalOn: '2026-11-20', days: -3 },
    { id: 'today', name: 'today', renewalOn: today, days: 0 },
    { id: 'domain', name: 'domain', renewalOn: '2026-12-01', days: 8 },
  ]);
});

test('the edges: a month ahead, two months past', () => {
  const edges = [
    asset('31 ahead', '2026-12-24'),
    asset('30 ahead', '2026-12-23'),
    asset('60 past', '2026-09-24'),
    asset('61 past', '2026-09-23'),
    asset('never', null),
  ];
  expect(renewalsAhead(edges, today).map(({ id, days }) => [id, days])).toEqual([
    ['60 past', -60],
    ['30 ahead', 30],
  ]);
});

test('one that was put off is told of until its day, its state or the account changes', () => {
  const putOff = new Map([
    ['domain', '2026-11-01'],
    ['gone', '2026-11-01'],
    ['renewed', '2026-11-01'],
    ['renewed again', '2025-10-01'],
  ]);
  const assets = [
    asset('domain', '2026-05-01'),
    asset('forgotten', '2026-05-01'),
    asset('gone', '2026-05-01', 'transferred'),
    asset('renewed', '2027-05-01'),
    asset('renewed again', '2026-05-01'),
  ];
  expect(renewalsAhead(assets, today, putOff).map(({ id }) => id)).toEqual(['domain']);
});

test('what went over to somebody else is theirs to renew', () => {
  const assets = ['not_started', 'transferred', 'revoked', 'verified'].map((state) => asset(state, today, state));
  expect(renewalsAhead(assets, today).map(({ id }) => id)).toEqual(['not_started']);
});

test('the register is sorted by renewal, accounts without one last', () => {
  const assets = [asset('mail', null), asset('domain', '2027-03-01'), asset('maps', null), asset('site', '2026-01-01')];
  expect(byRenewal(assets).map(({ id }) => id)).toEqual(['site', 'domain', 'mail', 'maps']);
});
