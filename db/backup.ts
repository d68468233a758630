import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import type { Instant } from '../shared/contract/call.ts';
import { AppError } from '../shared/errors.ts';
import { dataDigestOf, digestOf } from './digest.ts';
import { quickCheck } from './quick-check.ts';
import { byAge, expendable } from './retention.ts';
import { storageError } from './storage-error.ts';
import { syncToDisk } from './sync-to-disk.ts';

// A backup is a file of its own, never a copy of the live one: VACUUM INTO a temporary name, opened again, checked and
// compared row by row with what was saved. Its manifest is written before it gets its name: one that is there under its
// name is always whole and known. Nothing is deleted before the new one is verified.

const manifest = z.object({
  madeAt: z.string(),
  /** Counted through the folder, since clocks are set wrong and right again. */
  number: z.number().default(0),
  bytes: z.number(),
  rows: z.number(),
  clients: z.number(),
  notes: z.number().nullable().default(null),
  /** Number of the last command in it. */
  revision: z.number(),
  sha256: z.string(),
  /** Of the agency's data and its change log alone. */
  dataSha256: z.string().default(''),
  isSmaller: z.boolean(),
});

type Manifest = z.infer<typeof manifest>;
export type Backup = Readonly<Manifest> & { readonly name: string };

export const unfinished = '.unfinished';

/** Makes a verified backup of an open file, then lets go of the ones that retention does not keep. */
export function makeBackup(file: Database.Database, folder: string, now: Instant): Backup {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    sweep(folder);
    const before = listBackups(folder);
    const backup = keepAs(file, join(folder, freeName(before, now)), (rows) => ({
      madeAt: now,
      number: Math.max(0, ...before.map(({ number }) => number)) + 1,
      isSmaller: isMuchSmaller(rows, before),
    }));
    prune(folder, [backup, ...before], now);
    return backup;
  } catch (error) {
    if (error instanceof AppError) throw error;
    const refusal = storageError(error);
    if (refusal instanceof AppError && refusal.code === 'disk_full') throw refusal;
    throw new AppError('backup_failed', reasonOf(error));
  }
}

/** A verified backup under its name, with its manifest. */
function keepAs(
  file: Database.Database,
  target: string,
  factsOf: (rows: number) => Pick<Manifest, 'madeAt' | 'number' | 'isSmaller'>,
): Backup {
  const making = `${target}${unfinished}`;
  const contents = orNothing([making, manifestOf(target)], () => {
    const { rows, sha256 } = writeVerified(file, making);
    const made: Manifest = {
      ...factsOf(rows),
      bytes: statSync(making).size,
      rows,
      clients: countOf(file, 'select count(*) from client where deleted_at is null'),
      notes: countOf(file, 'select count(*) from note where deleted_at is null'),
      revision: countOf(file, 'select coalesce(max(seq), 0) from local_command'),
      sha256,
      dataSha256: dataDigestOf(file),
    };
    writeFileSync(manifestOf(target), `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flush: true });
    giveName(making, target);
    return made;
  });
  syncToDisk(join(target, '..'));
  return { ...contents, name: basename(target) };
}

/** What `file` holds takes the place of a backup, as one made then; the old one goes only when the new one is verified. */
export function replaceBackup(file: Database.Database, folder: string, old: Backup): Backup {
  const { madeAt, number, isSmaller } = old;
  const name = freeName(listBackups(folder), madeAt);
  const made = keepAs(file, join(folder, name), () => ({ madeAt, number, isSmaller }));
  remove(join(folder, old.name));
  remove(join(folder, manifestOf(old.name)));
  syncToDisk(folder);
  return made;
}

/** Messages of the system name the whole path; its codes do not. */
function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}

/** Writes the whole file to a new place; it has its name only once it is known to hold the same rows. */
export function copyVerified(file: Database.Database, target: string) {
  const making = `${target}${unfinished}`;
  const digest = orNothing([making], () => {
    const written = writeVerified(file, making);
    giveName(making, target);
    return written;
  });
  syncToDisk(join(target, '..'));
  return digest;
}

/** What was begun and came to nothing takes no room: the disk may be full. */
function orNothing<Made>(begun: readonly string[], make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    begun.forEach(remove);
    throw error;
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Why nothing was made is what there is to tell.
  }
}

function writeVerified(file: Database.Database, making: string) {
  rmSync(making, { force: true });
  // SQLite fills an empty file that is there; one that it makes itself could be read by others.
  closeSync(openSync(making, 'wx', 0o600));
  file.prepare('vacuum into ?').run(making);
  const expected = digestOf(file);
  if (!isSound(making, expected.sha256)) throw new AppError('backup_failed', 'the copy does not hold what was saved');
  return expected;
}

function giveName(making: string, target: string): void {
  syncToDisk(making);
  renameSync(making, target);
}

/** Whether the file can be read and holds exactly the rows that its digest names. */
export function isSound(path: string, sha256: string): boolean {
  let copy: Database.Database | null = null;
  try {
    copy = new Database(path, { readonly: true, fileMustExist: true });
    return quickCheck(copy) !== 'damaged' && digestOf(copy).sha256 === sha256;
  } catch {
    return false;
  } finally {
    copy?.close();
  }
}

/** Newest first; files without a readable manifest are somebody else's. */
export function listBackups(folder: string): readonly Backup[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  const files = new Set(names);
  return names
    .filter((name) => name.endsWith('.db') && files.has(manifestOf(name)))
    .flatMap((name) => readManifest(folder, name))
    .toSorted(byAge);
}

function readManifest(folder: string, name: string): readonly Backup[] {
  try {
    return [{ ...manifest.parse(JSON.parse(readFileSync(join(folder, manifestOf(name)), 'utf8'))), name }];
  } catch {
    return [];
  }
}

function manifestOf(backup: string): string {
  return backup.replace(/\.db$/, '.json');
}

function freeName(before: readonly Backup[], now: Instant): string {
  const stem = `rapport-${now.slice(0, 19).replaceAll(':', '-')}`;
  const taken = new Set(before.map(({ name }) => name));
  let name = `${stem}.db`;
  for (let number = 2; taken.has(name); number += 1) name = `${stem}-${number}.db`;
  return name;
}

/** Rows are never deleted, so losing half of them since the last backup of full size is not a partner's doing. */
function isMuchSmaller(rows: number, before: readonly Backup[]): boolean {
  const last = before.find(({ isSmaller }) => !isSmaller);
  return last !== undefined && rows < last.rows / 2;
}

function prune(folder: string, backups: readonly Backup[], now: Instant): void {
  for (const name of expendable(backups, now)) {
    rmSync(join(folder, name), { force: true });
    rmSync(join(folder, manifestOf(name)), { force: true });
  }
}

/** What earlier attempts left when the program was ended. */
function sweep(folder: string): void {
  const names = readdirSync(folder);
  for (const name of names.filter((each) => isLeftBackup(each) || isLeftManifest(each, names)))
    remove(join(folder, name));
}

function isLeftBackup(name: string): boolean {
  return name.startsWith('rapport-') && name.endsWith(`.db${unfinished}`);
}

/** Of a backup that never got its name: the program was ended in that moment. */
function isLeftManifest(name: string, names: readonly string[]): boolean {
  return /^rapport-[\dT-]+\.json$/.test(name) && !names.includes(name.replace(/json$/, 'db'));
}

function countOf(file: Database.Database, query: string): number {
  return Number(file.prepare(query).pluck().get());
}
