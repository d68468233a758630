import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { localDay } from './local-day.ts';
import { dayOfEach, daysOfLog } from './log-days.ts';
import { openTestStorage, type TestStorage } from './testing.ts';

let storage: TestStorage;
beforeEach(() => {
  storage = openTestStorage();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await storage.remove();
});

const today = '2026-12-31';

function write(moments: readonly string[]): void {
  const add = storage.file.prepare(
    `insert into local_command (id, name, kind, state, made_at) values (?, 'notes.write', 'do', 'done', ?)`,
  );
  for (const madeAt of moments) add.run(madeAt, madeAt);
}

/** Every five minutes of three days. */
const moments = Array.from({ length: 3 * 288 }, (_, five) =>
  new Date(Date.parse('2026-11-20T00:00:00.000Z') + five * 300_000).toISOString(),
);

describe.each(['UTC', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/Los_Angeles'])('in %s', (zone) => {
  test('each command was made on its day, also those that are written later', async () => {
    vi.stubEnv('TZ', zone);
    const days = async () => {
      const dayOf = dayOfEach(await daysOfLog(storage.read, today));
      return moments.map((_, index) => dayOf(index + 1));
    };
    const expected = moments.map(localDay);
    write(moments.slice(0, 500));
    expect((await days()).slice(0, 500)).toEqual(expected.slice(0, 500));
    write(moments.slice(500));
    expect(await days()).toEqual(expected);
  });
});

test('what was told of days that have not come is told anew when they have', async () => {
  write(['2026-11-20T09:00:00.000Z', '2026-11-27T09:00:00.000Z', '2026-11-28T09:00:00.000Z']);
  const days = async (on: string) => (await daysOfLog(storage.read, on)).map(({ day }) => day);
  expect(await days('2026-11-21')).toEqual(['2026-11-20', '2026-11-20', '2026-11-20']);
  expect(await days('2026-11-28')).toEqual(['2026-11-20', '2026-11-27', '2026-11-28']);
});
