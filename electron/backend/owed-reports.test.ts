import { v4 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { attentionNow } from './attention.ts';
import { clientsHandlers } from './clients.ts';
import { healthHandlers } from './health.ts';
import { client, fill, touch } from './rows-in-test.ts';
import { testContext, type TestContext } from './testing.ts';

let context: TestContext;
beforeEach(() => {
  context = testContext();
});
afterEach(() => context.storage.remove());

const calls = () => healthHandlers(context);
const subjects = async () => (await attentionNow(context)).rows.flatMap((row) => row.subjects);
const command = () => ({ commandId: v4() });
const scene = (...sql: readonly string[]) => fill(context, ...sql);

describe('reports are owed', () => {
  const engagement = (startOn: string, endOn: string | null) =>
    `insert into engagement (id, client_id, start_on, end_on) values
      ('${v4()}', 'back', '${startOn}', ${endOn === null ? 'null' : `'${endOn}'`})`;

  test('by nobody for what was over before they were agreed on', async () => {
    await scene(client('back'), engagement('2022-01-01', null));
    await clientsHandlers(context)['clients.agreeReports']({ ...command(), clientId: 'back', reportDay: 5 });
    expect(await subjects()).toEqual([]);
    context.clock.setNow('2026-12-06T08:00:00.000Z');
    expect(await subjects()).toEqual(['report:month:2026-11']);
  });

  test('by nobody for the time between two engagements', async () => {
    const agreed = { report_day: 5, reports_agreed_on: '2022-02-01' };
    await scene(client('back', agreed), engagement('2022-01-01', '2026-03-01'), engagement('2026-10-20', null));
    expect(await subjects()).toEqual(['report:month:2026-10']);
  });
});

describe('a report that went out', () => {
  const reported = v4();
  const october = { clientId: reported, report: 'month', period: '2026-10' } as const;
  const reports = () =>
    context.storage.file
      .prepare('select kind, period, sent_on, summary from report where deleted_at is null')
      .raw()
      .all();

  beforeEach(() =>
    scene(
      client(reported, { report_day: 5, created_at: '2026-09-15T00:00:00.000Z' }),
      touch(reported, '2026-11-20T09:00:00.000Z'),
    ),
  );

  test('is written down with the day, and waits no more', async () => {
    expect(await subjects()).toEqual(['report:month:2026-10']);
    await calls()['health.markReportSent']({ ...command(), ...october });
    expect(reports()).toEqual([['month', '2026-10', '2026-11-23', '']]);
    expect(await subjects()).toEqual([]);
    await context.storage.undo(v4());
    expect(await subjects()).toEqual(['report:month:2026-10']);
  });

  test('is the one that was written already', async () => {
    await scene(`insert into report (id, client_id, kind, period, summary) values
      ('draft', '${reported}', 'month', '2026-10', 'Orders are up')`);
    await calls()['health.markReportSent']({ ...command(), ...october });
    await calls()['health.markReportSent']({ ...command(), ...october });
    expect(reports()).toEqual([['month', '2026-10', '2026-11-23', 'Orders are up']]);
  });

  test('is one row, whether it is added on the client’s page or marked here', async () => {
    const fields = { clientId: v4(), kind: 'month', period: '2026-10' } as const;
    await scene(client(fields.clientId));
    await calls()['health.markReportSent']({ ...command(), ...october, clientId: fields.clientId });
    const idNow = () => context.storage.file.prepare('select id from report where deleted_at is null').pluck().all();
    const marked = idNow();
    await context.storage.undo(v4());
    await clientsHandlers(context)['clients.addReport']({ ...command(), ...fields, sentOn: null, summary: '' });
    expect(idNow()).toEqual(marked);
  });
});
