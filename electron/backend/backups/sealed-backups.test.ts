import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { databaseFiles } from '../../../db/database-files.ts';
import { unpackFixture } from '../../../db/fixtures/make-fixture.ts';
import { newestVersion } from '../../../db/migrations/migrations.ts';
import { changeDevice, readDevice } from '../device.ts';
import {
  setBackends,
  passphrase,
  parts,
  backend,
  openAnew,
  ask,
  add,
  clients,
  backUp,
  folder,
  path,
  left,
} from './backups-in-test.ts';

setBackends();

describe('sealed backups', () => {
  test('are made without the passphrase, and only it opens them', async () => {
    await add('Ольха');
    const open = await backUp('2026-11-20T09:00:00.000Z');
    await ask('safety.sealBackups', { passphrase });
    parts.setNow('2026-11-21T09:00:00.000Z');
    await add('Полынь');
    // As on every quit: nobody is asked.
    await backend.close();
    await openAnew();
    const page = await ask('safety.backups', {});
    expect(page.isSealing).toBe(true);
    const sealed = page.backups.find(({ isSealed }) => isSealed)?.name ?? '';
    expect(readFileSync(join(folder(), sealed)).includes('Полынь')).toBe(false);
    // The control.
    expect(readFileSync(join(folder(), open)).includes('Ольха')).toBe(true);
    await add('Черепок');
    for (const call of ['safety.compareBackup', 'safety.restoreOver'] as const) {
      await expect(ask(call, { name: sealed })).rejects.toMatchObject({ code: 'passphrase_needed' });
      await expect(ask(call, { name: sealed, passphrase: 'не то' })).rejects.toMatchObject({
        code: 'passphrase_wrong',
      });
    }
    expect(await clients()).toEqual(['Ольха', 'Полынь', 'Черепок']);
    expect(left()).toEqual([]);
    const { differences } = await ask('safety.compareBackup', { name: sealed, passphrase });
    expect(differences.find(({ kind }) => kind === 'client')?.onlyNow.names).toEqual(['Черепок']);
    expect(await ask('safety.checkBackup', { name: sealed })).toMatchObject({ isDamaged: false });
    await ask('safety.restoreOver', { name: sealed, passphrase });
    expect(await clients()).toEqual(['Ольха', 'Полынь']);
  });

  test('earlier ones stay open until the partner asks', async () => {
    await add('Ольха');
    await backUp('2026-11-20T09:00:00.000Z');
    await ask('safety.sealBackups', { passphrase });
    expect((await ask('safety.backups', {})).backups.map(({ isSealed }) => isSealed)).toEqual([false]);
    expect(await ask('safety.sealEarlier', {})).toEqual({ sealed: 1 });
    const [backup] = (await ask('safety.backups', {})).backups;
    expect(backup?.isSealed).toBe(true);
    expect(readdirSync(folder()).filter((name) => name.endsWith('.db'))).toEqual([]);
    await ask('safety.restoreOver', { name: backup?.name ?? '', passphrase });
    expect(await clients()).toEqual(['Ольха']);
  });

  test('a new passphrase is for new ones; turned off, new ones are open', async () => {
    await add('Ольха');
    await ask('safety.sealBackups', { passphrase });
    const first = await backUp('2026-11-20T09:00:00.000Z');
    await ask('safety.sealBackups', { passphrase: 'совсем другие слова' });
    const second = await backUp('2026-11-20T10:00:00.000Z');
    await ask('safety.endSealing', {});
    const third = await backUp('2026-11-20T11:00:00.000Z');
    expect([first, second, third].map((name) => name.split('.').at(-1))).toEqual(['sealed', 'sealed', 'db']);
    await ask('safety.compareBackup', { name: first, passphrase });
    await ask('safety.compareBackup', { name: second, passphrase: 'совсем другие слова' });
    await expect(ask('safety.compareBackup', { name: second, passphrase })).rejects.toMatchObject({
      code: 'passphrase_wrong',
    });
  });

  test('a computer that forgot its settings goes on sealing', async () => {
    await add('Ольха');
    await ask('safety.sealBackups', { passphrase });
    await backUp('2026-11-20T09:00:00.000Z');
    changeDevice(parts.userData, { seal: undefined });
    expect(readDevice(parts.userData).seal).toBeUndefined();
    const next = await backUp('2026-11-20T10:00:00.000Z');
    expect(next).toMatch(/\.sealed$/);
    await ask('safety.compareBackup', { name: next, passphrase });
  });

  test('a broken file is replaced by a sealed one with its passphrase', async () => {
    await add('Ольха');
    await ask('safety.sealBackups', { passphrase });
    const name = await backUp('2026-11-20T09:00:00.000Z');
    await backend.close();
    writeFileSync(path(), 'no database');
    await openAnew();
    await expect(ask('safety.restoreBackup', { name })).rejects.toMatchObject({ code: 'passphrase_needed' });
    await ask('safety.restoreBackup', { name, passphrase });
    expect(await clients()).toEqual(['Ольха']);
  });

  test.each([
    ['sealed where new ones are', true, '.sealed'],
    ['open where they are not', false, '.db'],
  ])('the one before an update is %s', async (_how, isSealing, ending) => {
    if (isSealing) await ask('safety.sealBackups', { passphrase });
    await backend.close();
    for (const left of [...databaseFiles(path()), join(parts.userData, 'closed.json')]) rmSync(left, { force: true });
    unpackFixture(newestVersion - 1, path());
    await openAnew();
    const { backups } = await ask('safety.backups', {});
    expect(backups.map(({ name }) => extname(name))).toEqual([ending]);
    const kept = readdirSync(folder()).filter((name) => readFileSync(join(folder(), name)).includes('client name'));
    expect(kept).toHaveLength(isSealing ? 0 : 1);
  });

  test('a passphrase of a word is refused', async () => {
    await expect(ask('safety.sealBackups', { passphrase: 'ольха' })).rejects.toMatchObject({ code: 'bad_input' });
  });
});
