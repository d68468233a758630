import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Backup, listBackups } from '../../../db/backup.ts';
import { sha256OfFile } from '../../../db/file-digest.ts';
import { isSound } from '../../../db/verified-copy.ts';
import { readBundle } from '../../../electron/backend/bundle/read-bundle.ts';
import { createJob } from '../../../electron/backend/transfer/job.ts';
import { dataOf, exportsOf, fileOf, secondOf, wholeOf } from '../real-backend.ts';
import { archiveOf, clientDataOf, type Told } from './acts.ts';

/** Notes of the scene; the acts add to them. */
const notesAtLeast = 18;

/** Whether what an act said to have made lies there whole. */
export async function isMade(folder: string, act: string, told: readonly Told[]): Promise<boolean> {
  const isSaid = (title: string) => told.some(({ act: said, ok }) => ok && said === title);
  switch (act) {
    case 'backup':
      // One is there from before.
      return wholeBackups(backupsOf(folder)).length > 1;
    case 'sealed backup':
      return wholeBackups(backupsOf(folder)).some(({ isSealed }) => isSealed || !isSaid('seal'));
    case 'fill second folder':
      return !isSaid('second folder') || copiesIn(folder).some((place) => wholeBackups(place).length > 0);
    case 'seal':
    case 'second folder':
      // Told by what is made afterwards.
      return true;
    case 'export':
      return isExported(folder);
    case 'data of a client':
      return existsSync(clientDataOf(folder)) && isPageWhole(clientDataOf(folder));
    case 'whole archive':
      return holdsEverything(folder, archiveOf(folder));
    case 'whole folder':
      return foldersIn(wholeOf(folder)).length > 0;
    default:
      throw new Error(`nobody knows what ${act} leaves behind`);
  }
}

/** Files that nobody would ever clear away, and those that stand under their name and are not whole. */
export async function halfMade(folder: string): Promise<readonly string[]> {
  const places = [exportsOf(folder), wholeOf(folder)];
  const temporary = places.flatMap((place) =>
    readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) =>
      path.basename(name).startsWith('.rapport-'),
    ),
  );
  const torn: string[] = [];
  for (const place of [archiveOf(folder), ...foldersIn(wholeOf(folder))])
    if (existsSync(place) && !(await holdsEverything(folder, place))) torn.push(place);
  const backups = [backupsOf(folder), ...copiesIn(folder)].flatMap((place) =>
    listBackups(place)
      .filter((backup) => !isWhole(place, backup))
      .map(({ name }) => name),
  );
  return [
    ...(existsSync(`${fileOf(folder)}.being-checked`) ? ['a copy that was checked'] : []),
    ...temporary,
    ...torn.map((place) => `half of ${path.basename(place)}`),
    ...backups.map((name) => `half of ${name}`),
  ];
}

const backupsOf = (folder: string) => path.join(dataOf(folder), 'backups');
const foldersIn = (place: string) =>
  readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(place, name));
const copiesIn = (folder: string) => foldersIn(secondOf(folder));

function wholeBackups(place: string): readonly Backup[] {
  return listBackups(place).filter((backup) => isWhole(place, backup));
}

function isWhole(place: string, { name, sha256, fileSha256, isSealed }: Backup): boolean {
  const file = path.join(place, name);
  return isSealed ? sha256OfFile(file) === fileSha256 : isSound(file, sha256);
}

const isPageWhole = (file: string) => readFileSync(file, 'utf8').trimEnd().endsWith('</html>');

/** As whoever brings it in finds out: by every checksum. */
async function holdsEverything(folder: string, place: string): Promise<boolean> {
  const target = path.join(folder, 'brought-in.db');
  const contents = await readBundle(place, target, createJob()).catch(() => null);
  return contents !== null && contents.notes >= notesAtLeast;
}

/** All that stood there when it was asked for. */
function isExported(folder: string): boolean {
  const files = readdirSync(exportsOf(folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  );
  return (
    files.length >= notesAtLeast &&
    files.every((name) => readFileSync(path.join(exportsOf(folder), name), 'utf8').length > 20)
  );
}
