import { v7 } from 'uuid';
import { expect, test, vi } from 'vitest';
import { openTestStorage } from '../../db/testing.ts';
import { workWhenIdle } from './idle-work.ts';

test('the search index is tidied after changes until nothing is left to do, when it is quiet', async () => {
  const storage = openTestStorage();
  const maintain = vi.fn(storage.maintain);
  await storage.write({ id: v7(), name: 'board.createClient' }, async (writer, stamp) => {
    await writer.insertInto('client').values({ id: stamp.newId(), name: 'Alder' }).execute();
  });
  const buildIndex = vi.fn();
  const stop = workWhenIdle({ ...storage, maintain }, buildIndex, 5);
  await expect.poll(() => maintain).toHaveBeenCalledOnce();
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(maintain).toHaveBeenCalledOnce();
  expect(buildIndex).toHaveBeenCalled();
  stop();
  await storage.remove();
});
