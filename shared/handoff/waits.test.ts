import { expect, test } from 'vitest';
import { waitsByPerson, type WaitingItem } from './waits.ts';

/** A Wednesday. */
const today = '2026-11-25';

const item = (id: string, side: string, person: string, dueOn: string, state = 'todo'): WaitingItem => ({
  id,
  side,
  person,
  state,
  dueOn,
});

test('open items stand with who has them, by how soon they are due', () => {
  const waits = waitsByPerson(
    [
      item('later', 'client', 'Raisa', '2026-11-30'),
      item('sunday', 'client', 'Raisa ', '2026-11-29'),
      item('today', 'client', 'Raisa', today),
      item('late', 'client', 'Raisa', '2026-11-24', 'blocked'),
      item('done', 'client', 'Raisa', '2026-11-24', 'done'),
      item('off', 'client', 'Kostya', '2026-11-24', 'not_applicable'),
    ],
    today,
  );
  const ids = waits.map(({ overdue, thisWeek, later }) =>
    [overdue, thisWeek, later].map((each) => each.map(({ id }) => id)),
  );
  expect(waits.map(({ side, person }) => [side, person])).toEqual([['client', 'Raisa']]);
  expect(ids).toEqual([[['late'], ['today', 'sunday'], ['later']]]);
});

test('we come first, then the client and the successor; nobody named comes last', () => {
  const sides = ['moon', 'successor', 'client', 'agency'];
  const items = sides.flatMap((side) =>
    ['', 'Vera', 'Gleb'].map((person) => item(`${side} ${person}`, side, person, today)),
  );
  expect(waitsByPerson(items, today).map(({ side, person }) => `${side} ${person}`)).toEqual(
    ['agency', 'client', 'successor', 'moon'].flatMap((side) =>
      ['Gleb', 'Vera', ''].map((person) => `${side} ${person}`),
    ),
  );
});

test('when nothing is open nobody is waited for', () => {
  expect(waitsByPerson([item('done', 'agency', '', today, 'done')], today)).toEqual([]);
});

test('on a Sunday the week ends today', () => {
  const [waits] = waitsByPerson(
    [item('a', 'agency', '', '2026-11-29'), item('b', 'agency', '', '2026-11-30')],
    '2026-11-29',
  );
  expect([waits?.thisWeek.length, waits?.later.length]).toEqual([1, 1]);
});
