import { v5, v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { shippedTemplateId } from '../../../db/handoff-templates.ts';
import { contract } from '../../../shared/contract/contract.ts';
import { offeredItems } from '../../../shared/handoff/plan.ts';
import { clientsHandlers } from '../clients.ts';
import { searchHandlers } from '../search.ts';
import { HandoffScene } from './testing.ts';

let scene: HandoffScene;
beforeEach(() => {
  scene = new HandoffScene();
});
afterEach(() => scene.context.storage.remove());

const command = () => ({ commandId: v7() });
const templates = async () => (await scene.calls['handoff.templates']({})).templates;
const first = async (templateId: string = shippedTemplateId) => {
  const found = (await templates()).find(({ id }) => id === templateId);
  if (found === undefined) throw new Error('no such template');
  return found;
};
const itemOf = async (code: string, templateId: string = shippedTemplateId) =>
  (await first(templateId)).items.find((item) => item.code === code);
const copy = async (name = 'Ours') =>
  (await scene.calls['handoff.copyTemplate']({ ...command(), templateId: shippedTemplateId, name })).templateId;
const undo = () => scene.context.storage.undo(v7());

describe('templates of handoffs', () => {
  test('are the one that ships, without a row, until a partner changes something', async () => {
    const all = await templates();
    expect(contract['handoff.templates'].output.parse({ templates: all }).templates).toEqual(all);
    expect(all).toMatchObject([{ id: shippedTemplateId, isOwn: false, isChanged: false, removed: [] }]);
    expect(all[0]?.items).toHaveLength(40 + offeredItems().length);
    const rows = await scene.context.storage.read.selectFrom('handoff_template_item').selectAll().execute();
    expect(rows).toEqual([]);
  });

  test('hold what was changed, in one language too, and forget what is as it shipped', async () => {
    const ours = { templateId: shippedTemplateId, code: 'A3' };
    const shipped = await itemOf('A3');
    await scene.calls['handoff.editTemplateItem']({ ...command(), ...ours, title: { ru: 'Кто принимает' }, day: 5 });
    expect(await itemOf('A3')).toMatchObject({
      title: { en: shipped?.title.en, ru: 'Кто принимает' },
      day: 5,
      hasOwnTitle: true,
      isChanged: true,
    });
    await scene.calls['handoff.editTemplateItem']({ ...command(), ...ours, title: { ru: shipped?.title.ru }, day: 2 });
    expect(await itemOf('A3')).toEqual(shipped);
    await scene.calls['handoff.editTemplateItem']({ ...command(), ...ours, title: { en: 'Who accepts' } });
    await scene.calls['handoff.editTemplateItem']({ ...command(), ...ours, title: { en: '' } });
    expect(await itemOf('A3'), 'emptied').toEqual(shipped);
    expect(await first(), 'nothing is left of it').toMatchObject({ isChanged: false });
  });

  test('are unchanged once a removed item is back, and one of one’s own for which others waited is gone', async () => {
    const templateId = shippedTemplateId;
    await scene.calls['handoff.removeTemplateItem']({ ...command(), templateId, code: 'D3' });
    expect(await first()).toMatchObject({ isChanged: true });
    await scene.calls['handoff.returnTemplateItem']({ ...command(), templateId, code: 'D3' });
    const { name } = await first();
    await scene.calls['handoff.nameTemplate']({ ...command(), templateId, name: 'Ours' });
    expect(await first()).toMatchObject({ isChanged: true, name: { ru: 'Ours' } });
    await scene.calls['handoff.nameTemplate']({ ...command(), templateId, name: name.en });
    expect((await first()).name).toEqual(name);
    const added = { templateId, language: 'en', title: 'Badge', day: 29, side: 'client' } as const;
    await scene.calls['handoff.addTemplateItem']({ ...command(), ...added });
    const code = (await first()).items.at(-1)?.code ?? '';
    await scene.calls['handoff.editTemplateItem']({ ...command(), templateId, code: 'K3', after: ['K1', 'K2', code] });
    await scene.calls['handoff.removeTemplateItem']({ ...command(), templateId, code });
    expect(await first()).toMatchObject({ isChanged: false });
    expect(await itemOf('K3')).toMatchObject({ isChanged: false });
  });

  test('is undone by itself', async () => {
    const before = await first();
    const ours = { templateId: shippedTemplateId, code: 'D3' };
    await scene.calls['handoff.editTemplateItem']({ ...command(), ...ours, condition: 'hosting', isMandatory: false });
    expect(await itemOf('D3')).toMatchObject({ condition: 'hosting', isMandatory: false });
    await scene.calls['handoff.removeTemplateItem']({ ...command(), ...ours });
    expect(await itemOf('D3')).toBeUndefined();
    expect((await first()).removed.map(({ code }) => code)).toEqual(['D3']);
    await undo();
    await undo();
    expect(await first()).toEqual(before);
  });

  test('a removed item comes back as it was changed, and again as it shipped', async () => {
    const shipped = await itemOf('D3');
    const ours = { templateId: shippedTemplateId, code: 'D3' };
    await scene.calls['handoff.editTemplateItem']({ ...command(), ...ours, day: 12 });
    await scene.calls['handoff.removeTemplateItem']({ ...command(), ...ours });
    expect((await itemOf('E4'))?.after, 'waits for nothing that is gone').toEqual([]);
    await scene.calls['handoff.returnTemplateItem']({ ...command(), ...ours });
    expect(await itemOf('D3')).toMatchObject({ day: 12 });
    expect((await itemOf('E4'))?.after).toEqual(['D3']);
    await scene.calls['handoff.resetTemplateItem']({ ...command(), ...ours });
    expect(await itemOf('D3')).toEqual(shipped);
  });

  test('an item of one’s own waits for others, others wait for it, and never for itself', async () => {
    const templateId = shippedTemplateId;
    const added = { templateId, language: 'ru', title: 'Вернуть пропуск', day: 29, side: 'client' } as const;
    await scene.calls['handoff.addTemplateItem']({ ...command(), ...added });
    const own = (await first()).items.find(({ isOwn }) => isOwn);
    const code = own?.code ?? '';
    expect(own).toMatchObject({ title: { en: '', ru: 'Вернуть пропуск' }, day: 29, side: 'client', condition: null });
    await scene.calls['handoff.editTemplateItem']({ ...command(), templateId, code, after: ['K1'] });
    await scene.calls['handoff.editTemplateItem']({ ...command(), templateId, code: 'K3', after: ['K1', code] });
    expect(await itemOf(code)).toMatchObject({ after: ['K1'] });
    expect(await itemOf('K3')).toMatchObject({ after: ['K1', code], isChanged: true });
    const circle = { ...command(), templateId, code: 'K1', after: ['I4', 'F3', 'K3'] };
    await expect(scene.calls['handoff.editTemplateItem'](circle)).rejects.toMatchObject({ code: 'bad_input' });
    await scene.calls['handoff.removeTemplateItem']({ ...command(), templateId, code });
    expect(await itemOf('K3')).toMatchObject({ after: ['K1'] });
    const gone = { ...command(), templateId, code, day: 3 };
    await expect(scene.calls['handoff.editTemplateItem'](gone)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('nothing that comes back closes a circle', async () => {
    const of = (code: string) => ({ ...command(), templateId: shippedTemplateId, code });
    const after = async (code: string) => (await itemOf(code))?.after;
    await scene.calls['handoff.editTemplateItem']({ ...of('C2'), after: [] });
    await scene.calls['handoff.editTemplateItem']({ ...of('C1'), after: ['C2'] });
    await scene.calls['handoff.resetTemplateItem'](of('C2'));
    expect([await after('C1'), await after('C2')]).toEqual([['C2'], []]);

    await scene.calls['handoff.editTemplateItem']({ ...of('B3'), after: ['B2'] });
    expect([await after('B2'), await after('B3')]).toEqual([['B1'], ['B2']]);
    await scene.calls['handoff.removeTemplateItem'](of('B2'));
    await scene.calls['handoff.editTemplateItem']({ ...of('B1'), after: ['B3'] });
    await scene.calls['handoff.returnTemplateItem'](of('B2'));
    expect([await after('B1'), await after('B2'), await after('B3')]).toEqual([['B3'], [], ['B2']]);
    await undo();
    expect(await after('B2')).toBeUndefined();
  });

  test('an item without a title in any language is refused', async () => {
    const templateId = shippedTemplateId;
    const added = { templateId, language: 'en', title: 'Badge', day: 1, side: 'client' } as const;
    await scene.calls['handoff.addTemplateItem']({ ...command(), ...added });
    const code = (await first()).items.at(-1)?.code ?? '';
    const bare = { ...command(), templateId, code, title: { en: '' } };
    await expect(scene.calls['handoff.editTemplateItem'](bare)).rejects.toMatchObject({ code: 'bad_input' });
  });
});

describe('a copy', () => {
  test('says what the other one says and goes its own way', async () => {
    const templateId = shippedTemplateId;
    await scene.calls['handoff.editTemplateItem']({ ...command(), templateId, code: 'A3', day: 5 });
    const added = { templateId, language: 'en', title: 'Badge', day: 29, side: 'client' } as const;
    await scene.calls['handoff.addTemplateItem']({ ...command(), ...added });
    const own = (await first()).items.at(-1)?.code ?? '';
    await scene.calls['handoff.editTemplateItem']({ ...command(), templateId, code: 'K3', after: ['K1', 'K2', own] });
    const copyId = await copy();
    const copied = await first(copyId);
    expect(copied).toMatchObject({ name: { en: 'Ours', ru: 'Ours' }, isOwn: true });
    const copiedOwn = copied.items.at(-1)?.code ?? '';
    expect(copiedOwn).not.toBe(own);
    expect(await itemOf('K3', copyId)).toMatchObject({ after: ['K1', 'K2', copiedOwn] });
    await scene.calls['handoff.resetTemplate']({ ...command(), templateId });
    expect(await first()).toMatchObject({ isChanged: false });
    expect(await first(copyId)).toEqual(copied);
    await scene.calls['handoff.resetTemplate']({ ...command(), templateId: copyId });
    expect((await first(copyId)).items).toEqual((await first()).items);
    expect(await first(copyId)).toMatchObject({ isChanged: false, name: { en: 'Ours' } });
    await undo();
    expect(await first(copyId)).toEqual(copied);
  });

  test('is named and removed, and the one that ships stays', async () => {
    const copyId = await copy();
    await scene.calls['handoff.nameTemplate']({ ...command(), templateId: copyId, name: 'Короткая' });
    expect((await first(copyId)).name.ru).toBe('Короткая');
    await scene.calls['handoff.removeTemplate']({ ...command(), templateId: copyId });
    expect(await templates()).toHaveLength(1);
    const start = scene.started({ templateId: copyId });
    await expect(start).rejects.toMatchObject({ code: 'not_found' });
    const shipped = scene.calls['handoff.removeTemplate']({ ...command(), templateId: shippedTemplateId });
    await expect(shipped).rejects.toMatchObject({ code: 'bad_input' });
  });

  test('repeated with the same command is one template', async () => {
    const request = { ...command(), templateId: shippedTemplateId, name: 'Ours' };
    const one = await scene.calls['handoff.copyTemplate'](request);
    expect(await scene.calls['handoff.copyTemplate'](request)).toEqual(one);
    expect(await templates()).toHaveLength(2);
  });
});

describe('a plan from a template of one’s own', () => {
  test('has its words, days and sides, in both languages, and keeps them when the template changes', async () => {
    const templateId = await copy();
    const A3 = { templateId, code: 'A3' };
    await scene.calls['handoff.editTemplateItem']({
      ...command(),
      ...A3,
      title: { en: 'Who accepts', ru: 'Кто принимает' },
      evidence: { en: 'a name' },
      day: 7,
      side: 'agency',
      isMandatory: false,
    });
    await scene.calls['handoff.removeTemplateItem']({ ...command(), templateId, code: 'A5' });
    const added = { templateId, language: 'ru', title: 'Вернуть пропуск', day: 29, side: 'client' } as const;
    await scene.calls['handoff.addTemplateItem']({ ...command(), ...added });
    const { handoffId, page } = await scene.started({ templateId });
    const changed = {
      code: 'A3',
      title: 'Who accepts',
      evidenceHint: 'a name',
      dueOn: '2026-11-16',
      side: 'agency',
      isMandatory: false,
    };
    expect(page.items.find(({ code }) => code === 'A3')).toMatchObject(changed);
    expect(page.items.map(({ code }) => code)).not.toContain('A5');
    expect(page.items.find(({ title }) => title === 'Вернуть пропуск')).toMatchObject({ dueOn: '2026-12-08' });
    await scene.calls['handoff.editTemplateItem']({ ...command(), ...A3, title: { en: 'Somebody else' }, day: 20 });
    await scene.calls['handoff.resetTemplate']({ ...command(), templateId });
    expect((await scene.calls['handoff.open']({ handoffId })).page).toEqual(page);
    scene.language = 'ru';
    const { page: russian } = await scene.calls['handoff.open']({ handoffId });
    expect(russian.items.find(({ code }) => code === 'A3')?.title).toBe('Кто принимает');
  });

  test('says nothing in a language in which a hint was emptied, and goes by who takes over in the other', async () => {
    const templateId = await copy();
    const edit = (code: string, change: object) =>
      scene.calls['handoff.editTemplateItem']({ ...command(), templateId, code, ...change });
    await edit('A3', { evidence: { en: '' } });
    await edit('D8', { title: { ru: 'Чужие руки' } });
    const { handoffId, page } = await scene.started({ templateId, successor: 'in_house' });
    expect(page.items.find(({ code }) => code === 'A3')?.evidenceHint).toBe('');
    const ships = await scene.started({ successor: 'in_house' });
    const D8 = ({ items }: typeof page) => items.find(({ code }) => code === 'D8')?.title;
    expect(D8(page)).toBe(D8(ships.page));
    expect((await itemOf('D8', templateId))?.titleWithoutContractor?.en).toBe(D8(ships.page));
    scene.language = 'ru';
    expect(D8((await scene.calls['handoff.open']({ handoffId })).page)).toBe('Чужие руки');
  });

  test('is found by the words of the template in either language', async () => {
    const templateId = await copy();
    const title = { en: 'Who accepts', ru: 'Кто принимает' };
    await scene.calls['handoff.editTemplateItem']({ ...command(), templateId, code: 'A3', title });
    const { handoffId } = await scene.started({ templateId });
    for (const text of ['accepts', 'принимает']) {
      const found = await searchHandlers(scene.context)['search.find']({ text, limit: 10 });
      expect(JSON.stringify(found)).toContain(handoffId);
    }
  });

  test('goes back to the words of the template after a title of one’s own', async () => {
    const templateId = await copy();
    const title = { en: 'Who accepts', ru: 'Кто принимает' };
    await scene.calls['handoff.editTemplateItem']({ ...command(), templateId, code: 'A3', title });
    const { handoffId, page } = await scene.started({ templateId });
    const itemId = page.items.find(({ code }) => code === 'A3')?.id ?? '';
    await scene.calls['handoff.editItem']({ ...command(), itemId, title: 'Mine' });
    await scene.calls['handoff.editItem']({ ...command(), itemId, title: title.en });
    scene.language = 'ru';
    const { page: russian } = await scene.calls['handoff.open']({ handoffId });
    expect(russian.items.find(({ id }) => id === itemId)?.title).toBe(title.ru);
  });
});

describe('starting a handoff', () => {
  async function register(clientId: string) {
    const calls = clientsHandlers(scene.context);
    const asset = (name: string, fields: object) =>
      calls['clients.addAsset']({ ...command(), clientId, name, ...fields });
    await asset('Хостинг «Каскад»', { owner: 'мы', renewalOn: '2027-02-01' });
    await asset('Домен', { owner: 'клиент', admin: 'our Vera' });
    await asset('Касса', { owner: 'клиент' });
  }

  test('knows what the register says, and which accounts are ours', async () => {
    const clientId = await scene.client();
    await register(clientId);
    const facts = await scene.calls['handoff.startFacts']({ clientId });
    expect(facts.met).toEqual([
      { condition: 'domain', because: ['Домен'] },
      { condition: 'hosting', because: ['Хостинг «Каскад»'] },
      { condition: 'payments', because: ['Касса'] },
      { condition: 'renewals', because: ['Хостинг «Каскад»'] },
      { condition: 'contract', because: [] },
    ]);
    expect(facts.accounts.map(({ name }) => name)).toEqual(['Хостинг «Каскад»', 'Домен']);
  });

  test('shows before what is made, also of accesses that an earlier handoff had moved', async () => {
    const clientId = await scene.client();
    await register(clientId);
    const first = await scene.end(clientId);
    const open = async (handoffId: string | null) =>
      (await scene.calls['handoff.open']({ handoffId: handoffId ?? '' })).page;
    for (const { id } of (await open(first.handoffId)).assets)
      await scene.calls['handoff.editAsset']({
        ...command(),
        handoffId: first.handoffId ?? '',
        assetId: id,
        state: 'verified',
        stateOn: '2026-11-20',
      });
    await scene.calls['handoff.close']({ ...command(), handoffId: first.handoffId ?? '' });
    await scene.calls['handoff.comeBack']({ ...command(), clientId });
    const { accounts } = await scene.calls['handoff.startFacts']({ clientId });
    const second = await open((await scene.end(clientId)).handoffId);
    const moving = second.items.flatMap(({ assetId }) => (assetId === null ? [] : [assetId]));
    expect(accounts.map(({ id }) => id)).toEqual(moving);
    expect(moving).toHaveLength(2);
  });

  test('gives every account in our name an item of its own, which follows the name of the access', async () => {
    const clientId = await scene.client();
    await register(clientId);
    const { handoffId } = await scene.end(clientId);
    const open = async () => (await scene.calls['handoff.open']({ handoffId: handoffId ?? '' })).page;
    const { items, assets } = await open();
    const marking = items.find(({ code }) => code === 'B3');
    const moving = items.filter(({ code }) => code === '');
    const itemId = moving[0]?.id ?? '';
    for (const assetId of [null, assets[1]?.id ?? ''])
      await expect(scene.calls['handoff.editItem']({ ...command(), itemId, assetId })).rejects.toMatchObject({
        code: 'bad_input',
      });
    expect(moving.map(({ title }) => title)).toEqual([
      'Move the account out of our name: Хостинг «Каскад»',
      'Move the account out of our name: Домен',
    ]);
    for (const item of moving)
      expect(item).toMatchObject({ dueOn: marking?.dueOn, after: [marking?.id], isMandatory: true, section: 'D' });
    await clientsHandlers(scene.context)['clients.editAsset']({
      ...command(),
      assetId: assets[0]?.id ?? '',
      name: 'Сервер',
    });
    expect((await open()).items.filter(({ code }) => code === '')[0]?.title).toContain('Сервер');
  });

  test('is found by the accounts that it moves, as they are called today', async () => {
    const clientId = await scene.client();
    await register(clientId);
    const { handoffId } = await scene.end(clientId);
    const finds = async (text: string) =>
      JSON.stringify(await searchHandlers(scene.context)['search.find']({ text, limit: 10 })).includes(handoffId ?? '');
    const { assets } = (await scene.calls['handoff.open']({ handoffId: handoffId ?? '' })).page;
    expect([await finds('переоформить'), await finds('Каскад'), await finds('Сервер')]).toEqual([true, true, false]);
    const assetId = assets.find(({ name }) => name.includes('Каскад'))?.id ?? '';
    await clientsHandlers(scene.context)['clients.editAsset']({ ...command(), assetId, name: 'Сервер' });
    expect([await finds('Каскад'), await finds('Сервер')]).toEqual([false, true]);
  });

  test('without a word of the template makes the plan of the one that ships, as it was changed', async () => {
    const shipped = { ...command(), templateId: shippedTemplateId, code: 'A3' };
    await scene.calls['handoff.editTemplateItem']({ ...shipped, title: { en: 'Who accepts' } });
    const { page } = await scene.started();
    expect(page.items.find(({ code }) => code === 'A3')?.title).toBe('Who accepts');
  });

  test('undone and done again, or done on another computer, makes the same rows', async () => {
    const clientId = await scene.client();
    await register(clientId);
    const { handoffId } = await scene.end(clientId, { extended: ['B4', 'D2'] });
    const open = async () => (await scene.calls['handoff.open']({ handoffId: handoffId ?? '' })).page;
    const itemId = (await open()).items[0]?.id ?? '';
    const page = await open();
    // Nothing but the client, the template and the register goes into the ids.
    expect(handoffId).toBe(v5('handoff 1', clientId));
    const idsOf = new Set(page.items.map(({ id }) => id));
    for (const name of ['A1', 'D2', ...page.assets.slice(0, 2).map(({ id }) => id)])
      expect(idsOf.has(v5(name, handoffId ?? '')), name).toBe(true);
    await scene.calls['handoff.editItem']({ ...command(), itemId, evidence: 'said', state: 'done' });
    await undo();
    await undo();
    const again = await scene.end(clientId, { extended: ['B4'] });
    expect(again.handoffId).toBe(handoffId);
    // Their places divide the list evenly, so they depend on how many there are.
    const unplaced = (items: typeof page.items) => items.map(({ place: _place, ...item }) => item);
    expect(unplaced((await open()).items)).toEqual(unplaced(page.items.filter(({ code }) => code !== 'D2')));
    await undo();
    await scene.end(clientId, { extended: ['B4', 'D2'] });
    expect((await open()).items).toEqual(page.items);
    await undo();
    expect((await scene.calls['handoff.list']({})).handoffs).toEqual([]);
  });

  test('after one that was cancelled makes another one', async () => {
    const clientId = await scene.client();
    const one = await scene.end(clientId);
    await scene.calls['handoff.cancel']({ ...command(), handoffId: one.handoffId ?? '', reason: 'They stay' });
    const two = await scene.end(clientId);
    expect(two.handoffId).not.toBe(one.handoffId);
    expect((await scene.calls['handoff.list']({})).handoffs.map(({ state }) => state)).toEqual([
      'running',
      'cancelled',
    ]);
  });
});
