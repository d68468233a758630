import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeAgency } from '../../../db/settings.ts';
import type { CallRequest } from '../../../shared/contract/contract.ts';
import { readBriefSource } from '../documents/brief-source.ts';
import { briefAddress, briefPage } from '../documents/brief-page.ts';
import { clientsHandlers } from '../clients.ts';
import { HandoffScene } from './testing.ts';

type Format = CallRequest<'handoff.exportBrief'>['format'];
const options = { language: 'ru', includeGoals: false } as const;
const withGoals = { ...options, includeGoals: true };

let scene: HandoffScene;
let folder: string;
let handoffId: string;
let clientId: string;
beforeEach(async () => {
  scene = new HandoffScene();
  folder = mkdtempSync(join(tmpdir(), 'rapport-brief-'));
  await scene.client('Мебель «Ольха»');
  ({ handoffId, clientId } = await scene.started());
});
afterEach(async () => {
  await scene.context.storage.remove();
  rmSync(folder, { recursive: true, force: true });
});

const clients = () => clientsHandlers(scene.context);
const addLine = (kind: 'how_it_works' | 'watch' | 'decision', text: string) =>
  clients()['clients.addDossierLine']({ commandId: v7(), clientId, kind, text });
const check = (asked: typeof withGoals | typeof options = options) =>
  scene.calls['handoff.checkBrief']({ handoffId, options: asked });
const found = async (asked?: typeof withGoals) =>
  (await check(asked)).findings.map(({ place, kind, named, excerpt }) => [place, kind, named, excerpt]);

function exportAs(format: Format = 'markdown', name = 'brief.md') {
  scene.context.desktop.answers.push(join(folder, name));
  return scene.calls['handoff.exportBrief']({ commandId: v7(), handoffId, format, options });
}

describe('the free text of a brief', () => {
  test('is looked through for money and for names of others, wherever it takes its words from', async () => {
    await addLine('how_it_works', 'Обмен сделан так же, как у Ольхи');
    await addLine('watch', 'Доработка кэша, 80 000 ₽ в месяц');
    await addLine('decision', 'Отказались от модуля за 300 000 ₽, как Ольха');
    await scene.calls['handoff.addCandidate']({
      commandId: v7(),
      handoffId,
      name: 'Депо Кода',
      fits: '',
      consider: '',
    });
    await scene.calls['handoff.addAsset']({
      commandId: v7(),
      handoffId,
      name: 'Хостинг (уже у Депо Кода)',
      whereKept: 'сейф, 500 ₽',
      heldBy: 'Ольха',
      goesTo: 'client',
    });
    await clients()['clients.addContact']({ commandId: v7(), clientId, name: 'Ольха', roleNote: 'ставка 2500 р.' });
    expect(await found()).toEqual([
      ['dossier', 'money', '', 'Доработка кэша, 80 000 ₽ в месяц'],
      ['contact', 'money', '', 'ставка 2500 р.'],
      ['contact', 'money', '', 'ставка 2500 р.'],
      ['dossier', 'other_client', 'Мебель «Ольха»', 'Обмен сделан так же, как у Ольхи'],
      ['asset', 'other_candidate', 'Депо Кода', 'Хостинг (уже у Депо Кода)'],
    ]);
  });

  test('of goals and figures is looked through when they go out', async () => {
    await clients()['clients.editGoals']({ commandId: v7(), clientId, theirGoal: 'Обогнать Ольху, бюджет 2 млн руб.' });
    await clients()['clients.addKpi']({ commandId: v7(), clientId, name: 'Выручка как у Ольхи', unit: '₽' });
    await clients()['clients.addKpi']({ commandId: v7(), clientId, name: 'Доля Ольхи', unit: '%' });
    expect(await found()).toEqual([]);
    expect((await found(withGoals)).map(([place, kind]) => [place, kind])).toEqual([
      ['goal', 'money'],
      ['goal', 'other_client'],
      ['figure', 'other_client'],
    ]);
  });

  test('may name the client itself', async () => {
    await addLine('how_it_works', 'Spindle sells cloth');
    expect(await found()).toEqual([]);
  });

  test('is no secret where the documents were told so', async () => {
    await addLine('how_it_works', 'пароль: Veretено-2026!kQ9');
    const [secret] = (await scene.calls['handoff.findSecrets']({ handoffId })).findings;
    expect(await found()).toMatchObject([['dossier', 'password', '', expect.not.stringContaining('2026!kQ9')]]);
    const fingerprint = secret?.fingerprint ?? '';
    await scene.calls['handoff.clearSecret']({ commandId: v7(), handoffId, fingerprint, reason: 'уже сменён' });
    expect(await found()).toEqual([]);
  });

  test('shows no secret beside what it warns of', async () => {
    await addLine('watch', 'платёж 500 ₽, пароль: Veretено-2026!kQ9');
    for (const [, , , excerpt] of await found()) expect(excerpt).not.toContain('2026!kQ9');
  });
});

const source = () =>
  readBriefSource(scene.context.storage.read, { handoffId, today: '2026-11-24', options: withGoals });

