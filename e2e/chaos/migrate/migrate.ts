import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { unpackFixture } from '../../../db/fixtures/make-fixture.ts';
import { migrate } from '../../../db/migrate.ts';
import {
  migrateWithoutTransaction,
  type Migrator,
  openReleased,
  type Released,
  type Traces,
  tracesOf,
} from '../../../db/migration-faults-in-test.ts';
import { migrations, newestVersion } from '../../../db/migrations/migrations.ts';
import { openFile } from '../../../db/open.ts';
import { AppError } from '../../../shared/errors.ts';
import { type Proven, unmet } from '../../report.ts';

/** Gives each a path in a folder of its own, which is empty. */
function inFolder<Value>(work: (file: string) => Value): Value {
  const folder = mkdtempSync(path.join(tmpdir(), 'rapport-migrate-'));
  try {
    return work(path.join(folder, 'rapport.db'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function brokenOff(migrator: Migrator): Traces {
  const all = migrations.map((step) => inFolder((file) => tracesOf(step, migrator, file)));
  const sum = (count: (each: Traces) => number) => all.reduce((whole, each) => whole + count(each), 0);
  return {
    faults: sum(({ faults }) => faults),
    traces: sum(({ traces }) => traces),
    silent: sum(({ silent }) => silent),
  };
}

/** Whether a file of a version to come is refused by that name, and no byte of it changed. */
function refusesNewer(look: (file: string) => unknown): boolean {
  return inFolder((file) => {
    unpackFixture(newestVersion, file);
    const newer = new Database(file);
    newer.pragma(`user_version = ${newestVersion + 1}`);
    newer.close();
    const before = readFileSync(file);
    try {
      look(file);
      return false;
    } catch (problem) {
      return problem instanceof AppError && problem.code === 'file_newer' && readFileSync(file).equals(before);
    }
  });
}

/** Says the right thing and touches the file all the same. */
function touching(file: string): void {
  new Database(file).exec('create table touched (id)').close();
  throw new AppError('file_newer', 'a control');
}

export async function chaosMigrate(): Promise<Proven> {
  const released = migrations.map(({ version }): Released => inFolder((file) => openReleased(version, file)));
  const [found, control] = [brokenOff(migrate), brokenOff(migrateWithoutTransaction)];
  const lost = released.flatMap(({ lost: names }, index) => names.map((name) => `version ${index + 1}: ${name}`));
  const isNewerRefused = refusesNewer(openFile);
  const isHeedlessCaught = !refusesNewer((file) => new Database(file).close()) && !refusesNewer(touching);
  const statements = found.faults - migrations.length;
  return {
    figures: {
      versions: released.length,
      tables: released.reduce((sum, { tables }) => sum + tables, 0),
      rows: released.reduce((sum, { rows }) => sum + rows, 0),
      lost: lost.length,
      ...found,
      isNewerRefused,
      control: { ...control, isHeedlessCaught },
    },
    short: [
      ...lost,
      ...unmet({
        'a migration that broke off left something behind': found.traces === 0,
        'a migration broke off and said nothing': found.silent === 0,
        'a newer file was not refused untouched': isNewerRefused,
        'control: a migrator without a transaction is not caught after every statement': control.traces === statements,
        'control: a program that opens or touches a newer file is not caught': isHeedlessCaught,
        'too little was tried': found.faults > 150 && released.every(({ tables }) => tables >= 30),
      }),
    ],
  };
}
