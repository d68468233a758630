import { expect, test } from 'vitest';
import { AppError } from './errors.ts';
import { refuseAhead } from './refuse-ahead.ts';

const today = '2026-11-23';

test('what has happened may be of today, of any day before, or of none that is known', () => {
  expect(() =>
    refuseAhead({ sentOn: today, askedOn: '2020-01-15', toldOn: null, givenOn: undefined }, today),
  ).not.toThrow();
});

test('a future day is refused by the name of its field', () => {
  const problem = new AppError('bad_input', 'askedOn is a future day', { askedOn: 'too_big' });
  expect(() => refuseAhead({ sentOn: today, askedOn: '2026-11-24' }, today)).toThrow(problem);
});
