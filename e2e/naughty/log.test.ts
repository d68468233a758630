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
/** Sessions of writing: what comes next builds on what was kept before. */
const goesOn = /^notes\.(?:revise|keep|keepAside|setAside)$/;

afterEach(() => {
  log.transports.file.level = false;
});

/** A row with this word is refused, with a message of SQLite that holds all words of the row. */
const faulty = 'FAULT';

function breakFor(file: string): void {
  const other = new Database(file);
  for (const table of Object.keys(sharedTables)) {
    const columns = wordColumns.filter((name) => name.startsWith(`${table}.`)).map((name) => name.split('.')[1]);
    if (columns.length === 0) continue;
    const words = columns.map((column) => `coalesce(new."${column}", '')`).join(` || ' ' || `);
    for (const act of ['insert', 'update'])
      other.exec(
        `create trigger fault_${act}_${table} before ${act} on "${table}" when instr(${words}, '${faulty}')
         begin select raise(abort, 'no room for ' || ${words}); end`,
      );
  }
  other.close();
}

test('no line of the log holds what was typed, also when the faults that it tells of do', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-log-'));
  const spoken = (['log', 'info', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name));
  const real = await openReal(folder);
  logInto(path.join(folder, 'config'));
  breakFor(fileOf(folder));
  const refusals: string[] = [];
  /** Every command meets the fault first, and is done then. */
  const broken: RealBackend = {
    ...real,
    call: async (name, input) => {
      const text = JSON.stringify(input);
      if ('commandId' in input && text.includes(marker) && !goesOn.test(name)) {
        const reply = await real.backend.call(name, JSON.parse(text.replaceAll(marker, `${faulty} ${marker}`)));
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
    expect(lines.length).toBeGreaterThan(20);
    expect(refusals.length).toBeGreaterThan(20);
    expect(written).not.toContain(marker);
    expect(refusals.join('\n')).not.toContain(marker);
    expect(spoken.flatMap((each) => each.mock.calls.map(String)).join('\n')).not.toContain(marker);
    // Told as it came, such a fault would say it.
    const fault = thrownBy(() => {
      new Database(fileOf(folder)).prepare(`update client set name = '${faulty} ${marker}'`).run();
    });
    expect(String(fault)).toContain(marker);
    expect(faultOf(fault)).not.toContain(marker);
  } finally {
    typist.close();
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
