import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { openScene, type Scene } from './testing.ts';

const today = '2026-11-23';

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

test('a request has no days that cannot be', async () => {
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
