import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendar.ts';
import { factsWith, mark, touched } from '../health/facts-in-test.ts';
import { retrospectiveDays, momentBefore, reasonCode } from './retrospective.ts';

const closedOn = '2026-11-23';

test('nothing is known of the days before the client came', () => {
  const facts = factsWith({ sinceOn: '2026-10-01' });
  expect(retrospectiveDays.map((days) => momentBefore(facts, closedOn, days)?.daysBefore)).toEqual([
    undefined,
    undefined,
    30,
  ]);
});

test('a meeting that came later says nothing about the days before it', () => {
  const onlyAfter = factsWith({ touches: touched('2026-11-20') });
  expect(momentBefore(onlyAfter, closedOn, 30)).toEqual(momentBefore(factsWith({ touches: [] }), closedOn, 30));
  const before = factsWith({ touches: touched('2026-09-20') });
  expect(momentBefore(before, closedOn, 30)?.reasons).toContainEqual(
    expect.objectContaining({ code: 'rhythm', days: 34 }),
  );
});

test('a meeting that was planned by then was a next step', () => {
  const codesOf = (notedOn: string) =>
    momentBefore(factsWith({ touches: [{ on: '2026-11-20', notedOn }] }), closedOn, 30)?.reasons.map(reasonCode);
  expect(codesOf('2026-10-25')).toContain('next_step');
  expect(codesOf('2026-10-24')).not.toContain('next_step');
});

test('a flag is told of while it was open, by the sign that it is', () => {
  const flag = { ...mark('R-SLOW', '2026-09-10'), endedOn: '2026-10-10' };
  const codes = (days: number) => momentBefore(factsWith({ marks: [flag] }), closedOn, days)?.reasons.map(reasonCode);
  expect(codes(60)).toContain(flag.code);
  expect(codes(30)).not.toContain(flag.code);
});

test('what happens afterwards changes no moment', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 })), fc.constantFrom(...retrospectiveDays), (ages, days) => {
      const touches = touched(...ages.map((age) => addDays(closedOn, -age)).toSorted());
      const known = touches.filter(({ on }) => on <= addDays(closedOn, -days));
      expect(momentBefore(factsWith({ touches }), closedOn, days)).toEqual(
        momentBefore(factsWith({ touches: known }), closedOn, days),
      );
    }),
  );
});
