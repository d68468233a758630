import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { v4 } from 'uuid';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listBackups } from '../db/backup.ts';
import { unpackBackup } from '../db/unpack-backup.ts';
import { copyVerified, isSound } from '../db/verified-copy.ts';
import { type Rows, rowsHangingOn } from '../db/client-rows.ts';
import { type DataFile, openDataFile } from '../electron/backend/data-file.ts';
import { handlersOf } from '../electron/backend/handlers.ts';
import { type TestParts, testParts } from '../electron/backend/testing.ts';
import type { CallOutput, CallRequest } from '../shared/contract/contract.ts';
import type { Handlers } from '../electron/backend/context.ts';
import { fillMarked, type MarkedClient } from './erase/fill-marked.ts';
import { hitsIn, marked } from './erase/marker.ts';

let parts: TestParts;
let dataFile: DataFile;
let client: MarkedClient;
beforeEach(async () => {
  parts = testParts();
  dataFile = await openDataFile(parts, 'own');
  client = await fillMarked(opened().storage);
});
afterEach(async () => {
  await dataFile.close();
  parts.remove();
});

const opened = () => {
  if (!dataFile.context) throw new Error('refused');
  return dataFile.context;
};
function call<Name extends keyof Handlers>(name: Name, request: CallRequest<Name>): Promise<CallOutput<Name>> {
  const handler = handlersOf(parts, dataFile, () => Promise.resolve())[name];
  if (!handler) throw new Error('no handler');
  return handler(request);
}
const isBackup = (file: string) => file.includes(`${path.sep}backups${path.sep}`);
const hits = () => hitsIn(parts.userData, (file) => !isBackup(file));
const backupHits = () => hitsIn(parts.userData, isBackup);
const erase = () =>
  call('erasing.eraseClient', {
    commandId: v4(),
    clientId: client.clientId,
    typedName: marked('client.name'),
    why: 'Попросили по закону',
  });

test('what hangs on a client is counted also after an error of the disk', async () => {
  const facts = handlersOf(parts, dataFile, () => Promise.resolve())['erasing.facts'];
  const before = await facts?.({ clientId: client.clientId });
  const failing = opened().storage.maintain(() => {
    throw Object.assign(new Error('of the system'), { code: 'EIO', syscall: 'fsync' });
  });
  await expect(failing).rejects.toMatchObject({ code: 'disk_error' });
  expect(before?.name).toBe(marked('client.name'));
  expect(await facts?.({ clientId: client.clientId })).toEqual(before);
});

test('nothing of an erased client is left, and the copies that hold it are named and rewritten', async () => {
  expect(hits().length).toBeGreaterThan(0);
  await call('clients.delete', { commandId: v4(), clientId: client.clientId });
  expect(hits().length, 'the trash still holds it').toBeGreaterThan(0);
  const { erasureId } = await erase();
  expect(hits()).toEqual([]);
  const { copies } = await call('erasing.copies', { erasureId });
  // One is made first; where that takes long, the program has made one of its own before.
  const count = dataFile.backups().length;
  expect(count).toBeGreaterThan(0);
  expect(copies.map(({ kind, isReadable }) => [kind, isReadable])).toEqual(Array(count).fill(['backup', true]));
  expect(backupHits().length).toBeGreaterThan(0);
  expect(await call('erasing.rewriteCopies', { erasureId })).toEqual({ rewritten: count, left: [], unseenFolders: [] });
  expect(backupHits()).toEqual([]);
  await call('safety.sealBackups', { passphrase: 'ольха цветёт раньше листьев' });
  await call('safety.sealEarlier', {});
  expect(dataFile.backups().map(({ isSealed }) => isSealed)).toEqual(Array(count).fill(true));
  expect((await call('erasing.copies', { erasureId })).copies).toEqual([]);
  await dataFile.close();
  expect(hitsIn(parts.userData)).toEqual([]);
});

/** What stands in the tables beside the client. */
function others(own: Rows) {
  const { file } = opened().storage;
  return client.tables.map((table) =>
    file
      .prepare<[string], Readonly<Record<string, unknown>>>(
        `select * from "${table}" where id not in (select value from json_each(?)) order by id`,
      )
      .all(JSON.stringify(own.get(table) ?? [])),
  );
}

test('nobody else loses anything, and Undo says why it does not go back', async () => {
  const { file } = opened().storage;
  const own = rowsHangingOn(file, [{ table: 'client', id: client.clientId }]);
  expect([...own.keys()].toSorted()).toEqual(client.tables.toSorted());
  const before = others(own);
  const { erasureId } = await erase();
  expect((await erase()).erasureId).toBe(erasureId);
  expect(others(own)).toEqual(before);
  expect(file.pragma('foreign_key_check')).toEqual([]);
  expect((await call('search.find', { text: 'кедр', limit: 5 })).total).toMatchObject({ notes: 1, clients: 1 });
  expect((await call('clients.names', {})).clients.map(({ name }) => name)).toEqual(['Кедр']);
  await expect(call('safety.undo', { commandId: v4() })).rejects.toMatchObject({ code: 'undo_erased' });
  await expect(call('safety.redo', { commandId: v4() })).rejects.toMatchObject({ code: 'nothing_to_redo' });
});

