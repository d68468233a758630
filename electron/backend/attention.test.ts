import { v4 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contract } from '../../shared/contract/contract.ts';
import { attentionNow } from './attention.ts';
import { clientsHandlers } from './clients.ts';
import { healthHandlers } from './health.ts';
import { testContext, type TestContext } from './testing.ts';

let context: TestContext;
beforeEach(() => {
  context = testContext();
});
afterEach(() => context.storage.remove());

const calls = () => healthHandlers(context);
const subjects = async () => (await attentionNow(context)).rows.flatMap((row) => row.subjects);
const command = () => ({ commandId: v4() });

function scene(...sql: readonly string[]): Promise<unknown> {
  return context.storage.write({ id: v4(), name: 'clients.edit' }, async () => {
    for (const text of sql) context.storage.file.exec(text);
  });
}

const client = (id: string, more: Readonly<Record<string, string | number>> = {}) => {
  const cells = { id, name: id, stage: 'stable', ...more };
  const values = Object.values(cells).map((value) => (typeof value === 'number' ? value : `'${value}'`));
  return `insert into client (${Object.keys(cells).join()}) values (${values.join()})`;
};
const touch = (clientId: string, at: string) =>
  `insert into note (id, client_id, kind, happened_at, finished_at) values ('${v4()}', '${clientId}', 'call', '${at}', '${at}')`;
const task = (id: string, clientId: string, dueOn: string, more = "'agency', null") =>
  `insert into task (id, client_id, title, due_on, side, done_at) values ('${id}', '${clientId}', '${id}', '${dueOn}', ${more})`;

