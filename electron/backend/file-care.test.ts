import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v4 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listBackups } from '../../db/backup.ts';
import { openFile } from '../../db/open.ts';
import { openTestStorage, type TestStorage } from '../../db/testing.ts';
import { copyVerified } from '../../db/verified-copy.ts';
import { forgetClosed } from './closed-file.ts';
import { type DataFile, openDataFile } from './data-file.ts';
import { careFor, type FileCare } from './file-care.ts';
import { changeDevice } from './device.ts';
import { type TestParts, testParts } from './testing.ts';

const now = '2026-11-23T08:42:00.000Z';
const addClient = (storage: FileCare['storage'], name: string) =>
  storage.write({ id: v4(), name: 'board.createClient' }, async (writer, stamp) => {
    await writer.insertInto('client').values({ id: stamp.newId(), name, stage: 'stable' }).execute();
  });

describe('an open file', () => {
  let storage: TestStorage;
  let care: FileCare;
  let otherFolder: string;
  beforeEach(async () => {
    storage = openTestStorage();
    otherFolder = mkdtempSync(join(tmpdir(), 'rapport-other-'));
    care = careFor({
      storage,
      path: storage.path,
      backupFolder: join(storage.path, '..', 'backups'),
      otherFolder,
      userData: join(storage.path, '..', 'userData'),
      clock: { now: () => now, today: () => now.slice(0, 10) },
      changed: (event) => void storage.events.push(event),
      watchEvery: 20,
    });
    await addClient(care.storage, 'Ольха');
  });
  afterEach(async () => {
    await care.stop();
    await storage.remove();
    rmSync(otherFolder, { recursive: true });
  });
  const nothing = () => Promise.resolve();
  const writers: Record<string, (open: FileCare['storage']) => Promise<unknown>> = {
    write: (open) => addClient(open, 'Полынь'),
    writeBeside: (open) => open.writeBeside(() => Promise.resolve({ repeated: true, rows: [], isContinued: false })),
    append: (open) => open.append({ id: v4(), name: 'transfer.import' }, () => Promise.resolve([])),
    endParts: (open) => open.endParts([]),
    undo: (open) => open.undo(v4()),
    redo: (open) => open.redo(v4()),
    saveSetting: (open) => open.saveSetting('language', 'ru'),
    saveSettings: (open) => open.saveSettings({ language: 'ru' }),
    maintain: (open) => open.maintain(nothing),
  };
  const rescued = () => readdirSync(join(storage.path, '..')).find((name) => name.startsWith('rapport-rescued'));

  test.each([
    ['deleted', () => rmSync(storage.path)],
    ['moved away', () => renameSync(storage.path, `${storage.path}.old`)],
    [
      'replaced',
      () => {
        renameSync(storage.path, `${storage.path}.old`);
        writeFileSync(storage.path, 'something else');
      },
    ],
  ])('that is %s is rescued, and nothing more is said to be saved', async (_what, take) => {
    expect(care.warning()).toBeNull();
    take();
    await expect.poll(() => care.warning()).toBe('file_replaced');
    await expect(addClient(care.storage, 'Полынь')).rejects.toMatchObject({ code: 'file_replaced' });
    const copy = openFile(join(storage.path, '..', rescued() ?? ''));
    expect(copy.prepare('select name from client').pluck().all()).toEqual(['Ольха']);
    copy.close();
    await expect.poll(() => storage.events.at(-1)?.areas).toEqual(['safety', 'settings']);
  });

  test('has a guard before everything that writes', () => {
    const harmless = [
      'read',
      'file',
      'cardsAfter',
      'forgetPast',
      'revision',
      'setMe',
      'setting',
      'exclusively',
      'close',
    ];
    const ofTests = ['path', 'events', 'setNow', 'remove'];
    expect(Object.keys(storage).toSorted()).toEqual([...Object.keys(writers), ...harmless, ...ofTests].toSorted());
  });

  test.each(Object.entries(writers))('that was replaced takes nothing by %s', async (_name, write) => {
    // Something to do again.
    await addClient(care.storage, 'Черепок');
    await care.storage.undo(v4());
    await write(care.storage);
    renameSync(storage.path, `${storage.path}.old`);
    writeFileSync(storage.path, 'something else');
    await expect.poll(() => care.warning()).toBe('file_replaced');
    await expect(write(care.storage)).rejects.toMatchObject({ code: 'file_replaced' });
  });

  test('whose data is on its way elsewhere takes no words that are kept on this computer', async () => {
    care.hold(true);
    await expect(care.storage.maintain(nothing)).rejects.toMatchObject({ code: 'starting' });
    care.hold(false);
    await care.storage.maintain(nothing);
  });

  test('whose folder is deleted is rescued into a new one', async () => {
    rmSync(join(storage.path, '..'), { recursive: true });
    await expect.poll(() => care.warning()).toBe('file_replaced');
    expect(rescued()).toBeDefined();
    expect(care.rescuedIn()).toBe(join(storage.path, '..'));
  });

  test('is rescued elsewhere, or later, and only then said to be', async () => {
    const folder = join(storage.path, '..');
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'in the way');
    rmSync(otherFolder, { recursive: true });
    writeFileSync(otherFolder, 'in the way');
    await expect.poll(() => storage.events.at(-1)?.areas).toEqual(['safety', 'settings']);
    expect(care.warning()).toBe('file_not_rescued');
    await expect(addClient(care.storage, 'Полынь')).rejects.toMatchObject({ code: 'file_replaced' });
    rmSync(otherFolder);
    await expect.poll(() => care.warning()).toBe('file_replaced');
    expect(care.rescuedIn()).toBe(otherFolder);
    expect(readdirSync(otherFolder)[0]).toMatch(/^rapport-rescued/);
  });

  test('that only changes is not', async () => {
    await addClient(care.storage, 'Полынь');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(care.warning()).toBeNull();
    expect(rescued()).toBeUndefined();
  });
});

