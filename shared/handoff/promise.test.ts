import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendar.ts';
import { accessesLeft, openMandatory, promised } from './promise.ts';

const startOn = '2026-11-09';

test('the promise is kept on day 30 and broken on day 31', () => {
  expect(promised({ startOn, closedOn: '2026-12-09', open: 0 })).toEqual({ isKept: true, days: 30, open: 0 });
  expect(promised({ startOn, closedOn: '2026-12-10', open: 0 })).toEqual({ isKept: false, days: 31, open: 0 });
});

test('the promise is broken by any mandatory step that nothing shows, however early', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 40 }), (day, open) => {
      expect(promised({ startOn, closedOn: addDays(startOn, day), open }).isKept).toBe(false);
    }),
  );
});

test('only mandatory steps that are open count', () => {
  const items = [
    { isMandatory: true, state: 'todo' },
    { isMandatory: true, state: 'done' },
    { isMandatory: true, state: 'not_applicable' },
    { isMandatory: false, state: 'blocked' },
    { isMandatory: true, state: 'a state of a later version' },
  ];
  expect(openMandatory(items)).toBe(2);
});

test('an access that was handed over may still let us in', () => {
  const states = ['not_started', 'waiting_for_client', 'transferring', 'transferred', 'revoked', 'verified', 'later'];
  expect(accessesLeft(states.map((state) => ({ state }))).map(({ state }) => state)).toEqual([
    'not_started',
    'waiting_for_client',
    'transferring',
    'transferred',
    'later',
  ]);
});
