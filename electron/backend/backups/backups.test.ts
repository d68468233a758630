import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v4 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { makeBackup } from '../../../db/backup.ts';
import { openFile } from '../../../db/open.ts';
import { openDataFile } from '../data-file.ts';
import { readDevice } from '../device.ts';
import { incomingOf, openSwapped, swapForMade, swapSteps, sweepSwap } from './restore-over.ts';
import {
  setBackends,
  parts,
  backend,
  openAnew,
  ask,
  add,
  addContact,
  clients,
  backUp,
  folder,
  path,
  left,
} from './backups-in-test.ts';

setBackends();

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

  test('what a note that is still open got after the backup is held by none', async () => {
    const clientId = await add('Ольха');
    const commandId = v4();
    const write = async (body: string) => {
      const { page } = await ask('clients.open', { clientId });
      await ask('notes.write', {
        commandId,
        noteId: page.draftNoteId,
        clientId,
        kind: 'call',
        happenedAt: '2026-11-23T09:00:00.000Z',
        initiatedBy: null,
        attendees: [],
        body,
        finished: false,
      });
    };
    const unsavedSince = async () => (await ask('safety.backups', {})).unsavedSince;
    await write('Начало');
    await write('Начало и ещё');
    await backUp('2026-11-23T10:00:00.000Z');
    expect(await unsavedSince()).toBeNull();
    parts.setNow('2026-11-23T11:00:00.000Z');
    await write('Начало, ещё и конец');
    expect(await unsavedSince()).toBe('2026-11-23T11:00:00.000Z');
    parts.setNow('2026-11-23T12:00:00.000Z');
    expect(await unsavedSince()).toBe('2026-11-23T11:00:00.000Z');
    await backUp('2026-11-23T13:00:00.000Z');
    expect(await unsavedSince()).toBeNull();
    await backend.close();
    await openAnew();
    expect(await unsavedSince()).toBeNull();
    await write('И после нового начала');
    expect(await unsavedSince()).not.toBeNull();
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
    await openAnew();
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
    await openAnew();
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
    await openAnew();
    expect(left()).toEqual([]);
  });

  async function openedElsewhere() {
    const { default: Database } = await import('better-sqlite3');
    return { file: new Database(path(), { readonly: true }) };
  }
});
