import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { dataDigestOf } from '../../../db/digest.ts';
import { versionOf } from '../../../db/migrate.ts';
import { type BackupsIn, backupsIn } from './backups-in.ts';
import { configOf } from './standing.ts';

/** What lies on a disk before any program opens it: opening may migrate, and make backups of its own. */
export interface Lying extends BackupsIn {
  /** Of the file; null where there is none, or none that can be read. */
  readonly version: number | null;
  readonly digest: string;
}

/** Leaves everything as it lies. */
export function readLying(root: string): Lying {
  const home = homeIn(root);
  return {
    ...readCopy(path.join(home, 'rapport.db'), `${root}.looked-at`),
    ...backupsIn(root, [home, configOf(root)]),
  };
}

/** Looked up by hand: the program would write down what it does not find. */
function homeIn(root: string): string {
  try {
    const device: { readonly dataFolder?: string } = JSON.parse(
      readFileSync(path.join(configOf(root), 'device.json'), 'utf8'),
    );
    return device.dataFolder ?? configOf(root);
  } catch {
    return configOf(root);
  }
}

/** Of a copy: whoever opens a file writes what its log holds into it. */
function readCopy(file: string, folder: string): Pick<Lying, 'version' | 'digest'> {
  mkdirSync(folder);
  try {
    for (const ending of ['', '-wal', '-journal'])
      if (existsSync(`${file}${ending}`)) copyFileSync(`${file}${ending}`, path.join(folder, `copy.db${ending}`));
    const copy = new Database(path.join(folder, 'copy.db'), { fileMustExist: true });
    try {
      return { version: versionOf(copy), digest: dataDigestOf(copy) };
    } finally {
      copy.close();
    }
  } catch {
    return { version: null, digest: '' };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
