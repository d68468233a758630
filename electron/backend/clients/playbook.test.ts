import { v4, v5 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { boardHandlers } from '../board.ts';
import { clientsHandlers } from '../clients.ts';
import { type TestContext, testContext } from '../testing.ts';

const today = '2026-11-23';
const tomorrow = '2026-11-24';

let context: TestContext;
let clientId: string;

beforeEach(async () => {
  context = testContext();
  clientId = await addClient('Ольха');
});
afterEach(() => context.storage.remove());

const clients = () => clientsHandlers(context);
const read = async (of = clientId) => (await clients()['clients.playbook']({ clientId: of })).playbook;
const command = () => ({ commandId: v4() });
const undo = () => context.storage.undo(v4());

async function addClient(name: string) {
  const reply = await boardHandlers(context)['board.createClient']({ ...command(), name, stage: 'acquaintance' });
  return reply.card.id;
}

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
    context.clock.setNow('2026-11-25T08:00:00.000Z');
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
    const row = await context.storage.read.selectFrom('client_answer').select('id').executeTakeFirst();
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
  context.clock.setNow('2026-12-20T08:00:00.000Z');
  await edit({ words: 'Спокойные, знают цифры' });
  expect(await read()).toMatchObject({ firstImpression: 'Спокойные, знают цифры', firstImpressionOn: today });
  await edit({ writtenOn: '2026-11-20' });
  expect(await read()).toMatchObject({ firstImpressionOn: '2026-11-20' });
  await edit({ words: '' });
  expect(await read()).toMatchObject({ firstImpression: '', firstImpressionOn: null });
  await undo();
  expect(await read()).toMatchObject({ firstImpression: 'Спокойные, знают цифры', firstImpressionOn: '2026-11-20' });
});

