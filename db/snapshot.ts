import Database from 'better-sqlite3';
import { longestWait, openStanding } from './standing-file.ts';
import type { CopySource } from './verified-copy.ts';

export interface Snapshot extends CopySource {
  readonly close: () => void;
}

/**
 * The file as it stands now, on connections of its own, to make a copy from beside the program's own work. Nothing can be
 * written while the copy itself is made, so that it holds what the snapshot holds; `copied` says that this is over, and
 * the rows of the snapshot are read and compared while writes go on.
 */
export function openSnapshot(path: string, copied: () => void): Snapshot {
  const gate = new Database(path, { fileMustExist: true, timeout: longestWait });
  let rows: Database.Database;
  try {
    gate.exec('begin immediate');
    rows = openStanding(path);
  } catch (error) {
    gate.close();
    throw error;
  }
  return {
    rows,
    copyInto: (target) => {
      const copier = new Database(path, { readonly: true, fileMustExist: true, timeout: longestWait });
      try {
        copier.prepare('vacuum into ?').run(target);
      } finally {
        copier.close();
        // Rolls back nothing: it only kept others from writing.
        gate.close();
        copied();
      }
    },
    close: () => {
      rows.close();
      gate.close();
    },
  };
}