test('the record tells when, by whom, why and how much, and an act names the client', async () => {
  const facts = await call('erasing.facts', { clientId: client.clientId });
  expect(facts).toMatchObject({ name: marked('client.name'), notesOfOthers: 0, isHandoffRunning: false });
  const { erasureId } = await erase();
  const { erasures } = await call('erasing.erasures', {});
  expect(erasures).toMatchObject([
    { id: erasureId, subject: 'client', why: 'Попросили по закону', counts: facts.counts },
  ]);
  for (const [format, ending] of [
    ['markdown', 'md'],
    ['html', 'html'],
  ] as const) {
    const target = path.join(parts.userData, '..', `act.${ending}`);
    parts.desktop.answers.push(target);
    const saved = await call('erasing.saveAct', {
      jobId: v4(),
      erasureId,
      clientName: '<b>Ольха</b>',
      format,
      language: 'ru',
    });
    expect(saved).toEqual({ saved: { fileName: `act.${ending}` } });
    const act = readFileSync(target, 'utf8');
    for (const words of ['Акт об удалении', 'Попросили по закону', 'Заметки', 'rapport-2026'])
      expect(act).toContain(words);
    expect(act).not.toContain(format === 'html' ? '<b>Ольха' : '\n<b>Ольха');
  }
});

test('while somebody reads the log the file is not written anew, the act says so, and it is made up for', async () => {
  const act = async (erasureId: string) => {
    const target = path.join(parts.userData, '..', `${v4()}.md`);
    parts.desktop.answers.push(target);
    await call('erasing.saveAct', { jobId: v4(), erasureId, clientName: '', format: 'markdown', language: 'en' });
    return readFileSync(target, 'utf8');
  };
  const reader = new Database(path.join(parts.userData, 'rapport.db'), { readonly: true });
  reader.exec('begin');
  reader.prepare('select count(*) from client').get();
  const { erasureId } = await erase();
  expect(await act(erasureId)).toContain('did not let the data file be written anew');
  expect(hits().length).toBeGreaterThan(0);
  reader.close();
  expect(await act(erasureId)).toContain('the data file was written anew');
  expect(hits()).toEqual([]);
});

test.each([
  [{ typedName: 'Ольха' }, { typedName: 'differs' }],
  [{ why: `${marked('client.name')} больше нет` }, { why: 'names_client' }],
  [{ why: `Так хотел ${marked('contact.name')}` }, { why: 'names_client' }],
])('refuses %j', async (change, fields) => {
  const request = { commandId: v4(), clientId: client.clientId, typedName: marked('client.name'), why: 'По закону' };
  await expect(call('erasing.eraseClient', { ...request, ...change })).rejects.toMatchObject({
    code: 'bad_input',
    fields,
  });
  expect((await call('clients.names', {})).clients).toHaveLength(2);
});

test('refuses while a handoff runs, and without a backup', async () => {
  writeFileSync(dataFile.backupFolder, 'a file in its place');
  await expect(erase()).rejects.toMatchObject({ code: 'backup_failed' });
  rmSync(dataFile.backupFolder);
  const { storage } = opened();
  await storage.write({ id: v4(), name: 'handoff.edit' }, async (writer) => {
    await writer.updateTable('handoff').set({ state: 'running', deleted_at: null }).execute();
  });
  await expect(erase()).rejects.toMatchObject({ code: 'handoff_running' });
});

test('copies of every kind are found, rewritten where they can be opened, and told where they cannot', async () => {
  const { storage } = opened();
  const at = (name: string) => path.join(parts.userData, name);
  const copies = [
    'rapport-set-aside-2026-11-01T08-00-00.db',
    'rapport-moved-2026-11-02T08-00-00.db',
    'rapport-rescued-2026-11-03T08-00-00.db',
    'rapport.db.restoring',
    'backups/rapport-2026-11-04T08-00-00.db.unfinished',
    'backups/rapport-2026-11-05T08-00-00.db',
  ];
  await call('safety.backUpNow', {});
  for (const name of copies) copyVerified(storage.file, at(name));
  const torn = 'rapport-set-aside-2026-11-06T08-00-00.db';
  writeFileSync(at(torn), `not a database, but ${client.clientId}`);
  writeFileSync(at('rapport-set-aside-2026-11-07T08-00-00.db'), 'of something else');
  const { erasureId } = await erase();
  const named = async () =>
    (await call('erasing.copies', { erasureId })).copies.map(({ fileName }) => fileName).toSorted();
  expect(await named()).toEqual(
    [...copies.map((name) => path.basename(name)), torn, dataFile.backups()[0]?.name ?? ''].toSorted(),
  );
  const before = dataFile.backups()[0];
  expect(await call('erasing.rewriteCopies', { erasureId })).toMatchObject({
    rewritten: copies.length + 1,
    left: [{ fileName: torn, isReadable: false }],
  });
  expect(await named()).toEqual([torn]);
  expect(hitsIn(parts.userData)).toEqual([]);
  // The rewritten backup is verified, and stands where the old one stood.
  const [after] = dataFile.backups();
  expect(after).toMatchObject({ madeAt: before?.madeAt, number: before?.number, clients: 1, notes: 1 });
  expect(isSound(path.join(dataFile.backupFolder, after?.name ?? ''), after?.sha256 ?? '')).toBe(true);
});