describe('trials', () => {
  const addTrial = async (startedOn = '2026-11-02', endsOn: string | null = '2026-11-30') => {
    await clients()['clients.addTrial']({
      ...command(),
      clientId,
      startedOn,
      endsOn,
      successSign: 'Видно к шести утра',
    });
    const trials = (await read()).trials;
    return trials.find((trial) => trial.startedOn === startedOn)?.id ?? '';
  };
  const verdict = (trialId: string, fields: Omit<CallInput<'clients.giveVerdict'>, 'commandId' | 'trialId'>) =>
    clients()['clients.giveVerdict']({ ...command(), trialId, ...fields });

  test('come one after another, the latest first, and undo takes one back', async () => {
    const first = await addTrial('2026-09-01', null);
    const second = await addTrial();
    expect((await read()).trials.map(({ id }) => id)).toEqual([second, first]);
    await clients()['clients.deleteTrial']({ ...command(), trialId: second });
    expect((await read()).trials.map(({ id }) => id)).toEqual([first]);
    await undo();
    expect((await read()).trials).toHaveLength(2);
    await undo();
    expect((await read()).trials.map(({ id }) => id)).toEqual([first]);
  });

  test('do not end before they start', async () => {
    const refused = { code: 'bad_input', fields: { endsOn: 'too_small' } };
    await expect(addTrial('2026-11-02', '2026-11-01')).rejects.toMatchObject(refused);
    const trialId = await addTrial();
    const edit = (fields: { startedOn?: string; endsOn?: string | null }) =>
      clients()['clients.editTrial']({ ...command(), trialId, ...fields });
    await expect(edit({ startedOn: '2026-12-01' })).rejects.toMatchObject(refused);
    await edit({ startedOn: '2026-12-01', endsOn: null });
    expect((await read()).trials[0]).toMatchObject({ startedOn: '2026-12-01', endsOn: null });
  });

  test('their tasks are tasks of the client and are ticked in either place', async () => {
    const trialId = await addTrial();
    const fields = { side: 'agency' as const, person: 'Вера', dueOn: '2026-11-27' };
    await clients()['clients.addTrialTask']({ ...command(), trialId, title: 'Выгрузка остатков', ...fields });
    const { page } = await clients()['clients.open']({ clientId });
    const taskId = page.card.nextStep?.taskId ?? '';
    expect((await read()).trials[0]?.tasks).toMatchObject([{ id: taskId, title: 'Выгрузка остатков', doneAt: null }]);
    await clients()['clients.editTask']({ ...command(), taskId, done: true });
    expect((await read()).trials[0]?.tasks).toMatchObject([{ id: taskId, doneAt: context.clock.now() }]);
    await undo();
    await undo();
    expect((await read()).trials[0]?.tasks).toEqual([]);
    expect((await clients()['clients.open']({ clientId })).page.tasks).toEqual([]);
  });

  test('end with two verdicts, dated by themselves', async () => {
    const trialId = await addTrial();
    await verdict(trialId, { side: 'ours', verdict: 'yes', words: 'Отвечают в тот же день' });
    await verdict(trialId, { side: 'theirs', verdict: 'not_now', givenOn: '2026-11-20' });
    expect((await read()).trials[0]).toMatchObject({
      ours: { verdict: 'yes', words: 'Отвечают в тот же день', givenOn: today },
      theirs: { verdict: 'not_now', words: '', givenOn: '2026-11-20' },
    });
    await verdict(trialId, { side: 'ours', words: 'Отвечают быстро' });
    expect((await read()).trials[0]?.ours).toEqual({ verdict: 'yes', words: 'Отвечают быстро', givenOn: today });
    await undo();
    await undo();
    await undo();
    expect((await read()).trials[0]?.ours).toEqual({ verdict: '', words: '', givenOn: null });
  });

  test('“not now” waits for a day that is still ahead, and another verdict forgets it', async () => {
    const trialId = await addTrial();
    await verdict(trialId, { side: 'theirs', verdict: 'not_now' });
    const comeBack = (revisitOn: string) => clients()['clients.editTrial']({ ...command(), trialId, revisitOn });
    await expect(comeBack(today)).rejects.toMatchObject({ code: 'bad_input', fields: { revisitOn: 'too_small' } });
    await comeBack('2027-02-01');
    await verdict(trialId, { side: 'ours', verdict: 'yes' });
    expect((await read()).trials[0]?.revisitOn).toBe('2027-02-01');
    await verdict(trialId, { side: 'theirs', verdict: null });
    expect((await read()).trials[0]).toMatchObject({ revisitOn: null, theirs: { verdict: '', givenOn: null } });
    await undo();
    expect((await read()).trials[0]).toMatchObject({ revisitOn: '2027-02-01', theirs: { verdict: 'not_now' } });
  });

  test('a verdict is given neither before the trial nor tomorrow', async () => {
    const trialId = await addTrial();
    const give = (givenOn: string) => verdict(trialId, { side: 'ours', verdict: 'yes', givenOn });
    await expect(give('2026-11-01')).rejects.toMatchObject({ fields: { givenOn: 'too_small' } });
    await expect(give(tomorrow)).rejects.toMatchObject({ fields: { givenOn: 'too_big' } });
  });
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

describe('requests', () => {
  let requestId: string;
  beforeEach(async () => {
    const request = { clientId, askedOn: today, wish: 'Приложение', limits: 'Бюджет до мая закрыт' };
    await clients()['clients.addRequest']({ ...command(), ...request });
    requestId = (await read()).requests[0]?.id ?? '';
  });
  const edit = (fields: Omit<CallInput<'clients.editRequest'>, 'commandId' | 'requestId'>) =>
    clients()['clients.editRequest']({ ...command(), requestId, ...fields });
  const addOption = async (title: string) => {
    await clients()['clients.addRequestOption']({ ...command(), requestId, title });
    return (await read()).requests[0]?.options.at(-1)?.id ?? '';
  };

  test('“no” needs an option that was looked at', async () => {
    await expect(edit({ result: 'no' })).rejects.toMatchObject({ code: 'option_missing' });
    const optionId = await addOption('Страница для телефона');
    await edit({ result: 'no', resultWords: 'Не окупится' });
    expect((await read()).requests[0]).toMatchObject({ result: 'no', resultOn: today, resultWords: 'Не окупится' });
    const remove = () => clients()['clients.deleteRequestOption']({ ...command(), optionId });
    await expect(remove()).rejects.toMatchObject({ code: 'option_missing' });
    await addOption('Рассылка');
    await remove();
    expect((await read()).requests[0]?.options).toMatchObject([{ title: 'Рассылка' }]);
  });

  test('undo does not leave a “no” without its option behind', async () => {
    await addOption('Страница для телефона');
    await edit({ result: 'no' });
    await undo();
    expect((await read()).requests[0]).toMatchObject({ result: '', resultOn: null });
    await undo();
    expect((await read()).requests[0]?.options).toEqual([]);
  });

  test('one option is chosen at a time', async () => {
    const [page, mail] = [await addOption('Страница'), await addOption('Рассылка')];
    const choose = (optionId: string, isChosen = true) =>
      clients()['clients.editRequestOption']({ ...command(), optionId, isChosen });
    const chosen = async () => (await read()).requests[0]?.options.filter(({ isChosen }) => isChosen);
    await choose(page);
    await choose(mail);
    expect(await chosen()).toMatchObject([{ id: mail, title: 'Рассылка' }]);
    await undo();
    expect(await chosen()).toMatchObject([{ id: page }]);
    await choose(page, false);
    expect(await chosen()).toEqual([]);
  });

  test('the latest comes first, whatever came of it; a result is taken back, a deletion too', async () => {
    await clients()['clients.addRequest']({
      ...command(),
      clientId,
      askedOn: '2026-10-01',
      wish: 'Оплата',
      limits: '',
    });
    const wishes = async () => (await read()).requests.map(({ wish }) => wish);
    await edit({ result: 'partly', resultWords: 'За две недели' });
    expect(await wishes()).toEqual(['Приложение', 'Оплата']);
    await edit({ result: null });
    expect((await read()).requests[0]).toMatchObject({ result: '', resultOn: null, resultWords: 'За две недели' });
    await clients()['clients.deleteRequest']({ ...command(), requestId });
    expect(await wishes()).toEqual(['Оплата']);
    await undo();
    expect(await wishes()).toHaveLength(2);
  });
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
    const other = await addClient('Берёза');
    const [report, kpi, foreign] = [v4(), v4(), v4()];
    await context.storage.write({ id: v4(), name: 'clients.edit' }, async (writer) => {
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

describe('days that cannot be', () => {
  const refusal = (field: string, why: string) => ({ code: 'bad_input', fields: { [field]: why } });

  test('of a trial', async () => {
    const add = (startedOn: string) =>
      clients()['clients.addTrial']({ ...command(), clientId, startedOn, endsOn: null, successSign: '' });
    const edit = (fields: Partial<CallInput<'clients.editTrial'>>) =>
      clients()['clients.editTrial']({ ...command(), trialId, ...fields });
    const say = (fields: Partial<CallInput<'clients.giveVerdict'>>) =>
      clients()['clients.giveVerdict']({ ...command(), trialId, side: 'ours', ...fields });
    await add(tomorrow);
    let trialId = (await read()).trials[0]?.id ?? '';
    await expect(say({ verdict: 'yes' })).rejects.toMatchObject(refusal('givenOn', 'too_small'));
    await clients()['clients.deleteTrial']({ ...command(), trialId });
    await add('2026-11-10');
    trialId = (await read()).trials[0]?.id ?? '';
    await expect(say({ givenOn: '2026-11-12' })).rejects.toMatchObject(refusal('givenOn', 'invalid_value'));
    await expect(edit({ revisitOn: '2027-05-01' })).rejects.toMatchObject(refusal('revisitOn', 'invalid_value'));
    await say({ verdict: 'not_now', givenOn: '2026-11-12' });
    await edit({ revisitOn: '2027-05-01' });
    await expect(edit({ startedOn: '2026-11-13' })).rejects.toMatchObject(refusal('startedOn', 'too_big'));
    await edit({ startedOn: '2026-11-12' });
    expect((await read()).trials).toMatchObject([{ startedOn: '2026-11-12', revisitOn: '2027-05-01' }]);
  });

  test('of a request', async () => {
    const edit = (fields: Partial<CallInput<'clients.editRequest'>>) =>
      clients()['clients.editRequest']({ ...command(), requestId, ...fields });
    await clients()['clients.addRequest']({ ...command(), clientId, askedOn: '2026-11-10', wish: 'Чат', limits: '' });
    const requestId = (await read()).requests[0]?.id ?? '';
    await expect(edit({ resultOn: '2026-11-12' })).rejects.toMatchObject(refusal('resultOn', 'invalid_value'));
    const early = edit({ result: 'met', resultOn: '2026-11-09' });
    await expect(early).rejects.toMatchObject(refusal('resultOn', 'too_small'));
    await edit({ result: 'met', resultOn: '2026-11-12' });
    await expect(edit({ askedOn: '2026-11-13' })).rejects.toMatchObject(refusal('askedOn', 'too_big'));
    await edit({ result: null });
    await edit({ askedOn: '2026-11-13' });
    expect((await read()).requests).toMatchObject([{ askedOn: '2026-11-13', resultOn: null }]);
  });

  test('of a decision', async () => {
    const line = { clientId, kind: 'decision', text: 'Переходим на подписку' } as const;
    const add = (decidedOn: string) => clients()['clients.addDossierLine']({ ...command(), ...line, decidedOn });
    await expect(add(tomorrow)).rejects.toMatchObject(refusal('decidedOn', 'too_big'));
    const { page } = await add(today);
    const edit = { ...command(), lineId: page.dossier[0]?.id ?? '', decidedOn: tomorrow };
    await expect(clients()['clients.editDossierLine'](edit)).rejects.toMatchObject(refusal('decidedOn', 'too_big'));
  });
});
