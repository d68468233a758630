import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { v4 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CallInput, type CallName, contract } from '../../shared/contract/contract.ts';
import { type Backend, openBackend } from './backend.ts';
import { readDevice } from './device.ts';
import { type TestParts, testParts } from './testing.ts';

let parts: TestParts;
let backend: Backend;
let path: string;
beforeEach(async () => {
  parts = testParts('en');
  backend = await openBackend(parts);
  path = `${parts.userData}/rapport.db`;
  for (let number = 0; number < 40; number += 1) await add(`Client ${number}`);
});
afterEach(async () => {
  await backend.close();
  parts.remove();
});

const reply = <Name extends CallName>(name: Name, input: CallInput<Name>) => backend.call(name, input);
const add = (name: string) => reply('board.createClient', { commandId: v4(), name, stage: 'stable' });

async function value(name: CallName, input: unknown = {}): Promise<unknown> {
  const answer = await backend.call(name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.code} ${answer.message}`);
  return answer.value;
}

/** The pages on which the rows of a table stand. */
function pagesOf(table: string): readonly number[] {
  const file = new Database(path, { readonly: true });
  const pages = file.prepare<[string], number>('select pageno from dbstat where name = ?').pluck().all(table);
  file.close();
  return pages;
}

/** As a disk does it, under whoever has the file open. */
function zero(pages: readonly number[]): void {
  const handle = openSync(path, 'r+');
  for (const page of pages) writeSync(handle, Buffer.alloc(4096), 0, 4096, (page - 1) * 4096);
  closeSync(handle);
}

function change(sql: string): void {
  const file = new Database(path);
  file.exec(sql);
  file.close();
}

const setAside = () => readdirSync(parts.userData).filter((name) => name.startsWith('rapport-set-aside'));
const numberOfClients = async () => contract['board.load'].output.parse(await value('board.load')).cards.length;

describe('a file that breaks while it is open', () => {
  beforeEach(async () => {
    await backend.close();
    backend = await openBackend(parts);
    zero(pagesOf('client'));
    // After another connection has written, the pages that the program remembers count no more.
    change(`insert into local_setting (name, value) values ('elsewhere', '')`);
  });

  test('takes no more writes, says so, and leads to the ways out once it is opened anew', async () => {
    expect(await add('One more')).toMatchObject({ ok: false, code: 'file_damaged' });
    expect(await value('safety.state')).toMatchObject({ warning: 'file_damaged' });
    expect(parts.desktop.events.at(-1)?.areas).toContain('safety');
    expect(readDevice(parts.userData).doubted).toEqual([path]);
    await value('settings.leaveSample');
    expect(await reply('settings.load', {})).toMatchObject({ ok: false, code: 'file_damaged' });
    const broken = readFileSync(path);
    expect(await value('safety.salvage')).toMatchObject({ report: { rebuilt: 40, lostHistory: 0 } });
    expect(readFileSync(path).equals(broken)).toBe(true);
    await value('safety.openSalvaged');
    expect(await numberOfClients()).toBe(40);
    expect(readFileSync(`${parts.userData}/${setAside()[0]}`).equals(broken)).toBe(true);
    expect(readDevice(parts.userData).doubted).toEqual([]);
    expect(await add('One more')).toMatchObject({ ok: true });
  });
});

describe('a file that was refused', () => {
  const breakIt = async () => {
    await backend.close();
    zero(pagesOf('client'));
    backend = await openBackend(parts);
  };

  test('is salvaged only while it is refused, and opened only after it was salvaged', async () => {
    for (const name of ['safety.salvage', 'safety.openSalvaged', 'safety.openRescued'] as const)
      expect(await reply(name, {})).toMatchObject({ ok: false, code: 'conflict' });
    await breakIt();
    expect(await reply('safety.openSalvaged', {})).toMatchObject({ ok: false, code: 'not_found' });
    expect(await reply('safety.openRescued', {})).toMatchObject({ ok: false, code: 'not_found' });
    expect(setAside()).toEqual([]);
    await value('safety.salvage');
    expect(existsSync(`${path}.salvaged`)).toBe(true);
    await value('safety.openSalvaged');
    expect(existsSync(`${path}.salvaged`)).toBe(false);
    expect(await numberOfClients()).toBe(40);
  });

  test('undoes no command whose history is lost, and says that it was rescued', async () => {
    const commandId = v4();
    await reply('board.createClient', { commandId, name: 'Alder', stage: 'stable' });
    await backend.close();
    zero(['client', 'local_change', 'local_change_of_row'].flatMap(pagesOf));
    backend = await openBackend(parts);
    await value('safety.salvage');
    await value('safety.openSalvaged');
    const undo = (targetId?: string) => reply('safety.undo', { commandId: v4(), targetId });
    expect(await undo(commandId)).toMatchObject({ ok: false, code: 'undo_salvaged' });
    expect(await undo()).toMatchObject({ ok: false, code: 'nothing_to_undo' });
    const later = v4();
    await reply('board.createClient', { commandId: later, name: 'Birch', stage: 'stable' });
    expect(await undo(later)).toMatchObject({ ok: true });
  });

  test('in which nothing can be read says so, and stays as it is', async () => {
    await backend.close();
    writeFileSync(path, 'Dear diary,\n'.repeat(2000));
    backend = await openBackend(parts);
    expect(await reply('safety.salvage', {})).toMatchObject({ ok: false, code: 'nothing_to_salvage' });
    expect(existsSync(`${path}.salvaged`)).toBe(false);
    expect(readFileSync(path, 'utf8')).toMatch(/^Dear diary/);
  });
});

describe('rows that changed while nobody had the file open', () => {
  test('are met at the start: no check of SQLite sees a letter', async () => {
    await backend.close();
    const bytes = readFileSync(path);
    let at = bytes.indexOf('Client 7');
    for (; at >= 0; at = bytes.indexOf('Client 7', at + 1)) bytes[at + 7] = bytes.readUInt8(at + 7) ^ 1;
    writeFileSync(path, bytes);
    const file = new Database(path);
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok');
    file.close();
    backend = await openBackend(parts);
    expect(await reply('settings.load', {})).toMatchObject({ ok: false, code: 'file_damaged' });
    // Also at the next start.
    await backend.close();
    backend = await openBackend(parts);
    expect(await reply('settings.load', {})).toMatchObject({ ok: false, code: 'file_damaged' });
  });

  test('are not, where only bytes are others, or the file is another one', async () => {
    await backend.close();
    change('vacuum');
    backend = await openBackend(parts);
    expect(await reply('settings.load', {})).toMatchObject({ ok: true });
    await backend.close();
    const earlier = readFileSync(path);
    backend = await openBackend(parts);
    await add('Later');
    await backend.close();
    writeFileSync(path, earlier);
    backend = await openBackend(parts);
    expect(await reply('settings.load', {})).toMatchObject({ ok: true });
    expect(await numberOfClients()).toBe(40);
  });
});
