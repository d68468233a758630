import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { v4 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contract } from '../../shared/contract/contract.ts';
import { type DataFile, openDataFile, type Which } from './data-file.ts';
import { safetyHandlers, refusedFileHandlers } from './safety.ts';
import { settingsHandlers } from './settings.ts';
import { type TestParts, testParts } from './testing.ts';

let parts: TestParts;
let dataFile: DataFile;
let handlers: ReturnType<typeof settingsHandlers> & ReturnType<typeof safetyHandlers>;

async function open(which: Which = 'own', folder?: string): Promise<void> {
  dataFile = await openDataFile({ ...parts, folder: folder ?? null }, which);
  if (!dataFile.context) return;
  handlers = {
    ...settingsHandlers(dataFile.context, dataFile, parts, async (next, chosen) => {
      if (chosen !== undefined) await dataFile.moveTo(chosen);
      await dataFile.close();
      await open(next, chosen);
      parts.desktop.reload();
    }),
    ...safetyHandlers(dataFile.context, dataFile),
  };
}

beforeEach(async () => {
  parts = testParts();
  await open();
});
afterEach(async () => {
  await dataFile.close();
  parts.remove();
});

const settings = async () => {
  const reply = await handlers['settings.load']({});
  return contract['settings.load'].output.parse(reply).settings;
};
const firstRun = (agencyName: string, partners: readonly string[]) =>
  handlers['settings.finishFirstRun']({ commandId: v4(), agencyName, partners: [...partners], language: 'ru' });

describe('the first run', () => {
  test('starts in the language of the system, not yet set up', async () => {
    expect(await settings()).toMatchObject({
      language: 'ru',
      theme: 'system',
      textSize: 100,
      isSetUp: false,
      partners: [],
      calendar: { code: 'ru' },
    });
  });

  test('makes the agency and its partners, the first of whom works here', async () => {
    const { settings: page } = await firstRun('Бюро Кварта', ['Вера Л.', 'Глеб О.']);
    expect(page).toMatchObject({
      isSetUp: true,
      calendar: { code: 'ru' },
      agency: { name: 'Бюро Кварта', monogram: 'Б' },
    });
    expect(page.partners.map(({ name, monogram }) => [name, monogram])).toEqual([
      ['Вера Л.', 'В'],
      ['Глеб О.', 'Г'],
    ]);
    expect(page.mePartnerId).toBe(page.partners[0]?.id);
    await dataFile.close();
    await open();
    expect(await settings()).toEqual({ ...page, lastBackupAt: parts.clock.now(), unsavedSince: null });
  });

  test('needs nothing filled in, and makes the same rows on every computer', async () => {
    const { settings: page } = await firstRun('', []);
    expect(page).toMatchObject({ isSetUp: true, partners: [], mePartnerId: null });
    const { settings: one } = await handlers['settings.addPartner']({ commandId: v4(), name: 'Вера' });
    const other = testParts();
    const elsewhere = await openDataFile(other, 'own');
    if (!elsewhere.context) throw new Error('refused');
    const there = settingsHandlers(elsewhere.context, elsewhere, other, () => Promise.resolve());
    const reply = await there['settings.addPartner']({ commandId: v4(), name: 'Вера' });
    expect(reply.settings.partners).toEqual(one.partners);
    await elsewhere.close();
    other.remove();
  });

  test('stays done: undo goes past it, and what came after can be redone', async () => {
    await firstRun('Кварта', ['Вера']);
    await handlers['settings.addPartner']({ commandId: v4(), name: 'Глеб' });
    await handlers['safety.undo']({ commandId: v4() });
    await expect(handlers['safety.undo']({ commandId: v4() })).rejects.toMatchObject({ code: 'nothing_to_undo' });
    expect(await settings()).toMatchObject({ isSetUp: true, partners: [{ name: 'Вера' }] });
    await handlers['safety.redo']({ commandId: v4() });
    expect((await settings()).partners.map(({ name }) => name)).toEqual(['Вера', 'Глеб']);
  });

  test('keeps the agency that was there before it, also one that was taken back and made again', async () => {
    await handlers['settings.editAgency']({ commandId: v4(), contact: 'hello@quarta.example', signature: 'Вера' });
    await handlers['safety.undo']({ commandId: v4() });
    await handlers['safety.redo']({ commandId: v4() });
    await firstRun('Кварта', []);
    await expect(handlers['safety.undo']({ commandId: v4() })).rejects.toMatchObject({ code: 'nothing_to_undo' });
    expect(await settings()).toMatchObject({
      agency: { name: 'Кварта', contact: 'hello@quarta.example', signature: 'Вера' },
    });
  });
});

