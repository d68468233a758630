import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SalvageReport } from '../../shared/contract/salvage.ts';
import { dataDigestOf } from '../digest.ts';
import { unpackFixture } from '../fixtures/make-fixture.ts';
import { newestVersion } from '../migrations/migrations.ts';
import { openFile } from '../open.ts';
import { salvageFile } from './salvage.ts';

const pageSize = 4096;

let folder: string;
let path: string;
let target: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-'));
  path = join(folder, 'rapport.db');
  target = `${path}.salvaged`;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function salvage(): SalvageReport {
  const broken = readFileSync(path);
  const report = salvageFile({ path, target, now: '2026-11-23T08:42:00.000Z', lostClientName: 'Nobody' });
  expect(readFileSync(path).equals(broken)).toBe(true);
  expect(readdirSync(folder).toSorted()).toEqual(['rapport.db', 'rapport.db.salvaged']);
  return report;
}

function pagesOf(names: readonly string[]): readonly number[] {
  const file = new Database(path, { readonly: true });
  const pageOf = file.prepare<[string], number>('select pageno from dbstat where name = ?').pluck();
  const pages = names.flatMap((name) => pageOf.all(name));
  file.close();
  return pages;
}

/** Zeros over every page of these tables and indexes, and over the first page where it is asked for. */
function zero(names: readonly string[], isHeadGone = false): void {
  const pages = [...pagesOf(names), ...(isHeadGone ? [1] : [])];
  const bytes = readFileSync(path);
  for (const page of pages) bytes.fill(0, (page - 1) * pageSize, page * pageSize);
  writeFileSync(path, bytes);
}

/** The type of a cell is told by one byte in the head of its record: of five flags the first becomes a letter. */
function bendFlags(): void {
  const bytes = readFileSync(path);
  const flags = bytes.lastIndexOf(Buffer.alloc(5, 1), bytes.indexOf('contact 22026-03'));
  bytes[flags] = 15;
  writeFileSync(path, bytes);
}

function digestIn(file: string): string {
  const opened = openFile(file);
  const digest = dataDigestOf(opened);
  opened.close();
  return digest;
}

function count(sql: string): number {
  const file = new Database(target, { readonly: true });
  const found = Number(file.prepare(sql).pluck().get());
  file.close();
  return found;
}

const lostIn = ({ kinds }: SalvageReport) => kinds.reduce((sum, { lost }) => sum + lost, 0);

