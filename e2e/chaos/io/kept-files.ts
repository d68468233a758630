import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Backup, listBackups, manifestOf } from '../../../db/backup.ts';
import { databaseFiles } from '../../../db/database-files.ts';
import { sha256OfFile } from '../../../db/file-digest.ts';
import { unpackBackup } from '../../../db/unpack-backup.ts';
import { isSound } from '../../../db/verified-copy.ts';
import { readBundle } from '../../../electron/backend/bundle/read-bundle.ts';
import { createJob } from '../../../electron/backend/transfer/job.ts';
import { dataOf, exportsOf, fileOf } from '../real-backend.ts';
import { notesInScene } from '../scene.ts';
import { archiveOf, clientDataOf, passphrase, secondOf, type Told, wholeOf } from './acts.ts';

// Files are looked at before any program opens the data again: opening and closing make backups of their own, and clear
// away what is left.

/** Whether what an act said to have made lies there whole; null for what the next start of the program tells. */
export async function isMade(folder: string, said: Told, told: readonly Told[]): Promise<boolean | null> {
  const isSaid = (title: string) => told.some(({ act, ok }) => ok && act === title);
  switch (said.act) {
    case 'backup':
      return backupMadeAt(folder, said.madeAt) !== null || isOutlived(folder, said.madeAt);
    case 'sealed backup': {
      const made = backupMadeAt(folder, said.madeAt);
      return made !== null && (!isSaid('seal') || (made.isSealed && isOpenedByPassphrase(folder, made)));
    }
    case 'fill second folder':
      return !isSaid('second folder') || isCopied(folder, said.toldAt);
    case 'seal':
    case 'second folder':
      return null;
    case 'export': {
      // A note that was refused may be in the file: its commit happened, and what failed was to hear of it.
      const least = notesInScene + (isSaid('note') || isSaid('note again') ? 1 : 0);
      const exports = foldersIn(exportsOf(folder)).map(notesUnder);
      return exports.length > 0 && exports.every((notes) => notes.length >= least && notes.every(isWholeNote(told)));
    }
    case 'data of a client':
      return existsSync(clientDataOf(folder)) && isPageWhole(clientDataOf(folder));
    case 'whole archive':
      return holdsEverything(folder, archiveOf(folder));
    case 'whole folder':
      return foldersIn(wholeOf(folder)).length > 0;
    default:
      throw new Error(`nobody knows what ${said.act} leaves behind`);
  }
}

/** Files that are not whole and stand under their name, and what nobody took away that came to nothing. */
export async function halfMade(folder: string, told: readonly Told[]): Promise<readonly string[]> {
  const torn: string[] = [];
  for (const place of [archiveOf(folder), ...foldersIn(wholeOf(folder))])
    if (existsSync(place) && !(await holdsEverything(folder, place))) torn.push(place);
  torn.push(...notesUnder(exportsOf(folder)).filter((file) => !isWholeNote(told)(file)));
  if (existsSync(clientDataOf(folder)) && !isPageWhole(clientDataOf(folder))) torn.push(clientDataOf(folder));
  for (const place of [backupsOf(folder), ...copiesIn(folder)]) torn.push(...notWhole(place));
  const left = filesIn(folder).filter(
    (file) => isLeft(path.basename(file)) || file === `${fileOf(folder)}.being-checked`,
  );
  const named = (file: string) => path.relative(folder, file);
  return [...torn.map((file) => `half of ${named(file)}`), ...left.map((file) => `left behind: ${named(file)}`)];
}

const backupsOf = (folder: string) => path.join(dataOf(folder), 'backups');
const copiesIn = (folder: string) => foldersIn(secondOf(folder));

function foldersIn(place: string): readonly string[] {
  if (!existsSync(place)) return [];
  const entries = readdirSync(place, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(place, name));
}

function filesIn(place: string): readonly string[] {
  const names = existsSync(place) ? readdirSync(place, { recursive: true, encoding: 'utf8' }) : [];
  return names.map((name) => path.join(place, name));
}

function isLeft(name: string): boolean {
  return name.startsWith('.rapport-') || /\.unfinished(?:-|$)/.test(name);
}

function backupMadeAt(folder: string, madeAt: string | null): Backup | null {
  const place = backupsOf(folder);
  return listBackups(place).find((backup) => backup.madeAt === madeAt && isWhole(place, backup)) ?? null;
}

/** Three of a day are kept: where as many newer ones are whole, nobody can say any more whether it was there. */
function isOutlived(folder: string, madeAt: string | null): boolean {
  const place = backupsOf(folder);
  const newer = listBackups(place).filter(
    (backup) => madeAt !== null && backup.madeAt > madeAt && isWhole(place, backup),
  );
  return newer.length >= 3;
}

/** All that was there when it was said. */
function isCopied(folder: string, toldAt: string): boolean {
  const held = new Set(
    copiesIn(folder)
      .flatMap((place) => listBackups(place).filter((backup) => isWhole(place, backup)))
      .map(({ name }) => name),
  );
  return listBackups(backupsOf(folder)).every(({ name, madeAt }) => madeAt > toldAt || held.has(name));
}

function isWhole(place: string, { name, sha256, fileSha256, isSealed }: Backup): boolean {
  const file = path.join(place, name);
  return isSealed ? sha256OfFile(file) === fileSha256 : isSound(file, sha256);
}

function isOpenedByPassphrase(folder: string, backup: Backup): boolean {
  const target = path.join(folder, 'unsealed.db');
  try {
    unpackBackup(backupsOf(folder), backup, target, passphrase);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(target, { force: true });
  }
}

/** Backups that do not hold what they should, or of which nobody knows what they hold. */
function notWhole(place: string): readonly string[] {
  const known = listBackups(place);
  const names = new Set(known.flatMap(({ name }) => [name, manifestOf(name)]));
  const unknown = filesIn(place).filter((file) => !names.has(path.basename(file)) && !isLeft(path.basename(file)));
  return [...known.filter((backup) => !isWhole(place, backup)).map(({ name }) => path.join(place, name)), ...unknown];
}

/** As whoever brings it in finds out: by every checksum. */
async function holdsEverything(folder: string, place: string): Promise<boolean> {
  const target = path.join(folder, 'brought-in.db');
  const contents = await readBundle(place, target, createJob()).catch(() => null);
  for (const file of databaseFiles(target)) rmSync(file, { force: true });
  return contents !== null && contents.notes >= notesInScene;
}

const notesUnder = (place: string) => filesIn(place).filter((file) => file.endsWith('.md'));

/** Its text, as it was saved last by then, is the end of the file. */
function isWholeNote(told: readonly Told[]): (file: string) => boolean {
  const isLater = told.some(({ act, ok }) => ok && act === 'note again');
  const ends = [/, note \d$/, isLater ? /\nFirst words and more$/ : /\nFirst words(?: and more)?$/];
  return (file) => ends.some((end) => end.test(readFileSync(file, 'utf8')));
}

function isPageWhole(file: string): boolean {
  return readFileSync(file, 'utf8').trimEnd().endsWith('</html>');
}
