import { expect, test } from 'vitest';
import { withSameParts } from './same-parts.ts';

const page = () => ({
  name: 'Alder',
  tasks: [
    { id: 'a', title: 'Call' },
    { id: 'b', title: 'Write' },
  ],
  people: [{ id: 'c' }],
  note: null,
});

test('what says the same is the same object', () => {
  const before = page();
  expect(withSameParts(before, page())).toBe(before);
});

test('what is another is new, and the rest of it stays', () => {
  const before = page();
  const read = {
    ...page(),
    tasks: [
      { id: 'a', title: 'Call them' },
      { id: 'b', title: 'Write' },
    ],
  };
  const after = withSameParts(before, read);
  expect(after).toEqual(read);
  expect(after.people).toBe(before.people);
  expect(after.tasks[1]).toBe(before.tasks[1]);
  expect(after.tasks[0]).not.toBe(before.tasks[0]);
});

test('more, fewer and other kinds of parts', () => {
  for (const [before, after] of [
    [[1, 2], [1]],
    [[1], [1, 2]],
    [{ a: 1 }, { b: 1 }],
    [{ a: undefined }, {}],
    [[], {}],
    [null, { a: 1 }],
    [{ a: 1 }, null],
  ])
    expect(withSameParts(before, after)).toStrictEqual(after);
});