test('a system is with the client where somebody of theirs holds it, or it came to them', async () => {
  const person = { commandId: v7(), clientId, name: 'Ильза Шульц', roleNote: '' };
  await clients()['clients.addContact'](person);
  const hands = [
    ['бывший подрядчик', 'unknown'],
    ['фрилансер Олег', 'unknown'],
    ['Ильза Шульц', 'client'],
    ['клиент', 'client'],
    ['Spindle', 'client'],
    ['у нас', 'agency'],
    ['', 'unknown'],
  ] as const;
  for (const [heldBy] of hands) {
    const asset = { name: `У кого: ${heldBy}`, whereKept: 'сейф', heldBy, goesTo: 'client' } as const;
    await scene.calls['handoff.addAsset']({ commandId: v7(), handoffId, ...asset });
  }
  const sides = async () => new Map((await source()).systems.map(({ name, side }) => [name, side]));
  expect(await sides()).toEqual(new Map(hands.map(([who, side]) => [`У кого: ${who}`, side])));
  await scene.context.storage.write({ id: v7(), name: 'handoff.editAsset' }, async (writer) => {
    await writer.updateTable('asset').set({ state: 'transferred' }).execute();
  });
  expect(new Set((await sides()).values())).toEqual(new Set(['client']));
  await scene.context.storage.write({ id: v7(), name: 'handoff.editAsset' }, async (writer) => {
    await writer.updateTable('asset').set({ goes_to: 'successor' }).execute();
  });
  expect((await sides()).get('У кого: фрилансер Олег')).toBe('unknown');
});

test('a figure in money stays here, whether its unit says so or its name', async () => {
  for (const [name, unit] of [
    ['Выручка, ₽', ''],
    ['Оборот', 'млн₽'],
    ['Повторные заказы', '%'],
  ] as const)
    await clients()['clients.addKpi']({ commandId: v7(), clientId, name, unit });
  expect((await source()).goals?.figures.map(({ name }) => name)).toEqual(['Повторные заказы']);
});

test('what candidates would miss is said', async () => {
  expect((await check()).gaps).toEqual(['map', 'systems', 'people', 'lead', 'contact']);
  await addLine('how_it_works', 'Один сервер');
  await scene.context.storage.write({ id: v7(), name: 'settings.editAgency' }, (writer, stamp) =>
    writeAgency(writer, { name: 'Кварта', contact: 'privet@kvarta.example' }, stamp),
  );
  expect((await check()).gaps).toEqual(['systems', 'people', 'lead']);
});

describe('the export', () => {
  test('is refused until each place is mended or called harmless with a reason', async () => {
    await addLine('watch', 'Бесплатная доставка от 3000 ₽');
    await addLine('how_it_works', 'Как у Ольхи');
    await expect(exportAs()).rejects.toMatchObject({ code: 'brief_not_neutral' });
    expect(readdirSync(folder)).toEqual([]);
    const { findings } = await check();
    const fingerprint = findings.find(({ kind }) => kind === 'money')?.fingerprint ?? '';
    const clear = (reason: string) =>
      scene.calls['handoff.clearSecret']({ commandId: v7(), handoffId, fingerprint, reason });
    await expect(clear(' ')).rejects.toMatchObject({ code: 'reason_missing' });
    await clear('цена витрины, не наша');
    const lineId = findings.find(({ kind }) => kind === 'other_client')?.recordId ?? '';
    await clients()['clients.editDossierLine']({ commandId: v7(), lineId, text: 'Остатки раз в час' });
    expect(await found()).toEqual([]);
    scene.context.desktop.answers.length = 0;
    expect((await exportAs()).saved?.fileName).toBe('brief.md');
    expect(readFileSync(join(folder, 'brief.md'), 'utf8')).toContain('Остатки раз в час');
  });

  test('goes into the log, which says what has changed since, and no undo takes it out', async () => {
    await addLine('how_it_works', 'Один сервер');
    await exportAs('markdown', 'first.md');
    const page = async () => (await scene.calls['handoff.open']({ handoffId })).page;
    expect((await page()).issued).toMatchObject([{ audience: 'candidates', format: 'markdown', version: 1 }]);
    const changes = async () => (await scene.calls['handoff.issueChanges']({ handoffId })).changes[0]?.changed;
    scene.context.clock.setNow('2026-12-20T09:00:00.000Z');
    expect(await changes()).toEqual([]);
    await addLine('how_it_works', 'Два сервера');
    expect(await changes()).toEqual(['knowledge']);
    await scene.context.storage.undo(v7());
    await scene.context.storage.undo(v7());
    expect((await page()).issued).toHaveLength(1);
  });

  test('gives the same bytes for the same data, in every format', async () => {
    await addLine('how_it_works', 'Один сервер');
    for (const [format, extension] of [
      ['docx', 'docx'],
      ['markdown', 'md'],
      ['html', 'html'],
    ] as const) {
      await exportAs(format, `one.${extension}`);
      await exportAs(format, `two.${extension}`);
      const [one, two] = ['one', 'two'].map((name) => readFileSync(join(folder, `${name}.${extension}`)));
      expect(one?.equals(two ?? Buffer.from(''))).toBe(true);
    }
  });

  test('prints the page that the preview shows', async () => {
    await addLine('how_it_works', 'Один сервер');
    const html = await briefPage(scene.context, new URL(briefAddress(handoffId, options), 'app://rapport/'));
    expect(html).toContain('<html lang="ru">');
    expect(html).toContain('Один сервер');
    expect(html).not.toContain('style="');
    expect(html).not.toContain('<script');
    for (const address of [
      `document/${handoffId}/brief`,
      `document/${v7()}/brief?language=ru&goals=0`,
      `document/${handoffId}/brief?language=de&goals=0`,
    ])
      expect(await briefPage(scene.context, new URL(address, 'app://rapport/'))).toBeNull();
  });
});
