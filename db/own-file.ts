import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { syncToDisk } from './sync-to-disk.ts';
import { orNothing, unfinished } from './verified-copy.ts';

/**
 * Writes the few lines that the program keeps for itself, whole or not at all, on the disk when this returns. Nobody else
 * may read them. A link in the file's place gives way to the file.
 */
export function writeOwnFile(file: string, text: string): void {
  const making = `${file}${unfinished}`;
  orNothing([making], () => {
    // As bytes: Node takes `flush` for nothing where it is given text and an encoding.
    writeFileSync(making, Buffer.from(text), { mode: 0o600, flush: true });
    renameSync(making, file);
  });
  syncToDisk(path.dirname(file));
}
