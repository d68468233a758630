import { v4 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { editStage } from '../../db/stages.ts';
import { attentionNow } from './attention.ts';
import { clientsHandlers } from './clients.ts';
import { healthHandlers } from './health.ts';
import { client, fill, task, touch } from './rows-in-test.ts';
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

test('a norm that the partners gave a stage holds for its clients, but for those with a norm of their own', async () => {
  await scene(
    client('quiet'),
    touch('quiet', '2026-11-03T09:00:00.000Z'),
    client('own norm', { contact_norm_days: 10 }),
    touch('own norm', '2026-11-03T09:00:00.000Z'),
  );
  const waiting = async () => (await attentionNow(context)).rows.map(({ clientName }) => clientName).toSorted();
  expect(await waiting()).toEqual(['own norm', 'quiet']);
  await context.storage.write({ id: v4(), name: 'settings.editStage' }, (writer, stamp) =>
    editStage(writer, stamp, { stage: 'stable', contactNormDays: 30 }),
  );
  expect(await waiting()).toEqual(['own norm']);
  await context.storage.undo(v4());
  expect(await waiting()).toEqual(['own norm', 'quiet']);
});

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
      client('unmet', { created_at: '2026-11-01T09:00:00.000Z' }),
      client('new', { created_at: '2026-11-20T09:00:00.000Z' }),
      client('calm'),
      touch('calm', '2026-11-12T09:00:00.000Z'),
      client('ended', { stage: 'ended' }),
      touch('ended', '2026-01-12T09:00:00.000Z'),
      task('care', 'ended', '2026-11-25'),
    );
    const { rows, next, counts, today } = await attentionNow(context);
    expect(rows.map((row) => [row.clientName, row.group, ...row.subjects])).toEqual([
      ['reported', 'watch', 'rhythm'],
      ['reported', 'today', 'report:month:2026-10'],
      ['quiet', 'watch', 'rhythm'],
      ['unmet', 'watch', 'rhythm'],
      ['busy', 'today', 'task:late'],
      ['parting', 'today', 'handoff_item:item'],
      ['tried', 'today', 'revisit:trial'],
      ['ended', 'week', 'task:care'],
      ['renewed', 'watch', 'asset:domain'],
    ]);
    expect(next).toMatchObject([{ clientName: 'calm', on: '2026-11-26' }]);
    expect(counts).toEqual({ clients: 9, archive: 1, handoffs: 1, attention: 6 });
    expect(today).toBe('2026-11-23');
  });

  test('is a client in doubtful health as well, for the reason that its card tells and until that is put off', async () => {
    await scene(
      client('risky'),
      `insert into signal_mark (id, client_id, code, side, marked_on, evidence)
        values ('trust', 'risky', 'C-TRUST', 'client', '2026-11-20', 'They shouted')`,
    );
    const { rows, counts } = await attentionNow(context);
    const { verdicts } = await calls()['health.verdicts']({});
    expect(rows).toMatchObject([
      { clientId: 'risky', group: 'watch', reason: { kind: 'health', verdict: 'risk', worst: verdicts[0]?.worst } },
    ]);
    expect(counts.attention).toBe(1);
    await calls()['health.snooze']({
      ...command(),
      clientId: 'risky',
      subjects: [...(rows[0]?.subjects ?? [])],
      untilOn: '2026-12-07',
      reason: 'We meet on Friday',
    });
    const putOff = await attentionNow(context);
    expect(putOff.counts.attention).toBe(0);
    expect(putOff.snoozed).toMatchObject([{ row: { clientId: 'risky' }, reason: 'We meet on Friday' }]);
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

  test('“not now” comes back only by the last trial', async () => {
    await scene(
      client('again', { stage: 'acquaintance' }),
      `insert into trial (id, client_id, started_on, our_verdict, revisit_on) values
        ('first', 'again', '2026-03-01', 'not_now', '2026-11-01'), ('second', 'again', '2026-10-01', 'yes', null)`,
    );
    expect(await subjects()).toEqual([]);
  });

  test.each(['acquaintance', 'honeymoon', 'stable', 'stagnation', 'ended'])(
    '“not now” comes back at a client in %s',
    async (stage) => {
      await scene(
        client('tried', { stage }),
        `insert into trial (id, client_id, our_verdict, revisit_on) values ('trial', 'tried', 'not_now', '2026-11-21')`,
      );
      expect(await subjects()).toContain('revisit:trial');
    },
  );

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
