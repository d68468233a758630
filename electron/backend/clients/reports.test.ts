import { v4 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/contract.ts';
import type { ReportPeriod } from '../../../shared/health/reports.ts';
import { healthHandlers } from '../health.ts';
import { openScene, type Scene } from './testing.ts';

// The test clock stands on 23 November 2026.

let scene: Scene;
let clientId: string;

beforeEach(async () => {
  scene = await openScene();
  ({ clientId } = scene);
});
afterEach(() => scene.context.storage.remove());

const calls = () => scene.clients;
const work = async () => (await calls()['clients.work']({ clientId })).work;
const command = () => scene.command();
const undo = () => scene.undo();
const add = (period: string, sentOn: string | null = null, summary = '') =>
  calls()['clients.addReport']({ ...command(), clientId, kind: 'month', period, sentOn, summary });

test('what is agreed is kept', async () => {
  await calls()['clients.agreeReports']({ ...command(), clientId, reportDay: 5, reviewsQuarter: true });
  expect(await work()).toMatchObject({ reportDay: 5, reviewsQuarter: true });
  await calls()['clients.agreeReports']({ ...command(), clientId, reportDay: null });
  expect(await work()).toMatchObject({ reportDay: null, reviewsQuarter: true });
});

test('the day of the agreement is that on which it was switched on', async () => {
  const agree = (fields: { readonly reportDay?: number | null; readonly reviewsQuarter?: boolean }) =>
    calls()['clients.agreeReports']({ ...command(), clientId, ...fields });
  await agree({ reportDay: 5 });
  expect(await work()).toMatchObject({ reportsAgreedOn: '2026-11-23', reviewsAgreedOn: null });
  scene.context.clock.setNow('2026-12-24T08:00:00.000Z');
  await agree({ reportDay: 10, reviewsQuarter: true });
  expect(await work()).toMatchObject({ reportsAgreedOn: '2026-11-23', reviewsAgreedOn: '2026-12-24' });
  await agree({ reportDay: null });
  await agree({ reportDay: 5 });
  expect(await work()).toMatchObject({ reportsAgreedOn: '2026-12-24' });
  await undo();
  expect(await work()).toMatchObject({ reportDay: null, reportsAgreedOn: '2026-11-23' });
});

test('there is one for a period, sent on a day that has come', async () => {
  await add('2026-09', '2026-10-05');
  await add('2026-10');
  await add('2026-10', '2026-11-05');
  expect((await work()).reports).toMatchObject([
    { period: '2026-10', sentOn: '2026-11-05' },
    { period: '2026-09', sentOn: '2026-10-05' },
  ]);
  const reportId = (await work()).reports[0]?.id ?? '';
  await calls()['clients.editReport']({ ...command(), reportId, sentOn: null, summary: 'Orders grew' });
  expect((await work()).reports[0]).toMatchObject({ sentOn: null, summary: 'Orders grew' });
  await expect(add('2026-11', '2026-11-24')).rejects.toMatchObject({ fields: { sentOn: 'too_big' } });
  await calls()['clients.deleteReport']({ ...command(), reportId });
  expect((await work()).reports).toHaveLength(1);
  await add('2026-10');
  expect((await work()).reports).toHaveLength(2);
});

test('a period is one of its kind', () => {
  const request = { commandId: v4(), clientId, kind: 'quarter', sentOn: null, summary: '' };
  const { input } = contract['clients.addReport'];
  expect(input.safeParse({ ...request, period: '2026-10' }).success).toBe(false);
  expect(input.safeParse({ ...request, period: '2026-Q3' }).success).toBe(true);
});

test('a report that is there keeps what is not given anew', async () => {
  const report = { clientId, kind: 'month', period: '2026-10' } as const;
  await calls()['clients.addReport']({ ...command(), ...report, sentOn: null, summary: 'Рост' });
  await calls()['clients.addReport']({ ...command(), ...report, sentOn: '2026-11-05', summary: '' });
  await calls()['clients.addReport']({ ...command(), ...report, sentOn: null, summary: '' });
  expect((await work()).reports).toMatchObject([{ sentOn: '2026-11-05', summary: 'Рост' }]);
});

describe('moved to another period', () => {
  const september = { kind: 'month', period: '2026-09' } as const;
  const quarter = { kind: 'quarter', period: '2026-Q3' } as const;
  const reports = async () => (await work()).reports;
  const idOf = async (period: string) => (await reports()).find((report) => report.period === period)?.id ?? '';
  const edit = (reportId: string, fields: Partial<ReportPeriod> & { readonly summary?: string }, commandId = v4()) =>
    calls()['clients.editReport']({ commandId, reportId, ...fields });
  const told = async () => (await reports()).map(({ kind, period, summary }) => [kind, period, summary]);

  test('it stays the report that others lead to, and undo leads back', async () => {
    await add('2026-10', '2026-11-05', 'Orders grew');
    const reportId = await idOf('2026-10');
    const moved = { id: reportId, sentOn: '2026-11-05', summary: 'Orders grew' };
    await edit(reportId, quarter);
    expect(await reports()).toEqual([{ ...moved, ...quarter }]);
    await edit(reportId, september);
    expect(await reports()).toEqual([{ ...moved, ...september }]);
    await undo();
    await undo();
    expect(await reports()).toEqual([{ ...moved, kind: 'month', period: '2026-10' }]);
    await scene.context.storage.redo(v4());
    expect(await reports()).toEqual([{ ...moved, ...quarter }]);
  });

  test('there is no other of that period', async () => {
    await add('2026-10');
    await add('2026-09');
    const reportId = await idOf('2026-10');
    await expect(edit(reportId, september)).rejects.toMatchObject({ code: 'period_taken' });
    await calls()['clients.deleteReport']({ ...command(), reportId: await idOf('2026-09') });
    await edit(reportId, september);
    await edit(reportId, { ...september, summary: 'The same period again' });
    expect(await told()).toEqual([['month', '2026-09', 'The same period again']]);
    await expect(edit(v4(), september)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('another client may have one of that period', async () => {
    await add('2026-10');
    const other = await scene.addClient('Бук');
    await calls()['clients.addReport']({ ...command(), clientId: other, ...september, sentOn: null, summary: '' });
    await edit(await idOf('2026-10'), september);
    expect(await told()).toEqual([['month', '2026-09', '']]);
  });

  test('the period it had can be written anew, also while it lies in the trash', async () => {
    await add('2026-10', null, 'first');
    await edit(await idOf('2026-10'), september);
    await add('2026-10', null, 'second');
    await calls()['clients.deleteReport']({ ...command(), reportId: await idOf('2026-09') });
    expect(await told()).toEqual([['month', '2026-10', 'second']]);
    const second = await idOf('2026-10');
    await edit(second, quarter);
    await healthHandlers(scene.context)['health.markReportSent']({
      ...command(),
      clientId,
      report: 'month',
      period: '2026-10',
    });
    expect(await told()).toEqual([
      ['quarter', '2026-Q3', 'second'],
      ['month', '2026-10', ''],
    ]);
    for (let step = 0; step < 5; step += 1) await undo();
    expect(await told()).toEqual([['month', '2026-10', 'first']]);
  });

  test('led back past one written since, both stand there, and either can be moved or deleted', async () => {
    await add('2026-10', null, 'first');
    const first = await idOf('2026-10');
    const move = v4();
    await edit(first, september, move);
    await add('2026-10', null, 'second');
    const second = await idOf('2026-10');
    await scene.context.storage.undo(v4(), move);
    const twins = await reports();
    expect(new Set(twins.map(({ id }) => id))).toEqual(new Set([first, second]));
    expect(twins.map(({ period }) => period)).toEqual(['2026-10', '2026-10']);
    await edit(second, quarter);
    await calls()['clients.deleteReport']({ ...command(), reportId: first });
    expect(await told()).toEqual([['quarter', '2026-Q3', 'second']]);
  });

  test('a kind and a period come together and fit', () => {
    const fits = (fields: object) =>
      contract['clients.editReport'].input.safeParse({ commandId: v4(), reportId: v4(), ...fields }).success;
    expect([{}, quarter, september].map(fits)).toEqual([true, true, true]);
    const odd = [{ kind: 'month' }, { period: '2026-09' }, { kind: 'quarter', period: '2026-09' }];
    expect(odd.map(fits)).toEqual([false, false, false]);
  });
});
