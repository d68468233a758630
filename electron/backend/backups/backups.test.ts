import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { v4 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeBackup } from '../../../db/backup.ts';
import { dataDigestOf } from '../../../db/digest.ts';
import { openFile } from '../../../db/open.ts';
import { contract, type CallInput, type CallName, type CallOutput } from '../../../shared/contract/contract.ts';
import { type Backend, openBackend } from '../backend.ts';
import { openDataFile } from '../data-file.ts';
import { changeDevice, readDevice } from '../device.ts';
import { type TestParts, testParts } from '../testing.ts';
import { incomingOf, openSwapped, swapForMade, swapSteps, sweepSwap } from './restore-over.ts';

const passphrase = 'ольха цветёт раньше листьев';

let parts: TestParts;
let backend: Backend;
beforeEach(async () => {
  parts = testParts();
  backend = await openBackend(parts);
});
afterEach(async () => {
  await backend.close();
  parts.remove();
});

async function ask<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> {
  const reply = await backend.call(name, input);
  if (!reply.ok) throw Object.assign(new Error(reply.message), { code: reply.code });
  return Reflect.apply(contract[name].output.parse, contract[name].output, [reply.value]);
}
const add = async (name: string) =>
  (await ask('board.createClient', { commandId: v4(), name, stage: 'stable' })).card.id;
const addContact = async (clientId: string) => {
  const { page } = await ask('clients.addContact', { commandId: v4(), clientId, name: 'Марина' });
  return page.contacts[0]?.id ?? '';
};
const clients = async () => (await ask('clients.names', {})).clients.map(({ name }) => name).toSorted();
async function backUp(at: string): Promise<string> {
  parts.setNow(at);
  await ask('safety.backUpNow', {});
  return (await ask('safety.backups', {})).backups[0]?.name ?? '';
}
const folder = () => join(parts.userData, 'backups');
const path = () => join(parts.userData, 'rapport.db');
const left = () => readdirSync(parts.userData).filter((name) => /restor|compar/.test(name));

