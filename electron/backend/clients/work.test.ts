import { v4 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contract } from '../../../shared/contract/contract.ts';
import { boardHandlers } from '../board.ts';
import { clientsHandlers } from '../clients.ts';
import { type TestContext, testContext } from '../testing.ts';

// The test clock stands on 23 November 2026.

let context: TestContext;
let clientId: string;

beforeEach(async () => {
  context = testContext();
  const reply = await boardHandlers(context)['board.createClient']({
    commandId: v4(),
    name: 'Ольха',
    stage: 'stable',
    sinceOn: '2022-09-20',
  });
  clientId = reply.card.id;
});
afterEach(() => context.storage.remove());

const calls = () => clientsHandlers(context);
const work = async () => (await calls()['clients.work']({ clientId })).work;
const sinceOn = async () => (await calls()['clients.open']({ clientId })).page.card.sinceOn;
const command = () => ({ commandId: v4() });
const undo = () => context.storage.undo(v4());

test('goals, horizons and whether they match are kept cell by cell', async () => {
  await calls()['clients.editGoals']({ ...command(), clientId, ourGoal: 'Grow together', ourHorizon: 'years' });
  await calls()['clients.editGoals']({ ...command(), clientId, theirGoal: 'A new shop', goalsMatch: 'no' });
  const goals = { ourGoal: 'Grow together', theirGoal: 'A new shop', ourHorizon: 'years', theirHorizon: '' };
  expect(await work()).toMatchObject({ ...goals, goalsMatch: 'no' });
  await undo();
  expect(await work()).toMatchObject({ ourGoal: 'Grow together', theirGoal: '', goalsMatch: '' });
  await expect(calls()['clients.editGoals']({ ...command(), clientId: v4(), ourGoal: '' })).rejects.toMatchObject({
    code: 'not_found',
  });
});

describe('engagements', () => {
  const add = (startOn: string, more = {}) =>
    calls()['clients.addEngagement']({ ...command(), clientId, kind: 'audit', startOn, ...more });

  test('stand side by side and one after another, the last begun first', async () => {
    await add('2026-01-10', { title: 'Speed of the shop', endOn: '2026-02-01', endReason: 'done' });
    await add('2024-05-01', { kind: 'support' });
    expect((await work()).engagements).toMatchObject([
      { kind: 'audit', title: 'Speed of the shop', startOn: '2026-01-10', endOn: '2026-02-01', endReason: 'done' },
      { kind: 'support', startOn: '2024-05-01', endOn: null },
      { kind: 'project', startOn: '2022-09-20', endOn: null },
    ]);
  });

  test('end with a reason, and without it when they go on', async () => {
    const [first] = (await work()).engagements;
    const engagementId = first?.id ?? '';
    const edit = calls()['clients.editEngagement'];
    await edit({ ...command(), engagementId, endOn: '2026-11-20', endReason: 'The site is live' });
    expect((await work()).engagements).toMatchObject([{ endOn: '2026-11-20', endReason: 'The site is live' }]);
    await edit({ ...command(), engagementId, endOn: null });
    expect((await work()).engagements).toMatchObject([{ endOn: null, endReason: '' }]);
    await undo();
    expect((await work()).engagements).toMatchObject([{ endReason: 'The site is live' }]);
  });

  test('start when they start and do not end before', async () => {
    await expect(add('2026-11-24')).rejects.toMatchObject({ code: 'bad_input', fields: { startOn: 'too_big' } });
    await expect(add('2026-11-20', { endOn: '2026-11-19' })).rejects.toMatchObject({ fields: { endOn: 'too_small' } });
    const engagementId = (await work()).engagements[0]?.id ?? '';
    const edit = calls()['clients.editEngagement'];
    await expect(edit({ ...command(), engagementId, endOn: '2022-09-19' })).rejects.toMatchObject({
      fields: { endOn: 'too_small' },
    });
    await edit({ ...command(), engagementId, endOn: '2025-01-01' });
    await expect(edit({ ...command(), engagementId, startOn: '2025-01-02' })).rejects.toMatchObject({
      code: 'bad_input',
    });
    await expect(calls()['clients.edit']({ ...command(), clientId, sinceOn: '2025-01-02' })).rejects.toMatchObject({
      fields: { sinceOn: 'too_big' },
    });
  });

  test('carry the tenure: without any, it counts from when the client was added', async () => {
    await add('2021-03-01');
    expect(await sinceOn()).toBe('2021-03-01');
    for (const { id } of (await work()).engagements)
      await calls()['clients.deleteEngagement']({ ...command(), engagementId: id });
    expect(await sinceOn()).toBe('2026-11-23');
    await undo();
    expect(await sinceOn()).toBe('2021-03-01');
  });
});