test('encrypted copies are rewritten with their passphrase, in the second folder too, and never lie open there', async () => {
  const passphrase = 'ольха цветёт раньше листьев';
  const second = path.join(parts.userData, '..', 'second');
  mkdirSync(second);
  parts.desktop.answers.push(second);
  await call('safety.chooseSecondFolder', {});
  await call('safety.sealBackups', { passphrase });
  await call('safety.backUpNow', {});
  const [made] = dataFile.backups();
  const own = path.join(second, readdirSync(second)[0] ?? '');
  await vi.waitFor(() => expect(readdirSync(own)).toContain(made?.name), 60_000);
  const { erasureId } = await erase();
  const listed = async () => (await call('erasing.copies', { erasureId })).copies;
  const before = await listed();
  expect(before.length).toBeGreaterThan(1);
  expect(before.every(({ isSealed, isReadable }) => isSealed && !isReadable)).toBe(true);
  expect(await call('erasing.rewriteCopies', { erasureId })).toMatchObject({ rewritten: 0, left: before });
  await expect(call('erasing.rewriteCopies', { erasureId, passphrase: 'другие слова' })).rejects.toMatchObject({
    code: 'passphrase_wrong',
  });
  expect(await listed()).toEqual(before);
  const seen = new Set<string>();
  const watcher = watch(own, (_event, name) => seen.add(name ?? ''));
  const rewriting = await call('erasing.rewriteCopies', { erasureId, passphrase });
  watcher.close();
  expect(rewriting).toEqual({ rewritten: before.length, left: [], unseenFolders: [] });
  expect([...seen].filter((name) => /\.db/.test(name))).toEqual([]);
  expect(await listed()).toEqual([]);
  for (const folder of [dataFile.backupFolder, own]) {
    const backups = listBackups(folder);
    expect(backups.length).toBeGreaterThan(0);
    for (const backup of backups) {
      const open = path.join(parts.userData, '..', 'opened.db');
      unpackBackup(folder, backup, open, passphrase);
      expect(hitsIn(path.dirname(open), (file) => file === open)).toEqual([]);
      const file = new Database(open, { readonly: true });
      expect(file.prepare('select name from client').pluck().all()).toEqual(['Кедр']);
      file.close();
      rmSync(open);
    }
  }
});

test('what another computer keeps in the same second folder is told and left to it', async () => {
  const second = path.join(parts.userData, '..', 'second');
  const others = path.join(second, 'rapport-backups-0f0f0f0f');
  mkdirSync(others, { recursive: true });
  const [open, sealed] = ['rapport-2026-11-05T08-00-00.db', 'rapport-2026-11-06T08-00-00.sealed'];
  copyVerified(opened().storage.file, path.join(others, open));
  writeFileSync(path.join(others, sealed), 'nobody can look into it');
  const before = readFileSync(path.join(others, open));
  parts.desktop.answers.push(second);
  await call('safety.chooseSecondFolder', {});
  const { erasureId } = await erase();
  const own = readdirSync(second).find((name) => name !== path.basename(others)) ?? '';
  await vi.waitFor(() => expect(listBackups(path.join(second, own))).toHaveLength(dataFile.backups().length), 60_000);
  const { rewritten, left } = await call('erasing.rewriteCopies', { erasureId });
  expect(rewritten).toBeGreaterThan(0);
  expect(left).toMatchObject([
    { fileName: open, folder: others, isReadable: true, isOfOther: true },
    { fileName: sealed, folder: others, isReadable: false, isOfOther: true },
  ]);
  expect(readFileSync(path.join(others, open)).equals(before)).toBe(true);
  rmSync(second, { recursive: true });
  expect(await call('erasing.copies', { erasureId })).toEqual({
    copies: [],
    unseenFolders: [path.join(second, own)],
  });
});

test('a rewritten backup is opened as data, and its search works again', async () => {
  const { erasureId } = await erase();
  await call('erasing.rewriteCopies', { erasureId });
  const [backup] = dataFile.backups();
  const source = path.join(dataFile.backupFolder, backup?.name ?? '');
  await dataFile.close();
  for (const ending of ['-wal', '-shm', '']) rmSync(`${dataFile.path}${ending}`, { force: true });
  copyFileSync(source, dataFile.path);
  dataFile = await openDataFile(parts, 'own');
  expect((await call('search.find', { text: 'кедр', limit: 5 })).total).toMatchObject({ notes: 1, clients: 1 });
});
