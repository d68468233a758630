import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { Instant } from '../shared/contract/call.ts';
import { AppError } from '../shared/errors.ts';
import { sealFile, type SealKey } from './backup-seal.ts';
import { databaseFiles, logEnding } from './database-files.ts';
import { clientErasuresIn } from './erasures.ts';
import { sha256OfFile } from './file-digest.ts';
import { makeFolder } from './folder.ts';
import { writeOwnFile } from './own-file.ts';
import { byAge, expendable } from './retention.ts';
import { storageError } from './storage-error.ts';
import { syncToDisk } from './sync-to-disk.ts';
import {
  type CopySource,
  giveName,
  orNothing,
  type Progress,
  removeFile,
  sourceOf,
  unfinished,
  writeVerified,
} from './verified-copy.ts';

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
  /** The id of that command; not known of old ones. */
  commandId: z.string().default(''),
  sha256: z.string(),
  /** Of the agency's data and its change log alone. */
  dataSha256: z.string().default(''),
  isSmaller: z.boolean(),
  /** Only the passphrase of that time opens it. */
  isSealed: z.boolean().default(false),
  /** Of the file as it lies there, sealed or not; not known of old ones. */
  fileSha256: z.string().default(''),
  /** When it was last looked at whether it still holds what it held; old ones were when they were made. */
  checkedAt: z.string().nullable().default(null),
  isDamaged: z.boolean().default(false),
  /** When it was the way back from another one that was put in place of the data. */
  beforeRestoreAt: z.string().nullable().default(null),
  /** Erasures of which nothing is left in it, whatever the clock said then: once it is sealed nobody can look. */
  cleared: z.array(z.string()).default([]),
});

type Manifest = Readonly<z.infer<typeof manifest>>;
export type Backup = Manifest & { readonly name: string };

export interface BackupOptions {
  /** Null or nothing: it lies there as it is. */
  readonly seal?: SealKey | null;
  readonly progress?: Progress;
}

const endings = ['.db', '.sealed'] as const;
const dayLength = 86_400_000;
/** The way back from a restore outlasts what retention keeps. */
const keptAfterRestore = 30 * dayLength;

/** Makes a verified backup of an open file, then lets go of the ones that retention does not keep. */
export function makeBackup(file: Database.Database, folder: string, now: Instant, options?: BackupOptions): Backup {
  return makeBackupFrom(sourceOf(file), folder, now, options);
}

export function makeBackupFrom(source: CopySource, folder: string, now: Instant, options: BackupOptions = {}): Backup {
  const { seal = null, progress = () => undefined } = options;
  try {
    makeFolder(folder);
    sweep(folder);
    const before = listBackups(folder);
    const target = join(folder, freeName(before, now, seal === null ? '.db' : '.sealed'));
    const backup = keepAs(source, target, { seal, progress }, (rows) => ({
      madeAt: now,
      number: Math.max(0, ...before.map(({ number }) => number)) + 1,
      isSmaller: isMuchSmaller(rows, before),
      checkedAt: now,
      beforeRestoreAt: null,
      cleared: clientErasuresIn(source.rows),
    }));
    prune(folder, [backup, ...before], now);
    progress(100);
    return backup;
  } catch (error) {
    throw backupError(error);
  }
}

type Facts = Pick<Manifest, 'madeAt' | 'number' | 'isSmaller' | 'checkedAt' | 'beforeRestoreAt' | 'cleared'>;

interface Keeping extends Required<BackupOptions> {
  /** Where it lies open before it is sealed; beside its place when nothing is said. */
  readonly openAt?: string | undefined;
}

/** A verified backup under its name, with its manifest. */
function keepAs(
  source: CopySource,
  target: string,
  { seal, progress, openAt }: Keeping,
  factsOf: (rows: number) => Facts,
): Backup {
  const plain = openAt ?? `${target}${unfinished}`;
  const sealed = `${target}.sealing${unfinished}`;
  const contents = orNothing([...databaseFiles(plain), sealed, manifestOf(target)], () => {
    const { rows, sha256, dataSha256 } = writeVerified(source, plain, progress);
    const fileSha256 = seal === null ? sha256OfFile(plain) : sealFile(plain, sealed, seal);
    const making = seal === null ? plain : sealed;
    if (seal !== null) rmSync(plain);
    const made: Manifest = {
      ...factsOf(rows),
      bytes: statSync(making).size,
      rows,
      clients: countOf(source.rows, 'select count(*) from client where deleted_at is null'),
      notes: countOf(source.rows, 'select count(*) from note where deleted_at is null'),
      revision: countOf(source.rows, 'select coalesce(max(seq), 0) from local_command'),
      commandId: source.rows.prepare<[], string>('select id from local_command order by seq desc').pluck().get() ?? '',
      sha256,
      dataSha256,
      isSealed: seal !== null,
      fileSha256,
      isDamaged: false,
    };
    writeManifest(target, made);
    giveName(making, target);
    return made;
  });
  syncToDisk(join(target, '..'));
  return { ...contents, name: basename(target) };
}

interface Replacing {
  readonly folder: string;
  readonly old: Backup;
  readonly now: Instant;
  /** Only of a sealed one: as it is sealed again, and where it may lie open meanwhile. */
  readonly sealing?: { readonly key: SealKey; readonly openAt: string };
  /** Nothing of this erasure is left in it. */
  readonly erasureId: string;
}

