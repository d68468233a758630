import { expect, test } from 'vitest';
import { controls, isOrderly, rivalries } from './chaos/second/second.ts';

test('never do two programs write into one file, and whoever is kept out hears why', async () => {
  const done = await rivalries(1, 4);
  expect(done.filter((each) => !isOrderly(each))).toEqual([]);
});

test('control: without the lock, and with one that nobody looks after, two programs do get in', async () => {
  expect((await controls()).map(({ writersAtOnce }) => writersAtOnce)).toEqual([1, 1]);
});
