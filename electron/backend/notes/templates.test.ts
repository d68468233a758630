import { v4, v5 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { agencyId } from '../../../db/settings.ts';
import { noteTemplates } from '../../../shared/content/note-templates.ts';
import { type TestContext, testContext } from '../testing.ts';
import { templateHandlers } from './templates.ts';

let context: TestContext;
beforeEach(() => {
  context = testContext();
});
afterEach(() => context.storage.remove());

const calls = () => templateHandlers(context);
const read = () => calls()['notes.templates']({});
const named = async (title: string) => (await read()).templates.find(({ title: each }) => each.en === title);
const briefId = v5('note template brief', agencyId);
const command = () => ({ commandId: v4() });
const undo = () => context.storage.undo(v4());
const redo = () => context.storage.redo(v4());

describe('templates that ship', () => {
  test('are there before anybody has changed one, and no row is', async () => {
    const { templates, removed } = await read();
    expect(templates.map(({ code, kind, title, text }) => ({ code, kind, title, text }))).toEqual(noteTemplates);
    expect(templates.every(({ isChanged }) => !isChanged)).toBe(true);
    expect(removed).toEqual([]);
    expect(await context.storage.read.selectFrom('note_template').selectAll().execute()).toEqual([]);
  });

  test('keep the other language as it ships when one is changed, under the same id on every computer', async () => {
    await calls()['notes.editTemplate']({ ...command(), templateId: briefId, text: { ru: '# Мой бриф' } });
    const [row] = await context.storage.read.selectFrom('note_template').selectAll().execute();
    expect(row).toMatchObject({ id: briefId, code: 'brief', text_ru: '# Мой бриф', text_en: null, title_ru: null });
    expect(await named('Brief')).toMatchObject({ isChanged: true, text: { ru: '# Мой бриф' } });
    await undo();
    expect(await named('Brief')).toMatchObject({ isChanged: false });
    await redo();
    expect(await named('Brief')).toMatchObject({ text: { ru: '# Мой бриф' } });
  });

  test('begin anew after the first change was undone', async () => {
    await calls()['notes.editTemplate']({ ...command(), templateId: briefId, title: { en: 'First talk' } });
    await undo();
    await calls()['notes.editTemplate']({ ...command(), templateId: briefId, kind: 'call' });
    expect(await named('Brief')).toMatchObject({ kind: 'call', isChanged: true });
  });

  test('are not changed any more when they say again what ships', async () => {
    const edit = (en: string) => calls()['notes.editTemplate']({ ...command(), templateId: briefId, title: { en } });
    await edit('First talk');
    await edit('Brief');
    expect(await named('Brief')).toMatchObject({ isChanged: false });
  });

  test('come back to the original in one command', async () => {
    const change = { kind: 'chat', title: { en: 'Mine', ru: 'Моё' }, text: { en: 'x', ru: 'y' } } as const;
    await calls()['notes.editTemplate']({ ...command(), templateId: briefId, ...change });
    await calls()['notes.resetTemplate']({ ...command(), templateId: briefId });
    expect(await named('Brief')).toMatchObject({ kind: 'meeting', isChanged: false });
    await undo();
    expect(await named('Mine')).toMatchObject({ kind: 'chat', text: { en: 'x', ru: 'y' } });
  });

  test('are offered no more when they are removed, and come back as they were', async () => {
    await calls()['notes.editTemplate']({ ...command(), templateId: briefId, title: { en: 'First talk' } });
    await calls()['notes.removeTemplate']({ ...command(), templateId: briefId });
    expect(await named('First talk')).toBeUndefined();
    expect((await read()).removed).toMatchObject([{ id: briefId, title: { en: 'First talk' } }]);
    const again = calls()['notes.removeTemplate']({ ...command(), templateId: briefId });
    await expect(again).rejects.toMatchObject({ code: 'not_found' });
    await calls()['notes.returnTemplate']({ ...command(), templateId: briefId });
    expect(await named('First talk')).toMatchObject({ id: briefId });
    await undo();
    expect((await read()).removed).toHaveLength(1);
  });
});

describe('a template of one’s own', () => {
  const add = (title: string) => calls()['notes.addTemplate']({ ...command(), kind: 'letter', language: 'ru', title });
  const own = async () => (await read()).templates.filter(({ code }) => code === '');

  test('stands behind those that ship, in the order they were made', async () => {
    await add('Письмо после встречи');
    await add('Сверка');
    expect((await own()).map(({ title, kind }) => [title, kind])).toEqual([
      [{ en: '', ru: 'Письмо после встречи' }, 'letter'],
      [{ en: '', ru: 'Сверка' }, 'letter'],
    ]);
    expect((await read()).templates.at(-1)?.title.ru).toBe('Сверка');
  });

  test('is changed, removed and brought back by undo, each as one command', async () => {
    await add('Сверка');
    const templateId = (await own())[0]?.id ?? '';
    await calls()['notes.editTemplate']({ ...command(), templateId, text: { en: 'Check', ru: 'Сверка\n[ ] Счёт' } });
    expect(await own()).toMatchObject([{ text: { en: 'Check', ru: 'Сверка\n[ ] Счёт' }, isChanged: false }]);
    await calls()['notes.removeTemplate']({ ...command(), templateId });
    expect(await own()).toEqual([]);
    await undo();
    await undo();
    expect(await own()).toMatchObject([{ text: { en: '', ru: '' } }]);
    await undo();
    expect(await own()).toEqual([]);
  });

  test('needs a name, and has no original', async () => {
    await add('Сверка');
    const templateId = (await own())[0]?.id ?? '';
    const nameless = calls()['notes.editTemplate']({ ...command(), templateId, title: { ru: '' } });
    await expect(nameless).rejects.toMatchObject({ code: 'bad_input' });
    const reset = calls()['notes.resetTemplate']({ ...command(), templateId });
    await expect(reset).rejects.toMatchObject({ code: 'not_found' });
    const stranger = calls()['notes.editTemplate']({ ...command(), templateId: v4(), title: { ru: 'Х' } });
    await expect(stranger).rejects.toMatchObject({ code: 'not_found' });
  });
});
