import { v7 } from 'uuid';
import { expect, test, vi } from 'vitest';
import { openTestStorage } from '../../db/testing.ts';
import { workWhenIdle } from './idle-work.ts';

test('the search index is tidied once after changes, when it is quiet', async () => {
  const storage = openTestStorage();
  const maintain = vi.fn(storage.maintain);
  const stop = workWhenIdle({ ...storage, maintain }, 5);
  await storage.write({ id: v7(), name: 'board.createClient' }, async (writer, stamp) => {
    await writer.insertInto('client').values({ id: stamp.newId(), name: 'Alder' }).execute();
  });
  await vi.waitFor(() => expect(maintain).toHaveBeenCalled());
  const count = maintain.mock.calls.length;
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(maintain).toHaveBeenCalledTimes(count);
  stop();
  await storage.remove();
});
