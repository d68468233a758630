import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../shared/contract/call.ts';
import { logEndings } from './database-files.ts';

/**
 * A file and its logs get another name in their folder: a log must not be written back into the file that follows. What it
 * gives back takes that back.
 */
export function setAside(path: string, why: 'moved' | 'set-aside', now: Instant): () => void {
  const stem = join(path, '..', `rapport-${why}-${now.slice(0, 19).replaceAll(':', '-')}`);
  const endings = ['', ...logEndings];
  const isTaken = (place: string) => endings.some((ending) => existsSync(`${place}${ending}`));
  let aside = `${stem}.db`;
  for (let number = 2; isTaken(aside); number += 1) aside = `${stem}-${number}.db`;
  const moved = endings.filter((ending) => existsSync(`${path}${ending}`));
  for (const ending of moved) renameSync(`${path}${ending}`, `${aside}${ending}`);
  return () => {
    for (const ending of moved) renameSync(`${aside}${ending}`, `${path}${ending}`);
  };
}