describe('what waits', () => {
  test('comes from touches, tasks, reports, renewals, verdicts and handoffs of all clients', async () => {
    await scene(
      client('quiet'),
      touch('quiet', '2026-11-01T09:00:00.000Z'),
      client('busy'),
      task('late', 'busy', '2026-11-20'),
      task('done', 'busy', '2026-11-20', "'agency', '2026-11-21T08:00:00.000Z'"),
      task('theirs', 'busy', '2026-11-20', "'client', null"),
      client('reported', { report_day: 5, created_at: '2026-09-15T00:00:00.000Z' }),
      client('renewed'),
      `insert into asset (id, client_id, name, renewal_on, state) values ('domain', 'renewed', 'Domain', '2026-12-10', ''),
        ('gone', 'renewed', 'Hosting', '2026-12-01', 'transferred')`,
      client('tried', { stage: 'acquaintance' }),
      `insert into trial (id, client_id, their_verdict, revisit_on) values ('trial', 'tried', 'not_now', '2026-11-23')`,
      client('parting', { stage: 'stagnation' }),
      `insert into handoff (id, client_id, start_on, end_on, state) values ('handoff', 'parting', '2026-11-09', '2026-12-09', 'running')`,
      `insert into handoff_item (id, handoff_id, due_on, state) values ('item', 'handoff', '2026-11-20', 'todo')`,
      client('calm'),
      touch('calm', '2026-11-12T09:00:00.000Z'),
      client('ended', { stage: 'ended' }),
      touch('ended', '2026-01-12T09:00:00.000Z'),
      task('care', 'ended', '2026-11-25'),
    );
    const { rows, next, counts, today } = await attentionNow(context);
    expect(rows.map((row) => [row.clientName, row.group, ...row.subjects])).toEqual([
      ['reported', 'today', 'report:month:2026-10'],
      ['quiet', 'watch', 'rhythm'],
      ['busy', 'today', 'task:late'],
      ['parting', 'today', 'handoff_item:item'],
      ['tried', 'today', 'revisit:trial'],
      ['ended', 'week', 'task:care'],
      ['renewed', 'watch', 'asset:domain'],
    ]);
    expect(next).toMatchObject([{ clientName: 'calm', on: '2026-11-26' }]);
    expect(counts).toEqual({ clients: 7, archive: 1, handoffs: 1, attention: 5 });
    expect(today).toBe('2026-11-23');
  });

  test('says nothing of what is in the trash', async () => {
    await scene(
      client('busy'),
      task('late', 'busy', '2026-11-20'),
      `update client set deleted_at = '2026-11-22T08:00:00.000Z' where id = 'busy'`,
      client('other'),
      task('dropped', 'other', '2026-11-20'),
      `update task set deleted_at = '2026-11-22T08:00:00.000Z' where id = 'dropped'`,
      `insert into handoff (id, client_id, start_on, end_on, state) values ('handoff', 'busy', '2026-10-09', '2026-11-09', 'running')`,
    );
    const { rows, counts } = await attentionNow(context);
    expect(rows).toEqual([]);
    expect(counts).toEqual({ clients: 1, archive: 0, handoffs: 0, attention: 0 });
  });

  test('is counted anew when the day turns', async () => {
    await scene(client('busy'), task('soon', 'busy', '2026-12-01'));
    expect(await subjects()).toEqual([]);
    context.clock.setNow('2026-11-24T08:00:00.000Z');
    expect((await attentionNow(context)).rows).toMatchObject([{ group: 'week', lateDays: -7 }]);
    context.clock.setNow('2026-12-02T08:00:00.000Z');
    expect((await attentionNow(context)).rows).toMatchObject([{ group: 'today', lateDays: 1 }]);
  });

  test('“not now” comes back only by the last trial, and not to a client who works with us', async () => {
    await scene(
      client('again', { stage: 'acquaintance' }),
      `insert into trial (id, client_id, started_on, our_verdict, revisit_on) values
        ('first', 'again', '2026-03-01', 'not_now', '2026-11-01'), ('second', 'again', '2026-10-01', 'yes', null)`,
      client('won'),
      `insert into trial (id, client_id, our_verdict, revisit_on) values ('trial', 'won', 'not_now', '2026-11-01')`,
    );
    expect(await subjects()).toEqual([]);
  });

  test('a step that was planned since “not now” was said has taken it up', async () => {
    await scene(
      client('tried', { stage: 'acquaintance' }),
      `insert into trial (id, client_id, their_verdict, their_verdict_on, revisit_on)
        values ('trial', 'tried', 'not_now', '2026-11-01', '2026-11-25')`,
    );
    expect(await subjects()).toEqual(['revisit:trial']);
    const step = { clientId: 'tried', title: 'Call', side: 'agency', person: '', dueOn: '2026-11-23' } as const;
    await clientsHandlers(context)['clients.addTask']({ ...command(), ...step });
    expect(await subjects()).not.toContain('revisit:trial');
  });

  test('a trial that is over waits for both verdicts', async () => {
    await scene(
      client('tried', { stage: 'acquaintance' }),
      `insert into trial (id, client_id, ends_on, our_verdict) values ('trial', 'tried', '2026-11-20', 'yes')`,
    );
    expect(await subjects()).toEqual(['verdict:trial']);
    await scene(`update trial set their_verdict = 'yes' where id = 'trial'`);
    expect(await subjects()).toEqual([]);
  });

  test('of a client we parted with only what was promised for afterwards', async () => {
    await scene(
      client('ended', { stage: 'ended' }),
      `insert into engagement (id, client_id, start_on, end_on) values ('work', 'ended', '2022-01-01', '2026-10-31')`,
      task('dropped', 'ended', '2026-10-31'),
      task('care', 'ended', '2026-11-20'),
    );
    expect(await subjects()).toEqual(['task:care']);
  });

  test('is asked for as numbers alone while the page is not looked at', async () => {
    await scene(client('busy'), task('late', 'busy', '2026-11-20'));
    const reply = await calls()['health.attention']({ withRows: false });
    expect(reply).toMatchObject({ rows: [], snoozed: [], next: [], counts: { attention: 1 } });
  });
});

test('numbers beside the pages count the clients of one partner, as the pages show them', async () => {
  const vera = '019aae3c-0000-7000-8000-00000000000a';
  await scene(
    `insert into partner (id, name) values ('${vera}', 'Vera')`,
    client('hers', { partner_id: vera }),
    task('late', 'hers', '2026-11-20'),
    client('other'),
    `insert into handoff (id, client_id, lead_partner_id, start_on, end_on, state)
      values ('handoff', 'other', '${vera}', '2026-11-09', '2026-12-09', 'running')`,
    client('past', { stage: 'ended', partner_id: vera }),
    task('later', 'other', '2026-11-21'),
    client('gone', { stage: 'ended' }),
  );
  const all = await calls()['health.attention']({});
  expect(all.counts).toEqual({ clients: 2, archive: 2, handoffs: 1, attention: 2 });
  const hers = await calls()['health.attention']({ partnerId: vera });
  expect(hers.counts).toEqual({ clients: 2, archive: 1, handoffs: 1, attention: 1 });
  expect(hers.rows).toEqual(all.rows);
  const others = await calls()['health.attention']({ partnerId: '019aae3c-0000-7000-8000-00000000000b' });
  expect(others.counts).toEqual({ clients: 2, archive: 0, handoffs: 0, attention: 0 });
});

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

