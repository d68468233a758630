import { chmodSync, copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../shared/contract/call.ts';
import { AppError } from '../shared/errors.ts';
import { type Backup, expendableBackups, listBackups, manifestOf, prune, sweep, writeManifest } from './backup.ts';
import { sha256OfFile } from './file-digest.ts';
import { keepName, makeFolder } from './folder.ts';
import { syncToDisk } from './sync-to-disk.ts';
import { giveName, orNothing, type Progress, unfinished } from './verified-copy.ts';

// The second folder may be shared by several computers: each has a folder of its own in it. When that one is not there,
// the disk is not connected, or something else stands in its place: nothing is begun anew by itself then.

export interface SecondFolder {
  /** As the partner chose it. */
  readonly folder: string;
  /** The name of this computer's own folder in it. */
  readonly own: string;
}

export interface SecondState {
  readonly isThere: boolean;
  /** Those of other computers are named with their folder. */
  readonly backups: readonly Backup[];
  /** How many of the first folder that retention keeps are not there yet. */
  readonly missing: number;
}

export function ownFolderName(deviceId: string): string {
  return `rapport-backups-${deviceId.slice(0, 8)}`;
}

/** Only when the partner chooses it. */
export function beginSecond({ folder, own }: SecondFolder): void {
  makeFolder(join(folder, own));
  // The partner may have made it a moment ago.
  keepName(folder);
}

export function lookAtSecond(second: SecondFolder, first: readonly Backup[], now: Instant): SecondState {
  const place = join(second.folder, second.own);
  if (!existsSync(place)) return { isThere: false, backups: [], missing: wanted(first, [], now).length };
  const own = listBackups(place);
  const others = computersBeside(second).flatMap((name) =>
    listBackups(join(second.folder, name)).map((each) => ({ ...each, name: `${name}/${each.name}` })),
  );
  return { isThere: true, backups: [...own, ...others], missing: wanted(first, own, now).length };
}

/** The folders of other computers in it, by name; none while it is not at hand. */
export function computersBeside({ folder, own }: SecondFolder): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => /^rapport-backups-[0-9a-f]{8}$/.test(name) && name !== own);
}

/** Copies what is missing there, the newest first, and proves each by reading it again; then keeps what retention keeps. */
export function fillSecond(
  folder: string,
  second: SecondFolder,
  now: Instant,
  progress: Progress = () => undefined,
): SecondState {
  const place = join(second.folder, second.own);
  const first = listBackups(folder);
  if (!existsSync(place)) return lookAtSecond(second, first, now);
  sweep(place);
  const missing = wanted(first, listBackups(place), now);
  for (const [index, backup] of missing.entries()) {
    copyBackup(folder, place, backup);
    progress((100 * (index + 1)) / missing.length);
  }
  prune(place, listBackups(place), now);
  // One that was sealed since it was copied has taken the place of the open one.
  sweep(place);
  return lookAtSecond(second, first, now);
}

function wanted(first: readonly Backup[], there: readonly Backup[], now: Instant): readonly Backup[] {
  const held = new Set(there.map(({ name }) => name));
  const goes = new Set(expendableBackups(first, now));
  return first.filter(({ name, isDamaged }) => !held.has(name) && !goes.has(name) && !isDamaged);
}

function copyBackup(from: string, to: string, { name, ...contents }: Backup): void {
  const [source, target] = [join(from, name), join(to, name)];
  const making = `${target}${unfinished}`;
  const sha256 = contents.fileSha256 || sha256OfFile(source);
  orNothing([making, manifestOf(target)], () => {
    copyFileSync(source, making);
    makeOwn(making);
    if (sha256OfFile(making) !== sha256) throw new AppError('backup_failed', 'the second copy holds something else');
    writeManifest(target, { ...contents, fileSha256: sha256 });
    giveName(making, target);
  });
  syncToDisk(to);
}

/** Disks that know no owners, such as sticks, refuse it. */
function makeOwn(path: string): void {
  try {
    chmodSync(path, 0o600);
  } catch {
    // It has no other rights there than the disk gives.
  }
}
