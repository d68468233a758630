import { v4, v5 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { openScene, type Scene } from './testing.ts';

const today = '2026-11-23';
const tomorrow = '2026-11-24';

let scene: Scene;
let clientId: string;

beforeEach(async () => {
  scene = await openScene();
  ({ clientId } = scene);
});
afterEach(() => scene.context.storage.remove());

const clients = () => scene.clients;
const command = () => scene.command();
const read = (of?: string) => scene.playbook(of);
const undo = () => scene.undo();

test('a new client has nothing in its playbook, a client that is gone has none', async () => {
  expect(await read()).toEqual({
    answers: [],
    firstImpression: '',
    firstImpressionOn: null,
    firstLever: '',
    trials: [],
    audit: [],
    intentChecks: [],
    requests: [],
    insights: [],
    reports: [],
    kpis: [],
  });
  await clients()['clients.delete']({ ...command(), clientId });
  await expect(read()).rejects.toMatchObject({ code: 'not_found' });
  const answer = clients()['clients.answer']({ ...command(), clientId, code: 'ACQ-1', isDone: true });
  await expect(answer).rejects.toMatchObject({ code: 'not_found' });
});

describe('answers', () => {
  const answer = (fields: Omit<CallInput<'clients.answer'>, 'commandId' | 'clientId'>) =>
    clients()['clients.answer']({ ...command(), clientId, ...fields });

  test('a line is answered, ticked and dated; each is a step that undo takes back', async () => {
    await answer({ code: 'ACQ-3', answer: 'Есть команда из трёх человек' });
    scene.context.clock.setNow('2026-11-25T08:00:00.000Z');
    await answer({ code: 'ACQ-3', isDone: true });
    const done = { code: 'ACQ-3', answer: 'Есть команда из трёх человек', isDone: true, answeredOn: '2026-11-25' };
    expect((await read()).answers).toEqual([done]);
    await answer({ code: 'ACQ-3', answeredOn: today });
    expect((await read()).answers).toEqual([{ ...done, answeredOn: today }]);
    await undo();
    await undo();
    expect((await read()).answers).toEqual([{ ...done, isDone: false, answeredOn: today }]);
    await undo();
    expect((await read()).answers).toEqual([]);
    await answer({ code: 'ACQ-3', answer: 'Снова' });
    expect((await read()).answers).toMatchObject([{ answer: 'Снова', answeredOn: '2026-11-25' }]);
  });

  test('a line that is emptied and not ticked has no day', async () => {
    await answer({ code: 'I1', answer: 'Годы' });
    await answer({ code: 'I1', answer: '' });
    expect((await read()).answers).toEqual([{ code: 'I1', answer: '', isDone: false, answeredOn: null }]);
  });

  test('the row has the same id on every computer', async () => {
    await answer({ code: 'HON-9', isDone: true });
    const row = await scene.context.storage.read.selectFrom('client_answer').select('id').executeTakeFirst();
    expect(row?.id).toBe(v5('HON-9', clientId));
  });

  test('nobody answered tomorrow', async () => {
    await expect(answer({ code: 'I1', answeredOn: tomorrow })).rejects.toMatchObject({
      code: 'bad_input',
      fields: { answeredOn: 'too_big' },
    });
  });
});

test('the first impression keeps the day on which it was written', async () => {
  const edit = (fields: { words?: string; writtenOn?: string }) =>
    clients()['clients.editImpression']({ ...command(), clientId, ...fields });
  await edit({ words: 'Спокойные, знают свои цифры' });
  scene.context.clock.setNow('2026-12-20T08:00:00.000Z');
  await edit({ words: 'Спокойные, знают цифры' });
  expect(await read()).toMatchObject({ firstImpression: 'Спокойные, знают цифры', firstImpressionOn: today });
  await edit({ writtenOn: '2026-11-20' });
  expect(await read()).toMatchObject({ firstImpressionOn: '2026-11-20' });
  await edit({ words: '' });
  expect(await read()).toMatchObject({ firstImpression: '', firstImpressionOn: null });
  await undo();
  expect(await read()).toMatchObject({ firstImpression: 'Спокойные, знают цифры', firstImpressionOn: '2026-11-20' });
});

test('a topic of the mini-audit is filled cell by cell, the lever beside it', async () => {
  const edit = (fields: Omit<CallInput<'clients.editAuditTopic'>, 'commandId' | 'clientId' | 'topic'>) =>
    clients()['clients.editAuditTopic']({ ...command(), clientId, topic: 'margin', ...fields });
  await edit({ score: 2 });
  await edit({ evidence: 'Маржа только по трём категориям' });
  await edit({ openQuestion: 'Кто считает маржу?' });
  const filled = {
    topic: 'margin',
    score: 2,
    evidence: 'Маржа только по трём категориям',
    openQuestion: 'Кто считает маржу?',
  };
  expect((await read()).audit).toEqual([filled]);
  await edit({ score: null });
  expect((await read()).audit).toEqual([{ ...filled, score: null }]);
  await undo();
  await clients()['clients.editFirstLever']({ ...command(), clientId, words: 'Карточка товара' });
  expect(await read()).toMatchObject({ firstLever: 'Карточка товара', audit: [filled] });
  await undo();
  expect(await read()).toMatchObject({ firstLever: '' });
});

test('intent checks are kept newest first, edited and deleted', async () => {
  const add = (checkedOn: string, hasPlan: 'yes' | 'no' | 'unknown') =>
    clients()['clients.addIntentCheck']({ ...command(), clientId, checkedOn, hasPlan, saidBy: 'Марина', words: '' });
  await add('2026-03-01', 'yes');
  await add('2026-11-20', 'unknown');
  await expect(add(tomorrow, 'yes')).rejects.toMatchObject({ fields: { checkedOn: 'too_big' } });
  const [newest] = (await read()).intentChecks;
  expect(newest).toMatchObject({ checkedOn: '2026-11-20', hasPlan: 'unknown', saidBy: 'Марина' });
  const checkId = newest?.id ?? '';
  await clients()['clients.editIntentCheck']({ ...command(), checkId, hasPlan: 'no', words: 'Плана не будет' });
  expect((await read()).intentChecks[0]).toMatchObject({ hasPlan: 'no', words: 'Плана не будет', saidBy: 'Марина' });
  await clients()['clients.deleteIntentCheck']({ ...command(), checkId });
  expect((await read()).intentChecks).toHaveLength(1);
  await undo();
  await undo();
  expect((await read()).intentChecks.map(({ hasPlan }) => hasPlan)).toEqual(['unknown', 'yes']);
});

describe('insights', () => {
  const add = async (of = clientId) => {
    const told = { kind: 'idea' as const, title: 'Отметка «забрать сегодня»', toldOn: today, isBeyondContract: true };
    await clients()['clients.addInsight']({ ...command(), clientId: of, ...told });
    return (await read(of)).insights[0]?.id ?? '';
  };

  test('are offered first, edited cell by cell, and undone', async () => {
    const insightId = await add();
    const edit = (fields: Omit<CallInput<'clients.editInsight'>, 'commandId' | 'insightId'>) =>
      clients()['clients.editInsight']({ ...command(), insightId, ...fields });
    expect((await read()).insights[0]).toMatchObject({ kind: 'idea', state: 'offered', isBeyondContract: true });
    await edit({ kind: 'limit', state: 'accepted' });
    await edit({ isBeyondContract: false });
    expect((await read()).insights[0]).toMatchObject({ kind: 'limit', state: 'accepted', isBeyondContract: false });
    await undo();
    expect((await read()).insights[0]).toMatchObject({ kind: 'limit', isBeyondContract: true });
    await expect(edit({ toldOn: tomorrow })).rejects.toMatchObject({ fields: { toldOn: 'too_big' } });
    await clients()['clients.deleteInsight']({ ...command(), insightId });
    expect((await read()).insights).toEqual([]);
    await undo();
    expect((await read()).insights).toHaveLength(1);
  });

  test('lead to a report and a figure of the same client only', async () => {
    const insightId = await add();
    const other = await scene.addClient('Берёза');
    const [report, kpi, foreign] = [v4(), v4(), v4()];
    await scene.context.storage.write({ id: v4(), name: 'clients.edit' }, async (writer) => {
      await writer
        .insertInto('report')
        .values({ id: report, client_id: clientId, kind: 'month', period: '2026-10' })
        .execute();
      await writer.insertInto('kpi').values({ id: kpi, client_id: clientId, name: 'Повторные заказы' }).execute();
      await writer.insertInto('kpi').values({ id: foreign, client_id: other, name: 'Чужое' }).execute();
    });
    const link = (fields: { reportId?: string | null; kpiId?: string | null }) =>
      clients()['clients.editInsight']({ ...command(), insightId, ...fields });
    await link({ reportId: report, kpiId: kpi });
    expect(await read()).toMatchObject({
      insights: [{ reportId: report, kpiId: kpi }],
      reports: [{ id: report, kind: 'month', period: '2026-10' }],
      kpis: [{ id: kpi, name: 'Повторные заказы' }],
    });
    await expect(link({ kpiId: foreign })).rejects.toMatchObject({ code: 'not_found' });
    await link({ kpiId: null });
    expect((await read()).insights[0]).toMatchObject({ reportId: report, kpiId: null });
  });
});
