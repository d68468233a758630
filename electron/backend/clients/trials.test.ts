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
const read = () => scene.playbook();
const undo = () => scene.undo();

const refusal = (field: string, why: string) => ({ code: 'bad_input', fields: { [field]: why } });

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
    expect((await read()).trials[0]?.tasks).toMatchObject([{ id: taskId, doneAt: scene.context.clock.now() }]);
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

test('a trial has no days that cannot be', async () => {
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