/** What `file` holds takes the place of a backup, as one made then; the old one goes only when the new one is verified. */
export function replaceBackup(file: Database.Database, { folder, old, now, sealing, erasureId }: Replacing): Backup {
  const { madeAt, number, isSmaller, beforeRestoreAt } = old;
  const target = join(folder, freeName(listBackups(folder), madeAt, sealing === undefined ? '.db' : '.sealed'));
  const cleared = [...new Set([...old.cleared, erasureId])];
  const facts: Facts = { madeAt, number, isSmaller, checkedAt: now, beforeRestoreAt, cleared };
  const keeping = { seal: sealing?.key ?? null, openAt: sealing?.openAt, progress: () => undefined };
  const made = keepAs(sourceOf(file), target, keeping, () => facts);
  removeBackup(folder, old.name);
  syncToDisk(folder);
  return made;
}

/** Messages of the system name the whole path; its codes do not. */
export function backupError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const refusal = storageError(error);
  if (refusal instanceof AppError && refusal.code === 'disk_full') return refusal;
  const hasCode = error instanceof Error && 'code' in error && typeof error.code === 'string';
  return new AppError('backup_failed', hasCode ? String(error.code) : 'unknown');
}

/** Newest first; files without a readable manifest are somebody else's. */
export function listBackups(folder: string): readonly Backup[] {
  const names = namesIn(folder);
  const files = new Set(names);
  return names
    .filter((name) => endings.some((ending) => name.endsWith(ending)) && files.has(manifestOf(name)))
    .flatMap((name) => readManifest(folder, name))
    .toSorted(byAge);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readManifest(folder: string, name: string): readonly Backup[] {
  try {
    const read = manifest.parse(JSON.parse(readFileSync(join(folder, manifestOf(name)), 'utf8')));
    // Two files cannot share one manifest: a name that was given to a sealed one is not that of an open one.
    return read.isSealed === name.endsWith('.sealed') ? [{ ...read, name }] : [];
  } catch {
    return [];
  }
}

/** Says something new of a backup; the old words stand until the new ones are whole. */
export function noteOfBackup(folder: string, backup: Backup, news: Partial<Manifest>): Backup {
  const { name, ...known } = { ...backup, ...news };
  writeManifest(join(folder, name), known);
  return { ...known, name };
}

export function manifestOf(backup: string): string {
  return backup.replace(/\.(?:db|sealed)$/, '.json');
}

export function writeManifest(backup: string, contents: Manifest): void {
  writeOwnFile(manifestOf(backup), `${JSON.stringify(contents, null, 2)}\n`);
}

function freeName(before: readonly Backup[], now: Instant, ending: (typeof endings)[number]): string {
  const stem = `rapport-${now.slice(0, 19).replaceAll(':', '-')}`;
  const taken = new Set(before.map(({ name }) => manifestOf(name)));
  let name = stem;
  for (let number = 2; taken.has(`${name}.json`); number += 1) name = `${stem}-${number}`;
  return `${name}${ending}`;
}

/** Rows are never deleted, so losing half of them since the last backup of full size is not a partner's doing. */
function isMuchSmaller(rows: number, before: readonly Backup[]): boolean {
  const ofFullSize = before.filter(({ isSmaller }) => !isSmaller);
  const last = ofFullSize.find(({ isDamaged }) => !isDamaged) ?? ofFullSize[0];
  return last !== undefined && rows < last.rows / 2;
}

/** Those that may go: what retention does not keep, and no way back from a restore for a month. */
export function expendableBackups(backups: readonly Backup[], now: Instant): readonly string[] {
  const waysBack = new Set(backups.filter((backup) => isWayBack(backup, now)).map(({ name }) => name));
  return expendable(backups, now).filter((name) => !waysBack.has(name));
}

function isWayBack({ beforeRestoreAt }: Backup, now: Instant): boolean {
  return beforeRestoreAt !== null && Math.abs(Date.parse(now) - Date.parse(beforeRestoreAt)) < keptAfterRestore;
}

export function prune(folder: string, backups: readonly Backup[], now: Instant): void {
  for (const name of expendableBackups(backups, now)) removeBackup(folder, name);
}

export function removeBackup(folder: string, name: string): void {
  rmSync(join(folder, name), { force: true });
  rmSync(join(folder, manifestOf(name)), { force: true });
}

/** What earlier attempts left when the program was ended; an open file whose sealed one is whole is such a thing too. */
export function sweep(folder: string): void {
  const names = namesIn(folder);
  for (const name of names.filter((each) => isLeftFile(each) || isLeftManifest(each, names)))
    removeFile(join(folder, name));
  for (const { name } of listBackups(folder))
    if (name.endsWith('.sealed')) removeFile(join(folder, name.replace(/\.sealed$/, '.db')));
}

function isLeftFile(name: string): boolean {
  const stem = name.replace(logEnding, '');
  return stem.startsWith('rapport-') && /\.(?:db|sealed|json|sealing)\.unfinished$/.test(stem);
}

/** Of a backup that never got its name: the program was ended in that moment. */
function isLeftManifest(name: string, names: readonly string[]): boolean {
  if (!/^rapport-[\dT-]+\.json$/.test(name)) return false;
  return !endings.some((ending) => names.includes(name.replace(/\.json$/, ending)));
}

function countOf(file: Database.Database, query: string): number {
  return Number(file.prepare(query).pluck().get());
}
