import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { syncToDisk } from './sync-to-disk.ts';
import { orNothing, unfinished } from './verified-copy.ts';

/**
 * Writes the few lines that the program keeps for itself, whole or not at all, on the disk when this returns; it throws as
 * well where they stand there and only their name may not outlast a power cut. Nobody else may read them. A link in the
 * file's place gives way to the file.
 */
export function writeOwnFile(file: string, text: string): void {
  const making = `${file}${unfinished}`;
  orNothing([making], () => {
    writeFileSync(making, text, { mode: 0o600, flush: true });
    renameSync(making, file);
  });
  syncToDisk(path.dirname(file));
}
