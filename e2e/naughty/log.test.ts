import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, test, vi } from 'vitest';
import { sharedTables } from '../../db/schema.ts';
import { faultOf, log, logInto } from '../../electron/backend/log.ts';
import { exportsOf, fileOf, openReal, type RealBackend } from '../chaos/real-backend.ts';
import { wordColumns } from './fields.ts';
import { typeEverywhere } from './type-everywhere.ts';
import { Typist } from './typist.ts';

const marker = 'Zqxwvk7jB';

afterEach(() => {
  log.transports.file.level = false;
});

/** Every write of words fails while it is on, with a message of SQLite that holds them. */
function faultsOf(file: string): { readonly set: (isOn: boolean) => void; readonly close: () => void } {
  const other = new Database(file);
  other.pragma('busy_timeout = 5000');
  other.exec('create table fault (is_on integer)');
  other.exec('insert into fault values (0)');
  for (const table of Object.keys(sharedTables)) {
    const columns = wordColumns.filter((name) => name.startsWith(`${table}.`)).map((name) => name.split('.')[1]);
    if (columns.length === 0) continue;
    const words = columns.map((column) => `coalesce(new."${column}", '')`).join(` || ' ' || `);
    for (const act of ['insert', 'update'])
      other.exec(
        `create trigger fault_${act}_${table} before ${act} on "${table}" when (select is_on from fault)
         begin select raise(abort, 'no room for ' || ${words}); end`,
      );
  }
  const set = other.prepare('update fault set is_on = ?');
  return { set: (isOn) => void set.run(isOn ? 1 : 0), close: () => void other.close() };
}

test('no line of the log holds what was typed, also when the faults that it tells of do', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-log-'));
  const spoken = (['log', 'info', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name));
  const real = await openReal(folder);
  logInto(path.join(folder, 'config'));
  const faults = faultsOf(fileOf(folder));
  const refusals: string[] = [];
  /** Every command meets the fault first, and is done then. */
  const broken: RealBackend = {
    ...real,
    call: async (name, input) => {
      if ('commandId' in input) {
        faults.set(true);
        const reply = await real.reply(name, input);
        faults.set(false);
        if (!reply.ok) refusals.push(JSON.stringify(reply));
      }
      return real.call(name, input);
    },
  };
  const typist = new Typist(broken, fileOf(folder), [`${marker} one`, `${marker} another`]);
  try {
    await typeEverywhere(typist, broken, exportsOf(folder));
    const written = readdirSync(path.join(folder, 'config/logs'))
      .map((name) => readFileSync(path.join(folder, 'config/logs', name), 'utf8'))
      .join('\n');
    const lines = written.split('\n').filter((line) => /\[error\]/.test(line));
    expect(lines.length).toBeGreaterThan(50);
    expect(refusals.length).toBeGreaterThan(50);
    expect(written).not.toContain(marker);
    expect(refusals.join('\n')).not.toContain(marker);
    expect(spoken.flatMap((each) => each.mock.calls.map(String)).join('\n')).not.toContain(marker);
    // Told as it came, such a fault would say it.
    const fault = thrownBy(() => {
      faults.set(true);
      new Database(fileOf(folder)).prepare(`update client set name = '${marker}'`).run();
    });
    expect(String(fault)).toContain(marker);
    expect(faultOf(fault)).not.toContain(marker);
  } finally {
    typist.close();
    faults.close();
    await real.backend.close();
    rmSync(folder, { recursive: true, force: true });
    for (const each of spoken) each.mockRestore();
  }
});

function thrownBy(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return null;
}
