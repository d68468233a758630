import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dataDigestOf, digestOf } from '../../../db/digest.ts';
import { addPartner } from '../../../db/settings.ts';
import { successorModes } from '../../../shared/contract/handoff.ts';
import { drillAddress, drillPage } from '../documents/drill-page.ts';
import { clientsHandlers } from '../clients.ts';
import { drillHandlers } from './fire-drill.ts';
import { HandoffScene } from './testing.ts';

let scene: HandoffScene;
let clientId: string;
beforeEach(async () => {
  scene = new HandoffScene();
  clientId = await scene.client();
  await clients()['clients.addAsset']({ commandId: v7(), clientId, name: 'Хостинг', owner: 'мы' });
  await clients()['clients.addAsset']({
    commandId: v7(),
    clientId,
    name: 'Домен',
    owner: 'клиент',
    whereKept: 'сейф',
    renewalOn: '2027-03-12',
  });
  await clients()['clients.addDossierLine']({
    commandId: v7(),
    clientId,
    kind: 'decision',
    text: 'Без второго склада',
  });
});
afterEach(() => scene.context.storage.remove());

const clients = () => clientsHandlers(scene.context);
const drill = (successor: (typeof successorModes)[number] = 'contractor', templateId?: string) =>
  scene.calls['handoff.fireDrill']({ clientId, successor, ...(templateId !== undefined && { templateId }) });
const templates = async () => (await scene.calls['handoff.templates']({})).templates;

describe('the plan of a drill', () => {
  test.each(successorModes)('is the one that a start with %s makes on the same day', async (successor) => {
    const [shipped] = await templates();
    const templateId = shipped?.id ?? '';
    await scene.calls['handoff.removeTemplateItem']({ commandId: v7(), templateId, code: 'J1' });
    const { steps, endOn } = await drill(successor);
    const { met } = await scene.calls['handoff.startFacts']({ clientId });
    const conditions = met.map(({ condition }) => condition);
    const extended = (await templates())[0]?.items.flatMap(({ code, condition }) =>
      condition !== null && conditions.includes(condition) ? [code] : [],
    );
    expect(extended).toEqual(expect.arrayContaining(['B4', 'D2', 'E5', 'G2']));
    const { handoffId } = await scene.end(clientId, {
      startOn: '2026-11-23',
      successor,
      templateId,
      extended: extended ?? [],
    });
    const { page } = await scene.calls['handoff.open']({ handoffId: handoffId ?? '' });
    const facts = ({ title, side, dueOn }: { readonly title: string; readonly side: string; readonly dueOn: string }) =>
      `${dueOn} ${side} ${title}`;
    expect(steps.map((step) => facts({ ...step, title: step.title.en })).toSorted()).toEqual(
      page.items.map(facts).toSorted(),
    );
    expect(endOn).toBe(page.endOn);
  });

  test('follows the template that is chosen', async () => {
    const [shipped] = await templates();
    const { templateId } = await scene.calls['handoff.copyTemplate']({
      commandId: v7(),
      templateId: shipped?.id ?? '',
      name: 'Короткий',
    });
    await scene.calls['handoff.addTemplateItem']({
      commandId: v7(),
      templateId,
      language: 'ru',
      title: 'Вернуть пропуск',
      day: 20,
      side: 'client',
    });
    const own = (await drill('contractor', templateId)).steps.find(({ title }) => title.ru === 'Вернуть пропуск');
    expect(own?.side).toBe('client');
    expect((await drill()).steps.some(({ title }) => title.ru === 'Вернуть пропуск')).toBe(false);
  });

  test('says what each step lacks, and how many lack nothing', async () => {
    const before = await drill();
    const transfer = before.steps.find(({ title }) => title.ru.endsWith('Хостинг'));
    expect(transfer?.lacks).toEqual([
      { check: 'lead', accounts: [] },
      { check: 'kept', accounts: ['Хостинг'] },
    ]);
    expect(before.ready).toBeLessThan(before.steps.length);
    await scene.context.storage.write({ id: v7(), name: 'settings.addPartner' }, async (writer, stamp) => {
      const partnerId = await addPartner(writer, 'Ника', stamp);
      await writer.updateTable('client').set({ partner_id: partnerId }).execute();
    });
    const after = await drill();
    expect(after.ready).toBeGreaterThan(before.ready);
    expect(after.steps.flatMap(({ lacks }) => lacks).some(({ check }) => check === 'lead')).toBe(false);
  });
});

