import { expect, test } from './app.ts';
import { secErase } from './erase/erase.ts';

test('nothing of an erased client is left in files, profile and logs, where every form of it would be found', async () => {
  test.setTimeout(300_000);
  expect((await secErase()).short).toEqual([]);
});