describe('figures', () => {
  async function addKpi(name: string) {
    await calls()['clients.addKpi']({ ...command(), clientId, name, unit: '%', target: '29' });
    return (await work()).kpis.at(-1)?.id ?? '';
  }
  const names = async () => (await work()).kpis.map(({ name }) => name);
  const readings = async () =>
    (await work()).kpis[0]?.readings.map(({ measuredOn, value, remark }) => [measuredOn, value, remark]);

  test('are kept in order, moved, edited, deleted and brought back', async () => {
    const orders = await addKpi('Orders');
    const speed = await addKpi('Speed');
    const cost = await addKpi('Cost');
    expect(await names()).toEqual(['Orders', 'Speed', 'Cost']);
    await calls()['clients.moveKpi']({ ...command(), kpiId: cost, after: orders });
    expect(await names()).toEqual(['Orders', 'Cost', 'Speed']);
    await calls()['clients.moveKpi']({ ...command(), kpiId: speed, after: null });
    expect(await names()).toEqual(['Speed', 'Orders', 'Cost']);
    await calls()['clients.editKpi']({ ...command(), kpiId: speed, target: '', direction: 'down', businessGoal: 'UX' });
    expect((await work()).kpis[0]).toMatchObject({ name: 'Speed', target: '', direction: 'down', businessGoal: 'UX' });
    await calls()['clients.deleteKpi']({ ...command(), kpiId: speed });
    expect(await names()).toEqual(['Orders', 'Cost']);
    await undo();
    expect(await names()).toEqual(['Speed', 'Orders', 'Cost']);
    const move = calls()['clients.moveKpi']({ ...command(), kpiId: speed, after: v4() });
    await expect(move).rejects.toMatchObject({ code: 'not_found' });
  });

  test('many readings are one command, and a day that is known gets the new value', async () => {
    const kpiId = await addKpi('Orders');
    await calls()['clients.addReadings']({
      ...command(),
      kpiId,
      readings: [
        { measuredOn: '2026-10-31', value: '30.5', remark: '' },
        { measuredOn: '2026-09-30', value: '30', remark: 'before the release' },
      ],
    });
    await calls()['clients.addReadings']({
      ...command(),
      kpiId,
      readings: [
        { measuredOn: '2026-10-31', value: '30.70', remark: 'final' },
        { measuredOn: '2026-11-20', value: '31', remark: '' },
      ],
    });
    expect(await readings()).toEqual([
      ['2026-09-30', '30', 'before the release'],
      ['2026-10-31', '30.70', 'final'],
      ['2026-11-20', '31', ''],
    ]);
    await undo();
    expect(await readings()).toEqual([
      ['2026-09-30', '30', 'before the release'],
      ['2026-10-31', '30.5', ''],
    ]);
  });

  test('a reading is mended and deleted, but not given a future day or one that is taken', async () => {
    const kpiId = await addKpi('Orders');
    const add = (measuredOn: string) =>
      calls()['clients.addReadings']({ ...command(), kpiId, readings: [{ measuredOn, value: '1', remark: '' }] });
    await add('2026-10-31');
    await add('2026-11-20');
    await expect(add('2026-11-24')).rejects.toMatchObject({ fields: { measuredOn: 'too_big' } });
    const readingId = (await work()).kpis[0]?.readings[0]?.id ?? '';
    const edit = calls()['clients.editReading'];
    await edit({ ...command(), readingId, value: '2.5', remark: 'counted again' });
    await edit({ ...command(), readingId, measuredOn: '2026-10-30' });
    expect((await readings())?.[0]).toEqual(['2026-10-30', '2.5', 'counted again']);
    await expect(edit({ ...command(), readingId, measuredOn: '2026-11-20' })).rejects.toMatchObject({
      fields: { measuredOn: 'taken' },
    });
    await expect(edit({ ...command(), readingId, measuredOn: '2026-12-01' })).rejects.toMatchObject({
      code: 'bad_input',
    });
    await calls()['clients.deleteReading']({ ...command(), readingId });
    expect(await readings()).toHaveLength(1);
  });

  test.each(['31,5', '31.', '.5', '1e3', '-0', '007', 'many', ''])('“%s” is no value', (value) => {
    const readingsOf = [{ measuredOn: '2026-11-20', value, remark: '' }];
    const request = { commandId: v4(), kpiId: v4(), readings: readingsOf };
    expect(contract['clients.addReadings'].input.safeParse(request).success).toBe(false);
  });
});

test('a new value of a known day keeps its remark, unless another is given', async () => {
  await calls()['clients.addKpi']({ ...command(), clientId, name: 'Заказы' });
  const kpiId = (await work()).kpis[0]?.id ?? '';
  const put = (value: string, remark: string) =>
    calls()['clients.addReadings']({ ...command(), kpiId, readings: [{ measuredOn: '2026-10-31', value, remark }] });
  const reading = async () => (await work()).kpis[0]?.readings[0];
  await put('30', 'черновые');
  await put('31', '');
  expect(await reading()).toMatchObject({ value: '31', remark: 'черновые' });
  await put('32', 'сверено');
  expect(await reading()).toMatchObject({ value: '32', remark: 'сверено' });
});

test('work that goes on has no reason of its end', async () => {
  const refused = { code: 'bad_input', fields: { endReason: 'invalid_value' } };
  const audit = { clientId, kind: 'audit', startOn: '2026-01-12' } as const;
  const add = calls()['clients.addEngagement']({ ...command(), ...audit, endReason: 'Готово' });
  await expect(add).rejects.toMatchObject(refused);
  await calls()['clients.addEngagement']({ ...command(), ...audit });
  const added = async () => (await work()).engagements.find(({ kind }) => kind === 'audit');
  const engagementId = (await added())?.id ?? '';
  const edit = calls()['clients.editEngagement']({ ...command(), engagementId, endReason: 'Готово' });
  await expect(edit).rejects.toMatchObject(refused);
  await calls()['clients.editEngagement']({ ...command(), engagementId, endOn: '2026-03-01', endReason: 'Готово' });
  expect(await added()).toMatchObject({ endReason: 'Готово' });
});