describe('restoring over the open file', () => {
  test('tells what will be otherwise, puts the backup in place, and leads back', async () => {
    await add('Ольха');
    const first = await backUp('2026-11-20T09:00:00.000Z');
    parts.setNow('2026-11-23T10:00:00.000Z');
    await add('Полынь');
    const { differences } = await ask('safety.compareBackup', { name: first });
    expect(differences).toContainEqual({
      kind: 'client',
      onlyNow: { count: 1, names: ['Полынь'] },
      onlyThen: { count: 0, names: [] },
      changed: { count: 0, names: [] },
    });
    await ask('safety.restoreOver', { name: first });
    expect(await clients()).toEqual(['Ольха']);
    await expect.poll(() => parts.desktop.asked).toContain('reload');
    const page = await ask('safety.backups', {});
    expect(page.restored).toMatchObject({ madeAt: '2026-11-20T09:00:00.000Z', at: '2026-11-23T10:00:00.000Z' });
    const wayBack = page.restored?.wayBack ?? '';
    expect(page.backups.find(({ name }) => name === wayBack)?.beforeRestoreAt).toBe('2026-11-23T10:00:00.000Z');
    await add('После');
    await ask('safety.restoreOver', { name: wayBack });
    expect(await clients()).toEqual(['Ольха', 'Полынь']);
    // And that can be taken back too.
    const again = (await ask('safety.backups', {})).restored?.wayBack ?? '';
    await ask('safety.restoreOver', { name: again });
    expect(await clients()).toEqual(['Ольха', 'После']);
    expect(left()).toEqual([]);
  });

  test('the way back outlasts what retention keeps', async () => {
    await add('Ольха');
    const first = await backUp('2026-11-01T09:00:00.000Z');
    parts.setNow('2026-11-01T09:01:00.000Z');
    await add('Полынь');
    await ask('safety.restoreOver', { name: first });
    const wayBack = (await ask('safety.backups', {})).restored?.wayBack ?? '';
    const file = (await openedElsewhere()).file;
    for (let day = 1; day <= 29; day += 1)
      makeBackup(file, folder(), `2026-11-${String(day).padStart(2, '0')}T10:00:00.000Z`);
    file.close();
    const names = (await ask('safety.backups', {})).backups.map(({ name }) => name);
    expect(names).toContain(wayBack);
    // The control: the one before it, of the same day and without that note, is gone.
    expect(names).not.toContain(first);
  });

  test('what is not sound is refused, and nothing is changed', async () => {
    await add('Ольха');
    const name = await backUp('2026-11-20T09:00:00.000Z');
    const file = join(folder(), name);
    const bytes = readFileSync(file);
    const at = bytes.indexOf('Ольха');
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    writeFileSync(file, bytes);
    await add('Полынь');
    for (const call of ['safety.compareBackup', 'safety.restoreOver'] as const)
      await expect(ask(call, { name })).rejects.toMatchObject({ code: 'backup_damaged' });
    expect(await clients()).toEqual(['Ольха', 'Полынь']);
    expect(left()).toEqual([]);
    // Writing goes on, and the page knows it from now on.
    await add('Черепок');
    expect(await ask('safety.checkBackup', { name })).toMatchObject({ isDamaged: true });
    expect((await ask('safety.backups', {})).backups[0]).toMatchObject({ isDamaged: true });
  });

  test('a damaged backup holds nothing: the next one is made although nothing changed', async () => {
    await add('Ольха');
    const name = await backUp('2026-11-24T09:00:00.000Z');
    expect((await ask('safety.backups', {})).unsavedSince).toBeNull();
    rmSync(join(folder(), name));
    writeFileSync(join(folder(), name), 'nothing');
    expect((await ask('safety.state', {})).lastBackupAt).toBe('2026-11-24T09:00:00.000Z');
    await ask('safety.checkBackup', { name });
    expect((await ask('safety.backups', {})).unsavedSince).not.toBeNull();
    expect((await ask('safety.state', {})).lastBackupAt).toBeNull();
  });

  test('before something goes for ever the newest is read again: one that rotted meanwhile counts for nothing', async () => {
    const contactId = await addContact(await add('Ольха'));
    await ask('clients.deleteContact', { commandId: v4(), contactId });
    const name = await backUp('2026-11-24T09:00:00.000Z');
    const file = join(folder(), name);
    const bytes = readFileSync(file);
    const at = bytes.indexOf('Ольха');
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    writeFileSync(file, bytes);
    parts.setNow('2026-11-24T09:05:00.000Z');
    await ask('erasing.deleteForGood', { commandId: v4(), records: [{ kind: 'contact', id: contactId }] });
    const { backups } = await ask('safety.backups', {});
    expect(backups[0]).toMatchObject({ madeAt: '2026-11-24T09:05:00.000Z', isDamaged: false });
    expect(backups.at(-1)).toMatchObject({ name, isDamaged: true });
  });

  test('one that is whole is enough', async () => {
    const contactId = await addContact(await add('Ольха'));
    await ask('clients.deleteContact', { commandId: v4(), contactId });
    const name = await backUp('2026-11-24T09:00:00.000Z');
    parts.setNow('2026-11-24T09:05:00.000Z');
    await ask('erasing.deleteForGood', { commandId: v4(), records: [{ kind: 'contact', id: contactId }] });
    const { backups } = await ask('safety.backups', {});
    expect(backups).toMatchObject([{ name, checkedAt: '2026-11-24T09:05:00.000Z' }]);
  });

  test.each(['../../etc/passwd', 'rapport.db', ''])('"%s" is no backup', async (name) => {
    await add('Ольха');
    await expect(ask('safety.restoreOver', { name })).rejects.toMatchObject({ code: 'not_found' });
    expect(await clients()).toEqual(['Ольха']);
  });

  test('one that the program cannot open is taken back', async () => {
    await add('Ольха');
    const name = await backUp('2026-11-20T09:00:00.000Z');
    await add('Полынь');
    // The lock of the folder is taken while nothing is open.
    const open = await openDataFile(parts, 'own');
    expect(open.refusal?.code).toBe('file_in_use');
    rmSync(join(folder(), name.replace('.db', '.json')));
    await expect(ask('safety.restoreOver', { name })).rejects.toMatchObject({ code: 'not_found' });
    expect(await clients()).toEqual(['Ольха', 'Полынь']);
  });

  test('whenever the program ends, one file or the other is whole', async () => {
    await add('Ольха');
    const name = await backUp('2026-11-20T09:00:00.000Z');
    await add('Полынь');
    await backend.close();
    const before = readFileSync(path());
    const outcomes: string[] = [];
    for (let done = 0; done <= swapSteps(path()).length; done += 1) {
      writeFileSync(path(), before);
      copyFileSync(join(folder(), name), `${path()}.restoring`);
      // The program ends after so many steps, and begins again.
      for (const step of swapSteps(path()).slice(0, done)) step();
      const file = openFile(path());
      outcomes.push(file.prepare<[], string>('select name from client order by name').pluck().all().join());
      file.close();
      sweepSwap(path());
      expect(left()).toEqual([]);
    }
    expect(new Set(outcomes)).toEqual(new Set(['Ольха,Полынь', 'Ольха']));
    backend = await openBackend(parts);
    expect(await clients()).toEqual(['Ольха']);
  });

  test('a file that is refused once it is in place gives the place back', async () => {
    await add('Ольха');
    await backend.close();
    const open = await openDataFile(parts, 'own');
    if (open.copies === null) throw new Error('no backups');
    writeFileSync(incomingOf(path()), 'it was proved, and spoilt since');
    const [now, madeAt] = ['2026-11-23T10:00:00.000Z', '2026-11-20T09:00:00.000Z'];
    const { userData } = parts;
    const swap = await swapForMade(incomingOf(path()), { path: path(), copies: open.copies, userData, now, madeAt });
    await open.close();
    const after = await openSwapped(swap, () => openDataFile(parts, 'own'));
    expect([swap.problem()?.code, after.refusal]).toEqual(['file_not_database', null]);
    await after.close();
    expect(readDevice(userData).restored).toBeUndefined();
    backend = await openBackend(parts);
    expect(await clients()).toEqual(['Ольха']);
    expect(left()).toEqual([]);
  });

  test('a log of the old file is never left beside the new one', async () => {
    await add('Ольха');
    await backend.close();
    writeFileSync(`${path()}-wal`, 'a log that was not written back');
    copyFileSync(path(), `${path()}.restoring`);
    expect(() => swapSteps(path()).forEach((step) => step())).toThrow(expect.objectContaining({ code: 'file_in_use' }));
    rmSync(`${path()}-wal`);
    backend = await openBackend(parts);
    expect(left()).toEqual([]);
  });

  async function openedElsewhere() {
    const { default: Database } = await import('better-sqlite3');
    return { file: new Database(path(), { readonly: true }) };
  }
});

