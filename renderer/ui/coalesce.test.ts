import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rereadingBy } from './coalesce.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a note saved every two seconds is read for once, when the typing is over', async () => {
  const read = vi.fn();
  const rereading = rereadingBy(read);
  for (let save = 0; save < 5; save += 1) {
    rereading.soon(['board', 'clients', 'notes']);
    await vi.advanceTimersByTimeAsync(2000);
  }
  expect(read).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1000);
  expect(read).toHaveBeenCalledOnce();
});

test('a burst of other changes is read for once, and soon', async () => {
  const read = vi.fn();
  const rereading = rereadingBy(read);
  rereading.soon(['board']);
  rereading.soon(['notes']);
  rereading.soon(['handoff']);
  await vi.advanceTimersByTimeAsync(300);
  expect(read).toHaveBeenCalledOnce();
});

test('a task does not wait for the end of the typing', async () => {
  const read = vi.fn();
  rereadingBy(read).soon(['board', 'clients', 'records', 'notes', 'health']);
  await vi.advanceTimersByTimeAsync(300);
  expect(read).toHaveBeenCalledOnce();
});

test('what waits is read at once when it is about to be seen, and never after the end', async () => {
  const read = vi.fn();
  const rereading = rereadingBy(read);
  rereading.now();
  expect(read).not.toHaveBeenCalled();
  rereading.soon(['notes']);
  rereading.now();
  expect(read).toHaveBeenCalledOnce();
  rereading.soon(['notes']);
  rereading.stop();
  await vi.advanceTimersByTimeAsync(5000);
  expect(read).toHaveBeenCalledOnce();
});