describe('one’s own data', () => {
  let parts: TestParts;
  let dataFile: DataFile;
  beforeEach(async () => {
    parts = testParts();
    dataFile = await openDataFile(parts, 'own');
  });
  afterEach(async () => {
    await dataFile.close();
    parts.remove();
  });
  const open = async () => {
    await dataFile.close();
    dataFile = await openDataFile(parts, 'own');
  };
  const add = async (name: string) => dataFile.context && addClient(dataFile.context.storage, name);

  test('is backed up on quit after changes only, and a moment after the start when the last is old', async () => {
    await open();
    expect(dataFile.backups()).toEqual([]);
    await add('Ольха');
    await open();
    expect(dataFile.backups()).toHaveLength(1);
    await open();
    expect(dataFile.backups()).toHaveLength(1);
    await add('Полынь');
    parts.setNow('2026-11-25T08:42:00.000Z');
    // Nothing was saved at the end of this run: as after a crash.
    rmSync(join(dataFile.backupFolder), { recursive: true });
    await dataFile.close();
    expect(listBackups(dataFile.backupFolder)).toHaveLength(1);
    vi.useFakeTimers();
    dataFile = await openDataFile(parts, 'own');
    await add('Черепок');
    parts.setNow('2026-11-27T08:42:00.000Z');
    vi.advanceTimersByTime(11_000);
    vi.useRealTimers();
    await expect.poll(() => dataFile.lastBackupAt()).toBe('2026-11-27T08:42:00.000Z');
  });

  test('is backed up when a session went on after the backup and the program was killed', async () => {
    const session = { id: v4(), name: 'board.createClient', session: true } as const;
    const rename = (name: string) =>
      dataFile.context?.storage.write(session, async (writer) => {
        await writer.updateTable('client').set({ name }).execute();
      });
    await add('Ольха');
    await rename('Полынь');
    await dataFile.backUpNow();
    await rename('Черепок');
    const backups = dataFile.backups().length;
    cpSync(dataFile.backupFolder, `${dataFile.backupFolder}.kept`, { recursive: true });
    // As after a kill: what this run knew is gone, the file and its backups are there.
    const storage = dataFile.context?.storage;
    if (!storage) throw new Error('refused');
    const plain = await storage.exclusively(() =>
      Promise.resolve(copyVerified(storage.file, `${dataFile.path}.killed`)),
    );
    expect(plain.sha256).not.toBe(dataFile.backups()[0]?.sha256);
    await dataFile.close();
    forgetClosed(parts.userData);
    rmSync(dataFile.backupFolder, { recursive: true });
    renameSync(`${dataFile.backupFolder}.kept`, dataFile.backupFolder);
    renameSync(`${dataFile.path}.killed`, dataFile.path);
    await open();
    await dataFile.close();
    expect(listBackups(dataFile.backupFolder)).toHaveLength(backups + 1);
  });

  test('says since when nothing holds what was saved, and that a backup could not be made', async () => {
    expect(await dataFile.unsavedSince()).toBeNull();
    await add('Ольха');
    expect(await dataFile.unsavedSince()).toBe(now);
    writeFileSync(dataFile.backupFolder, 'in the way');
    await expect(dataFile.backUpNow()).rejects.toMatchObject({ code: 'backup_failed' });
    expect(dataFile.warning()).toBe('backup_failed');
    rmSync(dataFile.backupFolder);
    await dataFile.backUpNow();
    expect(dataFile.warning()).toBeNull();
    expect(await dataFile.unsavedSince()).toBeNull();
    rmSync(dataFile.backupFolder, { recursive: true });
    expect(dataFile.lastBackupAt()).toBeNull();
    expect(await dataFile.unsavedSince()).toBe(now);
  });

  test('is held by a backup before something that is not easily taken back', async () => {
    await dataFile.context?.backUpFirst();
    expect(dataFile.backups()).toEqual([]);
    await add('Ольха');
    await dataFile.context?.backUpFirst();
    expect(dataFile.backups()).toHaveLength(1);
    await dataFile.context?.backUpFirst();
    expect(dataFile.backups()).toHaveLength(1);
  });

  test('has no need of a backup that could not be made while an earlier one holds all', async () => {
    await add('Ольха');
    await dataFile.backUpNow();
    // The place of the next one is taken.
    parts.setNow('2026-11-23T09:00:00.000Z');
    mkdirSync(join(dataFile.backupFolder, 'rapport-2026-11-23T09-00-00.db'));
    await expect(dataFile.backUpNow()).rejects.toMatchObject({ code: 'backup_failed' });
    expect(dataFile.warning()).toBeNull();
    await add('Полынь');
    await expect(dataFile.backUpNow()).rejects.toMatchObject({ code: 'backup_failed' });
    expect(dataFile.warning()).toBe('backup_failed');
  });

  test('put back from an older backup, is not held by the newer ones', async () => {
    await add('Ольха');
    await dataFile.backUpNow();
    const first = dataFile.backups()[0]?.name ?? '';
    parts.setNow('2026-11-23T10:00:00.000Z');
    await add('Полынь');
    await add('Черепок');
    parts.setNow('2026-11-23T11:00:00.000Z');
    await dataFile.close();
    copyFileSync(join(dataFile.backupFolder, first), dataFile.path);
    parts.setNow('2026-11-23T12:00:00.000Z');
    dataFile = await openDataFile(parts, 'own');
    expect(dataFile.backups().length).toBe(2);
    expect(await dataFile.unsavedSince()).toBeNull();
    for (const name of ['Вяз', 'Клён', 'Ясень']) {
      await add(name);
      expect(await dataFile.unsavedSince()).toBe('2026-11-23T12:00:00.000Z');
    }
    await dataFile.backUpNow();
    expect(await dataFile.unsavedSince()).toBeNull();
  });

  test('is backed up anew when the last backup is of a day that is still to come', async () => {
    await add('Ольха');
    parts.setNow('2027-12-30T08:42:00.000Z');
    await dataFile.close();
    vi.useFakeTimers();
    dataFile = await openDataFile(parts, 'own');
    parts.setNow(now);
    await add('Полынь');
    vi.advanceTimersByTime(11_000);
    vi.useRealTimers();
    await expect.poll(() => dataFile.lastBackupAt()).toBe(now);
    expect(dataFile.backups()).toHaveLength(2);
  });

  test('is not backed up again when only what this computer remembers has changed', async () => {
    const session = { id: v4(), name: 'board.createClient', session: true } as const;
    for (const name of ['Ольха', 'Полынь'])
      await dataFile.context?.storage.write(session, async (writer) => {
        await writer.insertInto('client').values({ id: v4(), name, stage: 'stable' }).execute();
      });
    await dataFile.backUpNow();
    await dataFile.context?.storage.saveSetting('seen_clients', v4());
    await dataFile.setAppearance({ theme: 'dark' });
    await open();
    expect(dataFile.backups()).toHaveLength(1);
  });

  test('that is gone is missing, and not begun anew', async () => {
    await add('Ольха');
    await dataFile.close();
    for (const remove of [() => rmSync(dataFile.path), () => writeFileSync(dataFile.path, '')]) {
      remove();
      dataFile = await openDataFile(parts, 'own');
      expect(dataFile.refusal).toMatchObject({ code: 'file_missing' });
      expect(existsSync(dataFile.path) ? readdirSync(dataFile.folder) : []).not.toContain('rapport.db-wal');
    }
    expect(dataFile.backups()).toHaveLength(1);
    // Choosing the folder by hand says that it may begin anew.
    await dataFile.moveTo(dataFile.folder);
    await open();
    expect(dataFile.refusal).toBeNull();
  });

  test('has nothing left in its log after closing', async () => {
    await add('Ольха');
    expect(statSync(`${dataFile.path}-wal`).size).toBeGreaterThan(0);
    await dataFile.close();
    expect(statSync(`${dataFile.path}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
    dataFile = await openDataFile(parts, 'own');
  });

  test('is refused in a synced folder, and the rest of the program goes on', async () => {
    changeDevice(parts.userData, { dataFolder: join(parts.userData, 'Dropbox') });
    await open();
    expect(dataFile.refusal).toMatchObject({ code: 'folder_synced' });
    expect(dataFile.appearance()).toEqual({ language: 'ru', theme: 'system', textSize: 100 });
  });
});