describe('sealed backups', () => {
  test('are made without the passphrase, and only it opens them', async () => {
    await add('Ольха');
    const open = await backUp('2026-11-20T09:00:00.000Z');
    await ask('safety.sealBackups', { passphrase });
    parts.setNow('2026-11-21T09:00:00.000Z');
    await add('Полынь');
    // As on every quit: nobody is asked.
    await backend.close();
    backend = await openBackend(parts);
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
    backend = await openBackend(parts);
    await expect(ask('safety.restoreBackup', { name })).rejects.toMatchObject({ code: 'passphrase_needed' });
    await ask('safety.restoreBackup', { name, passphrase });
    expect(await clients()).toEqual(['Ольха']);
  });

  test('a passphrase of a word is refused', async () => {
    await expect(ask('safety.sealBackups', { passphrase: 'ольха' })).rejects.toMatchObject({ code: 'bad_input' });
  });
});

describe('the second folder', () => {
  const second = () => join(parts.userData, '..', 'Dropbox');
  const told = async () => (await ask('settings.load', {})).settings.secondFolder;
  beforeEach(() => mkdirSync(second()));

  test('may be synced, and holds every backup from then on', async () => {
    await add('Ольха');
    await backUp('2026-11-20T09:00:00.000Z');
    parts.desktop.answers.push(second());
    expect(await ask('safety.chooseSecondFolder', {})).toEqual({ folder: second() });
    await expect.poll(told).toEqual({ state: 'whole', lastAt: '2026-11-20T09:00:00.000Z' });
    await add('Полынь');
    await backUp('2026-11-21T09:00:00.000Z');
    await expect.poll(told).toEqual({ state: 'whole', lastAt: '2026-11-21T09:00:00.000Z' });
    const page = await ask('safety.backups', {});
    expect(page.second).toMatchObject({ folder: second(), isSynced: true, missing: 0 });
    expect(page.backups.map(({ place }) => place)).toEqual(['both', 'both']);
  });

  test('unplugged it is told, and made up for later', async () => {
    parts.desktop.answers.push(second());
    await ask('safety.chooseSecondFolder', {});
    renameSync(second(), `${second()}.away`);
    await add('Ольха');
    await backUp('2026-11-20T09:00:00.000Z');
    await expect.poll(async () => (await told())?.state).toBe('away');
    renameSync(`${second()}.away`, second());
    expect(await ask('safety.fillSecondFolder', {})).toEqual({ state: 'whole' });
    expect((await ask('safety.backups', {})).backups[0]?.place).toBe('both');
  });

  test('a backup that lies there alone can be restored', async () => {
    parts.desktop.answers.push(second());
    await ask('safety.chooseSecondFolder', {});
    await add('Ольха');
    await backUp('2026-11-20T09:00:00.000Z');
    await expect.poll(told).toMatchObject({ state: 'whole', lastAt: '2026-11-20T09:00:00.000Z' });
    rmSync(folder(), { recursive: true });
    await add('Полынь');
    const [backup] = (await ask('safety.backups', {})).backups;
    expect(backup?.place).toBe('second');
    await ask('safety.restoreOver', { name: backup?.name ?? '' });
    expect(await clients()).toEqual(['Ольха']);
  });

  test('is refused beside the data, and left when the partner says so', async () => {
    parts.desktop.answers.push(join(parts.userData, 'backups'), null, second());
    await expect(ask('safety.chooseSecondFolder', {})).rejects.toMatchObject({ code: 'folder_beside_data' });
    expect(await ask('safety.chooseSecondFolder', {})).toEqual({ folder: null });
    await ask('safety.chooseSecondFolder', {});
    await ask('safety.leaveSecondFolder', {});
    expect((await ask('safety.backups', {})).second).toBeNull();
    expect(existsSync(second())).toBe(true);
  });
});

