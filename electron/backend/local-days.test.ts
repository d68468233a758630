import { v4 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { localDay, localDays } from '../../db/local-day.ts';
import { attentionNow } from './attention.ts';
import { boardHandlers } from './board.ts';
import { clientsHandlers } from './clients.ts';
import { handoffHandlers } from './handoff.ts';
import { client, fill } from './rows-in-test.ts';
import { testContext, type TestContext } from './testing.ts';

// What has no day of its own is dated by the moment it was written at: on the day it was where the partner sits.

let context: TestContext;
beforeEach(() => {
  context = testContext();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await context.storage.remove();
});

const clientId = v4();
const ids = [v4(), v4()] as const;

test('very many moments get the same days, also where the day begins at a quarter past', () => {
  vi.stubEnv('TZ', 'Asia/Kathmandu');
  const dayAt = localDays();
  const moments = ['2026-11-01T18:14:59.999Z', '2026-11-01T18:15:00.000Z', '2026-11-01T18:29:00.000Z'];
  expect(moments.map(dayAt)).toEqual(['2026-11-01', '2026-11-02', '2026-11-02']);
  expect(moments.map(dayAt)).toEqual(moments.map(localDay));
});

describe.each([
  ['Asia/Vladivostok', '2026-10-31T20:00:00.000Z', '2026-11-01', ['rhythm']],
  ['America/Los_Angeles', '2026-11-01T05:00:00.000Z', '2026-10-31', ['report:month:2026-10', 'rhythm']],
])('in %s', (zone, madeAt, day, owed) => {
  beforeEach(async () => {
    vi.stubEnv('TZ', zone);
    await fill(context, client(clientId, { created_at: madeAt, report_day: 5 }));
  });

  const page = async () => (await clientsHandlers(context)['clients.open']({ clientId })).page;

  test('a client whose beginning nobody wrote down came on that day', async () => {
    expect((await page()).card.sinceOn).toBe(day);
    expect((await boardHandlers(context)['board.load']({})).cards).toMatchObject([{ sinceOn: day }]);
  });

  test('work without a first day began on that day, and reports are owed from it on', async () => {
    await fill(
      context,
      `insert into engagement (id, client_id, created_at) values ('${ids[0]}', '${clientId}', '${madeAt}')`,
      `insert into engagement (id, client_id, start_on, end_on) values ('${ids[1]}', '${clientId}', '2020-01-01', '2020-06-01')`,
    );
    expect((await page()).engagements.map(({ startOn }) => startOn).toSorted()).toEqual(['2020-01-01', day]);
    expect((await attentionNow(context)).rows.flatMap((row) => row.subjects)).toEqual(owed);
    const edit = (endOn: string) =>
      clientsHandlers(context)['clients.editEngagement']({ commandId: v4(), engagementId: ids[0], endOn });
    await edit(day);
    await expect(edit('2026-10-30')).rejects.toMatchObject({ fields: { endOn: 'too_small' } });
  });

  test('a sign without a day was seen on that day', async () => {
    await fill(
      context,
      `insert into signal_mark (id, client_id, code, marked_on, created_at) values ('${ids[0]}', '${clientId}', 'S-QUIET', '', '${madeAt}')`,
    );
    expect((await clientsHandlers(context)['clients.signals']({ clientId })).marks).toMatchObject([{ markedOn: day }]);
    const read = clientsHandlers(context)['clients.timeline'];
    const { entries } = await read({ clientId, filter: 'all', before: null, limit: 50 });
    expect(entries).toMatchObject([{ type: 'signal', happenedAt: `${day}T10:00:00.000Z` }]);
  });

  test('a client whose end nobody dated ended on that day', async () => {
    await fill(
      context,
      `update client set stage = 'ended' where id = '${clientId}'`,
      `insert into stage_change (id, client_id, to_stage, happened_at) values ('${ids[0]}', '${clientId}', 'ended', '${madeAt}')`,
    );
    expect((await handoffHandlers(context)['handoff.archive']({})).entries).toMatchObject([{ endedOn: day }]);
  });
});
