import { expect, test } from 'vitest';
import { doerOfEverything, isPresent, missingDuties, presentFirst } from './people.ts';

const today = '2026-11-23';
const nothing = { decides: false, setsTasks: false, acceptsResults: false, pays: false };
const everything = { decides: true, setsTasks: true, acceptsResults: true, pays: true };
const person = (name: string, duties: Partial<typeof nothing> = {}, leftOn: string | null = null) => ({
  name,
  leftOn,
  ...nothing,
  ...duties,
});

test.each([
  [null, true],
  ['2026-11-24', true],
  ['2026-11-23', false],
  ['2026-11-22', false],
])('who leaves on %s is there today: %s', (leftOn, expected) => {
  expect(isPresent({ leftOn }, today)).toBe(expected);
});

test('who left stands last, the one who left last before the others', () => {
  const people = [person('Olga', {}, '2024-01-10'), person('Marina'), person('Igor', {}, '2025-06-01'), person('Paul')];
  expect(presentFirst(people, today).map(({ name }) => name)).toEqual(['Marina', 'Paul', 'Igor', 'Olga']);
});

test('the owner does everything when one person who is there holds all four duties', () => {
  expect(doerOfEverything([person('Marina', everything)], today)?.name).toBe('Marina');
  expect(doerOfEverything([person('Paul'), person('Marina', everything)], today)?.name).toBe('Marina');
  expect(doerOfEverything([person('Marina', everything, '2026-01-01')], today)).toBeNull();
  expect(doerOfEverything([], today)).toBeNull();
});

test.each(['decides', 'setsTasks', 'acceptsResults', 'pays'] as const)('without %s nobody does everything', (duty) => {
  const others = person('Paul', { [duty]: true });
  expect(doerOfEverything([person('Marina', { ...everything, [duty]: false }), others], today)).toBeNull();
});

test('it is missed when nobody who is there sets tasks or accepts results', () => {
  expect(missingDuties([], today)).toEqual(['anybody']);
  expect(missingDuties([person('Marina', { decides: true })], today)).toEqual(['sets_tasks', 'accepts_results']);
  expect(missingDuties([person('Marina', { setsTasks: true })], today)).toEqual(['accepts_results']);
  const left = person('Olga', { acceptsResults: true }, '2026-11-01');
  expect(missingDuties([person('Marina', { setsTasks: true }), left], today)).toEqual(['accepts_results']);
  expect(missingDuties([person('Marina', everything)], today)).toEqual([]);
});
