import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeBackup } from './backup.ts';
import { inspectFile } from './header.ts';
import { openFile } from './open.ts';
import { renewProjections } from './projections.ts';
import { openTestStorage } from './testing.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-'));
  path = join(folder, 'rapport.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file whose log was being written back when the power went opens with all that was saved', () => {
  const file = openFile(path);
  file.pragma('wal_checkpoint(truncate)');
  const save = file.prepare('insert into local_setting (name, value) values (?, ?)');
  for (let number = 0; number < 20; number += 1) save.run(String(number), 'x'.repeat(50_000));
  const copy = join(folder, 'copy.db');
  const bytes = readFileSync(path);
  const log = readFileSync(`${path}-wal`);
  file.close();
  const frames = Array.from({ length: (log.length - 32) / (24 + 4096) }, (_, index) => 32 + index * (24 + 4096));
  const firstPage = frames.findLast((at) => log.readUInt32BE(at) === 1) ?? 0;
  log.copy(bytes, 0, firstPage + 24, firstPage + 24 + 4096);
  expect(bytes.length).toBeLessThan(bytes.readUInt32BE(28) * 4096);
  writeFileSync(copy, bytes);
  expect(() => inspectFile(copy)).toThrow(expect.objectContaining({ code: 'file_damaged' }));
  writeFileSync(`${copy}-wal`, log);
  const recovered = openFile(copy);
  expect(recovered.prepare('select count(*) from local_setting').pluck().get()).toBe(20);
  recovered.close();
});

test.each([false, true])('a damaged search index is made anew, with a log beside the file: %s', async (isPending) => {
  const storage = openTestStorage(path);
  await storage.write({ id: 'one', name: 'board.createClient' }, async (writer) => {
    await writer.insertInto('client').values({ id: 'a', name: 'Alder' }).execute();
  });
  await renewProjections(storage);
  storage.file.unsafeMode(true);
  storage.file.exec('update local_search_data set block = zeroblob(length(block)) where id > 10');
  if (!isPending) storage.file.pragma('wal_checkpoint(truncate)');
  const copy = join(folder, 'copy.db');
  for (const ending of ['', '-wal']) copyFileSync(`${path}${ending}`, `${copy}${ending}`);
  makeBackup(storage.file, join(folder, 'backups'), '2026-11-23T09:12:00.000Z');
  await storage.close();
  const opened = openTestStorage(copy);
  const found = () => opened.file.prepare(`select count(*) from local_search('alder')`).pluck().get();
  expect(found).toThrow('corruption');
  await renewProjections(opened);
  expect(found()).toBe(1);
  await opened.close();
});

/** A file of ours with what was saved still in the log beside it. */
function pendingFile(name: string): string {
  const file = openFile(path);
  file.pragma('wal_checkpoint(truncate)');
  file.prepare(`insert into local_setting (name, value) values ('theme', 'dark')`).run();
  const copy = join(folder, name);
  for (const ending of ['', '-wal']) copyFileSync(`${path}${ending}`, `${copy}${ending}`);
  file.close();
  return copy;
}

function themeIn(copy: string): unknown {
  const file = openFile(copy);
  const theme = file.prepare('select value from local_setting').pluck().get();
  file.close();
  return theme;
}

test('a file with a pending log opens where no copy of it can be made to be looked at', () => {
  // The longest name that a system takes has no room for the name of the copy, but for those of the logs.
  const copy = pendingFile(`${'x'.repeat(244)}.db`);
  expect(() => mkdirSync(`${copy}.being-checked`)).toThrow('ENAMETOOLONG');
  expect(themeIn(copy)).toBe('dark');
});

test('where no copy can be made, a damaged file is refused all the same', () => {
  const copy = pendingFile(`${'x'.repeat(244)}.db`);
  writeFileSync(copy, readFileSync(copy).fill(0xa5, 4096 * 3, 4096 * 6));
  expect(() => openFile(copy)).toThrow(expect.objectContaining({ code: 'file_damaged' }));
});

test('a copy left behind by a kill during the check is gone after the next start', () => {
  const copy = pendingFile('copy.db');
  mkdirSync(`${copy}.being-checked`);
  writeFileSync(join(`${copy}.being-checked`, 'copy.db'), 'all the data');
  expect(themeIn(copy)).toBe('dark');
  expect(readdirSync(folder)).toEqual(['copy.db', 'rapport.db']);
});