describe('a drill writes nothing to the file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapport-drill-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('looked at in every way it leaves every table as it was', async () => {
    const { file } = scene.context.storage;
    const before = digestOf(file).sha256;
    for (const successor of successorModes) await drill(successor);
    await drillPage(
      scene.context,
      new URL(drillAddress({ clientId, successor: 'contractor', language: 'ru' }), 'app://rapport/'),
    );
    expect(digestOf(file).sha256).toBe(before);
    // Control: a start of the month is seen.
    await scene.end(clientId);
    expect(digestOf(file).sha256).not.toBe(before);
  });

  test('saved to print, it leaves all that partners write and undo as it was', async () => {
    const { file } = scene.context.storage;
    const before = dataDigestOf(file);
    scene.context.desktop.answers.push(join(folder, 'Учебная тревога.pdf'));
    const { saved } = await scene.calls['handoff.exportDrill']({ clientId, successor: 'contractor', language: 'ru' });
    expect(saved?.fileName).toBe('Учебная тревога.pdf');
    expect(existsSync(join(folder, 'Учебная тревога.pdf'))).toBe(true);
    expect(dataDigestOf(file)).toBe(before);
    expect(await scene.calls['handoff.revealDrill']({ clientId })).toEqual({ shown: true });
  });

  const save = (templateId?: string) =>
    scene.calls['handoff.exportDrill']({
      clientId,
      successor: 'contractor',
      language: 'ru',
      ...(templateId !== undefined && { templateId }),
    });

  test('is not printed while a name in it looks like a secret, and says which', async () => {
    await clients()['clients.addAsset']({
      commandId: v7(),
      clientId,
      name: 'Почта, пароль: Veretено-2026!kQ9',
      owner: 'мы',
    });
    await expect(save()).rejects.toMatchObject({
      code: 'secret_found',
      fields: { account: expect.not.stringContaining('2026!kQ9') },
    });
  });

  test('is not printed while a title of one language only looks like a secret', async () => {
    const [shipped] = await templates();
    const copied = { commandId: v7(), templateId: shipped?.id ?? '', name: 'Short' };
    const { templateId } = await scene.calls['handoff.copyTemplate'](copied);
    await scene.calls['handoff.addTemplateItem']({
      commandId: v7(),
      templateId,
      language: 'en',
      title: 'Return the pass, password: Tr0ub4dor&3x',
      day: 20,
      side: 'client',
    });
    await expect(save(templateId)).rejects.toMatchObject({
      code: 'secret_found',
      fields: { template: expect.stringContaining('Return the pass') },
    });
  });

  test('what is typed while it is printed is searched, and printed, once more', async () => {
    const printed: string[] = [];
    const printingWith = (typed: () => Promise<unknown>) => {
      const printPdf = async (address: string) => {
        printed.push(address);
        if (printed.length === 1) await typed();
        return Buffer.from(`paper ${printed.length}`);
      };
      const desktop = { ...scene.context.desktop, printPdf };
      return drillHandlers({ ...scene.context, desktop })['handoff.exportDrill']({
        clientId,
        successor: 'contractor',
        language: 'ru',
      });
    };
    const file = join(folder, 'a.pdf');
    const add = (name: string) => () => clients()['clients.addAsset']({ commandId: v7(), clientId, name, owner: 'мы' });
    scene.context.desktop.answers.push(file);
    await printingWith(add('Почта'));
    expect(printed).toHaveLength(2);
    printed.length = 0;
    rmSync(file);
    scene.context.desktop.answers.push(file);
    await expect(printingWith(add('пароль: Veretено-2026!kQ9'))).rejects.toMatchObject({ code: 'secret_found' });
    expect(existsSync(file)).toBe(false);
  });
});

test('the paper has a box for each step and says what it lacks', async () => {
  const address = drillAddress({ clientId, successor: 'contractor', language: 'ru' });
  const html = await drillPage(scene.context, new URL(address, 'app://rapport/'));
  const { steps } = await drill();
  expect(html?.match(/role="img"/g)).toHaveLength(steps.length);
  expect(html).toContain('Не хватает: Не сказано, где лежит: Хостинг');
  expect(html).not.toContain('<script');
  const other = drillAddress({ clientId: v7(), successor: 'contractor', language: 'ru' });
  expect(await drillPage(scene.context, new URL(other, 'app://rapport/'))).toBeNull();
});

test('where a month runs, or the client has ended, there is none', async () => {
  await scene.end(clientId);
  await expect(drill()).rejects.toMatchObject({ code: 'handoff_running' });
  const gone = await scene.client('Flax');
  await scene.end(gone, { choice: 'without' });
  await expect(scene.calls['handoff.fireDrill']({ clientId: gone, successor: 'freeze' })).rejects.toMatchObject({
    code: 'client_ended',
  });
});