describe('partners', () => {
  test('are renamed, removed and brought back under their name', async () => {
    await firstRun('', ['Вера', 'Глеб']);
    const [vera] = (await settings()).partners;
    const partnerId = vera?.id ?? '';
    await handlers['settings.removePartner']({ commandId: v4(), partnerId });
    expect(await settings()).toMatchObject({
      partners: [{ name: 'Глеб' }],
      formerPartners: [{ id: partnerId, name: 'Вера' }],
    });
    await handlers['settings.addPartner']({ commandId: v4(), name: 'Вера' });
    const { partners, formerPartners } = await settings();
    expect(formerPartners).toEqual([]);
    expect(partners.map(({ id }) => id)).toContain(partnerId);
    await handlers['settings.editPartner']({ commandId: v4(), partnerId, name: 'Вера Л.', monogram: 'ВЛ' });
    expect((await settings()).partners).toContainEqual({ id: partnerId, name: 'Вера Л.', monogram: 'ВЛ', clients: 0 });
    await expect(handlers['settings.removePartner']({ commandId: v4(), partnerId: v4() })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('keep the sign that was chosen; another one follows the name', async () => {
    await firstRun('', ['Ника Т.']);
    const partnerId = (await settings()).partners[0]?.id ?? '';
    const edit = async (fields: { readonly name?: string; readonly monogram?: string }) => {
      const reply = await handlers['settings.editPartner']({ commandId: v4(), partnerId, ...fields });
      return reply.settings.partners[0]?.monogram;
    };
    expect(await edit({ name: 'Ольга' })).toBe('О');
    expect(await edit({ monogram: 'Ол' })).toBe('Ол');
    expect(await edit({ name: 'Вера' })).toBe('Ол');
  });

  test('who lead clients stay', async () => {
    const { settings: page } = await firstRun('', ['Вера']);
    const partnerId = page.partners[0]?.id ?? '';
    await dataFile.context?.storage.write({ id: v4(), name: 'board.createClient' }, async (writer, stamp) => {
      await writer
        .insertInto('client')
        .values({ id: stamp.newId(), name: 'Ольха', stage: 'stable', partner_id: partnerId })
        .execute();
    });
    expect((await settings()).partners[0]?.clients).toBe(1);
    await expect(handlers['settings.removePartner']({ commandId: v4(), partnerId })).rejects.toMatchObject({
      code: 'partner_leads_clients',
    });
  });
});

test('the sign of the agency follows its name until it is chosen', async () => {
  await firstRun('', []);
  const edit = async (fields: { readonly name?: string; readonly monogram?: string }) =>
    (await handlers['settings.editAgency']({ commandId: v4(), ...fields })).settings.agency.monogram;
  expect(await edit({ name: 'Кварта' })).toBe('К');
  expect(await edit({ monogram: 'бк' })).toBe('бк');
  expect(await edit({ name: 'Ольха' })).toBe('бк');
});

describe('this computer', () => {
  test('keeps language, theme and text size, and tells the desktop and the window at once', async () => {
    parts.desktop.events.length = 0;
    await handlers['settings.setLanguage']({ language: 'en' });
    await handlers['settings.setTheme']({ theme: 'dark' });
    await handlers['settings.setTextSize']({ textSize: 115 });
    expect(parts.desktop.appearances).toEqual([
      { language: 'en', theme: 'system', textSize: 100 },
      { language: 'en', theme: 'dark', textSize: 100 },
      { language: 'en', theme: 'dark', textSize: 115 },
    ]);
    expect(parts.desktop.events.map(({ areas }) => areas)).toEqual([['settings'], ['settings'], ['settings']]);
    await dataFile.close();
    await open();
    expect(dataFile.appearance()).toEqual({ language: 'en', theme: 'dark', textSize: 115 });
  });

  test('has an id that only its owner can read', () => {
    const file = join(parts.userData, 'device.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      deviceId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  test('opens only https and mailto', async () => {
    await handlers['settings.openLink']({ address: 'https://example.org/a' });
    for (const address of ['file:///etc/passwd', 'javascript:alert(1)', 'nonsense', 'http://example.org'])
      await expect(handlers['settings.openLink']({ address })).rejects.toMatchObject({ code: 'bad_input' });
    expect(parts.desktop.asked).toEqual(['open https://example.org/a']);
  });
});

describe('the data folder', () => {
  test('moves with what is in it, and the old file stays under another name', async () => {
    await firstRun('Кварта', ['Вера']);
    const old = dataFile.path;
    const chosen = join(parts.userData, '..', 'Новая папка');
    parts.desktop.answers.push(null, chosen);
    expect(await handlers['settings.chooseDataFolder']({})).toEqual({ dataFolder: null });
    expect(await handlers['settings.chooseDataFolder']({})).toEqual({ dataFolder: chosen });
    expect(await settings()).toMatchObject({ dataFolder: chosen, agency: { name: 'Кварта' } });
    expect(existsSync(old)).toBe(false);
    expect(readdirSync(parts.userData)).toContain('rapport-moved-2026-11-23T08-42-00.db');
    await dataFile.close();
    await open();
    expect(dataFile.folder).toBe(chosen);
  });

  test('is refused when it is synced', async () => {
    parts.desktop.answers.push(join(parts.userData, '..', 'Dropbox', 'agency'));
    await expect(handlers['settings.chooseDataFolder']({})).rejects.toMatchObject({ code: 'folder_synced' });
    expect(await settings()).toMatchObject({ dataFolder: parts.userData });
  });
});

test('a refused file says why and leaves the ways out', async () => {
  const second = await openDataFile(parts, 'own');
  expect(second.refusal).toMatchObject({ code: 'file_in_use' });
  const left = refusedFileHandlers(parts, second, () => Promise.resolve());
  await expect(left['settings.load']?.({})).rejects.toMatchObject({ code: 'file_in_use' });
  expect(await left['safety.state']?.({})).toMatchObject({ dataFolder: parts.userData, warning: null });
  expect(await left['settings.openSample']?.({})).toEqual({ opened: true });
});
