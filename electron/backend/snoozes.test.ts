import { v4 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contract } from '../../shared/contract/contract.ts';
import { attentionNow } from './attention.ts';
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

  test('of a renewal or a report holds it in the list, asleep and awake, until it is acted on', async () => {
    const clientId = v4();
    await scene(
      client(clientId, { report_day: 5, created_at: '2026-09-15T00:00:00.000Z', contact_norm_days: 3000 }),
      `insert into asset (id, client_id, name, renewal_on, state) values ('domain', '${clientId}', 'Domain', '2026-11-20', '')`,
      `update task set done_at = '2026-11-23T08:00:00.000Z'`,
    );
    const report = 'report:month:2026-10';
    const put = { clientId, subjects: [report, 'asset:domain'], untilOn: '2027-11-01', reason: 'A court decides' };
    await calls()['health.snooze']({ ...command(), ...put });
    context.clock.setNow('2027-06-01T08:00:00.000Z');
    const { snoozed } = await attentionNow(context);
    expect(snoozed.flatMap(({ row }) => row.subjects)).toEqual([report, 'asset:domain']);
    context.clock.setNow('2028-02-01T08:00:00.000Z');
    expect(await subjects()).toEqual(expect.arrayContaining([report, 'asset:domain']));
    await calls()['health.markReportSent']({ ...command(), clientId, report: 'month', period: '2026-10' });
    await scene(`update asset set renewal_on = '2029-11-20'`);
    const left = await subjects();
    expect(left).not.toContain(report);
    expect(left).not.toContain('asset:domain');
  });

  test.each(['rhythm', 'health:rhythm'])('of a silence, as %s, is one for the list and the card', async (subject) => {
    await scene(
      client('quiet', { stage: 'acquaintance' }),
      touch('quiet', '2026-10-23T09:00:00.000Z'),
      task('promise', 'quiet', '2026-11-20'),
    );
    const told = async () => {
      const { rows, snoozed } = await attentionNow(context);
      const { verdicts } = await calls()['health.verdicts']({});
      const { health } = await calls()['health.receipt']({ clientId: 'quiet' });
      return {
        isListed: rows.some(({ subjects: all }) => all.includes('rhythm')),
        isOnCard: verdicts.some(({ clientId, worst }) => clientId === 'quiet' && worst?.code === 'rhythm'),
        snoozed: snoozed.map(({ reason }) => reason),
        health: health?.snoozes.map(({ subject: of, reason }) => [of, reason]),
      };
    };
    const loud = { isListed: true, isOnCard: true, snoozed: [], health: [] };
    const quiet = { isListed: false, isOnCard: false, snoozed: ['Budget'], health: [['health:rhythm', 'Budget']] };
    const put = { clientId: 'quiet', subjects: [subject], untilOn: '2027-01-18', reason: 'Budget' };
    expect(await told()).toEqual(loud);
    await calls()['health.snooze']({ ...command(), ...put });
    expect(await told()).toEqual(quiet);
    const { snoozed } = await attentionNow(context);
    await calls()['health.wake']({ ...command(), snoozeIds: snoozed.flatMap(({ snoozeIds }) => snoozeIds) });
    expect(await told()).toEqual(loud);
    await context.storage.undo(v4());
    expect(await told()).toEqual(quiet);
    context.clock.setNow('2026-12-20T09:00:00.000Z');
    await scene(touch('quiet', '2026-11-24T09:00:00.000Z'));
    expect(await told()).toEqual(loud);
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