describe('while a backup is made', () => {
  test('it is told how far it is, and writes go on', async () => {
    const open = await openDataFile({ ...parts, folder: join(parts.userData, 'large') }, 'own');
    const file = open.context?.storage.file;
    await open.context?.storage.write({ id: v4(), name: 'clients.edit' }, async () => {
      file?.exec(`insert into client (id, name, stage) values ('a', 'Ольха', 'stable')`);
      const insert = file?.prepare(
        `insert into dossier_line (id, client_id, kind, text) values (?, 'a', 'agreement', ?)`,
      );
      for (let number = 0; number < 2000; number += 1) insert?.run(v4(), `строка ${number} `.repeat(20));
    });
    let written = 0;
    const backup = open.backUpNow();
    let isOver = false;
    void backup.finally(() => {
      isOver = true;
    });
    const seen = new Set<number>();
    while (!isOver) {
      await open.context?.storage.write({ id: v4(), name: 'clients.edit' }, async (writer) => {
        await writer
          .updateTable('client')
          .set({ name: `Ольха ${written}` })
          .where('id', '=', 'a')
          .execute();
      });
      written += 1;
      const working = open.copies?.working();
      if (working) seen.add(Math.round(working.percent));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await backup;
    expect(written).toBeGreaterThan(2);
    expect(seen.size).toBeGreaterThan(1);
    await expect.poll(() => open.copies?.working()).toBeNull();
    // It holds one moment: not what was written meanwhile.
    expect(open.backups().at(-1)?.revision).toBeLessThan(written + 1);
    expect(open.backups()[0]?.isSmaller).toBe(false);
    await open.backUpNow();
    expect(open.backups()[0]?.dataSha256).toBe(file && dataDigestOf(file));
    await open.close();
  });
});