describe('of a broken file', () => {
  let whole: string;
  beforeEach(() => {
    unpackFixture(newestVersion, path);
    const file = new Database(path);
    whole = dataDigestOf(file);
    file.close();
  });

  test('that is whole, every row is read, history and all', () => {
    expect(salvage()).toMatchObject({ rebuilt: 0, unplaced: 0, lostHistory: 0, unreadablePages: 0 });
    expect(digestIn(target)).toBe(whole);
  });

  test.each([
    ['its first page', [], true],
    ['a table', ['note'], false],
    ['a table and the index of its ids', ['client', 'sqlite_autoindex_client_1'], false],
    ['the first page and a table', ['handoff_item'], true],
    ['an index of the history', ['local_change_of_row'], false],
  ] as const)('without %s, every row is there again', (_what, names, isHeadGone) => {
    zero(names, isHeadGone);
    expect(lostIn(salvage())).toBe(0);
    expect(digestIn(target)).toBe(whole);
  });

  test('without its history, no command can be undone, and every row is there', () => {
    zero(['local_change', 'local_change_of_row']);
    expect(salvage()).toMatchObject({ fixedCommands: 3, rebuilt: 0 });
    expect(count(`select count(*) from local_command where state = 'done'`)).toBe(0);
    expect(count(`select count(*) from local_command where state = 'salvaged'`)).toBe(3);
    expect(count('select count(*) from note')).toBe(3);
  });

  test('without a table and its history, what leaned on its rows is kept, and what is lost is told', () => {
    zero(['client', 'contact', 'local_change']);
    const report = salvage();
    expect(report).toMatchObject({ standIns: 3 });
    expect(report.kinds.find(({ kind }) => kind === 'contact')).toMatchObject({ saved: 0, lost: 3 });
    expect(count(`select count(*) from client where name = 'Nobody'`)).toBe(3);
    expect(count('select count(*) from pragma_foreign_key_check')).toBe(0);
    openFile(target).close();
  });

  test('a row that says something else than the history does is brought up to it, or told', () => {
    const bytes = readFileSync(path);
    // A letter in the middle of a word becomes a byte that is none.
    const at = bytes.indexOf('note body 2 · слова');
    bytes[at + 'note body 2 · '.length] = 0xff;
    writeFileSync(path, bytes);
    const { kinds, rebuilt } = salvage();
    const doubtful = kinds.find(({ kind }) => kind === 'note')?.doubtful.count ?? 0;
    expect(rebuilt + doubtful).toBe(1);
  });

  test('a word where the history should hold a number is told as lost, with the one command it was of', () => {
    const file = new Database(path);
    file.exec(`update local_change set after = 'a word' where column_name = 'decides' and command_seq = 2`);
    file.close();
    zero(['contact']);
    expect(salvage()).toMatchObject({ rebuilt: 3, lostHistory: 1, fixedCommands: 1 });
    expect(count('select count(*) from contact')).toBe(3);
    expect(count(`select count(*) from local_command where state = 'salvaged' and seq = 2`)).toBe(1);
    openFile(target).close();
  });

  test('a row that its table does not take is put together from the history, or told as lost', () => {
    bendFlags();
    expect(salvage()).toMatchObject({ rebuilt: 1 });
    expect(digestIn(target)).toBe(whole);
    zero(['local_change', 'local_change_of_row']);
    rmSync(target);
    const { kinds, unplaced } = salvage();
    expect(kinds.find(({ kind }) => kind === 'contact')).toMatchObject({ saved: 2, lost: 1 });
    expect(unplaced).toBe(1);
  });

  test('a row under an id that nobody ever gave is left out, and the one that bore it is there', () => {
    const bytes = readFileSync(path);
    // In the table a moment follows the id; the index and the history keep the right one.
    const at = bytes.indexOf('note 22026-03');
    expect(at).toBeGreaterThan(0);
    bytes[at + 'note '.length] = '7'.charCodeAt(0);
    writeFileSync(path, bytes);
    expect(salvage()).toMatchObject({ rebuilt: 1 });
    expect(count(`select count(*) from note where id = 'note 7'`)).toBe(0);
    expect(digestIn(target)).toBe(whole);
  });

  test('whatever stands in the history, a salvage comes to its end', () => {
    const pages = pagesOf(['local_change', 'local_change_of_row', 'local_command']);
    const sound = readFileSync(path);
    for (let round = 0; round < 5; round += 1) {
      const bytes = Buffer.from(sound);
      for (const page of pages) {
        const noise = createHash('shake256', { outputLength: 160 }).update(`${round} ${page}`).digest();
        for (let at = 0; at < noise.length; at += 4)
          bytes[(page - 1) * pageSize + 8 + (noise.readUInt16BE(at) % (pageSize - 8))] = noise.readUInt8(at + 2);
      }
      writeFileSync(path, bytes);
      expect(salvage().saved).toBeGreaterThan(0);
      openFile(target).close();
      rmSync(target);
    }
  });

  test('nothing is made of other bytes', () => {
    writeFileSync(path, Buffer.alloc(pageSize * 5, 'Dear diary,\n'));
    expect(() => salvageFile({ path, target, now: '', lostClientName: '' })).toThrow(
      expect.objectContaining({ code: 'nothing_to_salvage' }),
    );
    expect(readdirSync(folder)).toEqual(['rapport.db']);
  });
});

test.each([1, 6, 10])('a broken file of version %s becomes one of today', (version) => {
  unpackFixture(version, path);
  zero(['task'], true);
  salvage();
  const file = openFile(target);
  expect(file.pragma('user_version', { simple: true })).toBe(newestVersion);
  expect(file.prepare('select id from task order by id').pluck().all()).toEqual(['task 1', 'task 2', 'task 3']);
  expect(file.prepare('select count(*) from note').pluck().get()).toBe(3);
  file.close();
});
