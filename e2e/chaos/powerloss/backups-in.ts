import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { listBackups } from '../../../db/backup.ts';
import { dataDigestOf } from '../../../db/digest.ts';
import { versionOf } from '../../../db/migrate.ts';
import { isSound } from '../../../db/verified-copy.ts';

/** Backups that lie somewhere, by their places. */
export interface BackupsIn {
  readonly backups: readonly string[];
  /** Those under their names that do not hold what they say. */
  readonly unsound: readonly string[];
  /** What each sound one holds: the version of its file and the digest of its rows. */
  readonly held: readonly string[];
}

/** Of a version of the file, with these rows. */
export const heldAs = (version: number | null, digest: string): string => `version ${version}, ${digest}`;

export function backupsIn(root: string, homes: readonly string[]): BackupsIn {
  const places = homes.map((home) => path.join(home, 'backups'));
  const second = path.join(root, 'second');
  if (existsSync(second)) places.push(...readdirSync(second).map((name) => path.join(second, name)));
  const found = [...new Set(places)].flatMap((place) =>
    listBackups(place).map(({ name, sha256 }) => {
      const file = path.join(place, name);
      return { name: path.relative(root, file), holds: whatHolds(file, sha256) };
    }),
  );
  return {
    backups: found.filter(({ holds }) => holds !== null).map(({ name }) => name),
    unsound: found.filter(({ holds }) => holds === null).map(({ name }) => name),
    held: found.flatMap(({ holds }) => (holds === null ? [] : [holds])),
  };
}

export function sumOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

const known = new Map<string, string | null>();

/** Null when it does not hold what it says. A backup is looked through once, however often it is met. */
function whatHolds(file: string, sha256: string): string | null {
  const key = `${sumOf(file)} ${sha256}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const holds = isSound(file, sha256) ? readHeld(file) : null;
  known.set(key, holds);
  return holds;
}

function readHeld(file: string): string {
  const backup = new Database(file, { readonly: true, fileMustExist: true });
  try {
    return heldAs(versionOf(backup), dataDigestOf(backup));
  } finally {
    backup.close();
  }
}