describe('a snooze', () => {
  const snooze = (untilOn: string, ...rows: readonly string[]) =>
    calls()['health.snooze']({ ...command(), clientId: 'busy', subjects: [...rows], untilOn, reason: 'On holiday' });

  beforeEach(() => scene(client('busy'), task('late', 'busy', '2026-11-20'), task('later', 'busy', '2026-11-21')));

  test('takes a row away until its day, with a reason', async () => {
    await snooze('2026-11-26', 'task:late', 'task:later');
    const { rows, snoozed } = await attentionNow(context);
    expect(rows).toEqual([]);
    expect(snoozed).toMatchObject([{ row: { clientName: 'busy' }, untilOn: '2026-11-26', reason: 'On holiday' }]);
    context.clock.setNow('2026-11-26T08:00:00.000Z');
    expect(await subjects()).toEqual(['task:late', 'task:later']);
  });

  test('is woken up, also one behind another, and its reason stays in the file', async () => {
    await snooze('2027-01-01', 'task:late');
    context.clock.setNow('2026-11-23T09:00:00.000Z');
    await snooze('2026-12-01', 'task:late');
    const { snoozed } = await attentionNow(context);
    expect(snoozed).toMatchObject([{ untilOn: '2026-12-01' }]);
    await calls()['health.wake']({ ...command(), snoozeIds: snoozed.flatMap(({ snoozeIds }) => snoozeIds) });
    expect(await subjects()).toEqual(['task:late', 'task:later']);
    const kept = context.storage.file.prepare('select reason from snooze where deleted_at is null').pluck().all();
    expect(kept).toEqual(['On holiday', 'On holiday']);
  });

  test('is undone, and so is waking up', async () => {
    await snooze('2026-12-01', 'task:late', 'task:later');
    const { snoozed } = await attentionNow(context);
    await calls()['health.wake']({ ...command(), snoozeIds: snoozed.flatMap(({ snoozeIds }) => snoozeIds) });
    await context.storage.undo(v4());
    expect(await subjects()).toEqual([]);
    await context.storage.undo(v4());
    expect(await subjects()).toEqual(['task:late', 'task:later']);
  });

  test('of a rhythm ends early with a new touch', async () => {
    await scene(client('quiet'), touch('quiet', '2026-11-01T09:00:00.000Z'));
    const put = { clientId: 'quiet', subjects: ['rhythm'], untilOn: '2027-01-18', reason: 'Budget season' };
    await calls()['health.snooze']({ ...command(), ...put });
    context.clock.setNow('2026-12-20T09:00:00.000Z');
    expect(await subjects()).not.toContain('rhythm');
    await scene(touch('quiet', '2026-12-01T09:00:00.000Z'));
    expect(await subjects()).toContain('rhythm');
  });

  test.each(['2026-11-23', '2026-11-01', '2027-12-01'])('until %s is refused', async (untilOn) => {
    await expect(snooze(untilOn, 'task:late')).rejects.toMatchObject({ code: 'bad_input' });
  });

  test.each(['', 'Rhythm', 'task:', 'task:1\nrhythm'])('of “%s”, which is no subject, is refused', (subject) => {
    const put = { ...command(), clientId: v4(), untilOn: '2026-12-01', reason: 'Later' };
    const { input } = contract['health.snooze'];
    expect(input.safeParse({ ...put, subjects: ['rhythm', 'report:month:2026-10'] }).success).toBe(true);
    expect(input.safeParse({ ...put, subjects: [subject] }).success).toBe(false);
  });

  test('of an unknown client or snooze is refused', async () => {
    const put = { subjects: ['rhythm'], untilOn: '2026-12-01', reason: 'Later' };
    await expect(calls()['health.snooze']({ ...command(), clientId: v4(), ...put })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(calls()['health.wake']({ ...command(), snoozeIds: [v4()] })).rejects.toMatchObject({
      code: 'not_found',
    });
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

  beforeEach(() => scene(client(reported, { report_day: 5, created_at: '2026-09-15T00:00:00.000Z' })));

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
