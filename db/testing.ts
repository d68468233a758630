import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { Changed } from '../shared/contract/contract.ts';
import { openFile } from './open.ts';
import { openStorage, type Storage } from './storage.ts';

export interface TestStorage extends Storage {
  readonly path: string;
  readonly events: Changed[];
  /** Moves the clock that stamps writes. */
  readonly setNow: (now: string) => void;
  readonly remove: () => Promise<void>;
}

/** A real file in a fresh folder, with a clock that stands still until it is set. */
export function openTestStorage(path = join(mkdtempSync(join(tmpdir(), 'rapport-')), 'rapport.db')): TestStorage {
  let now = '2026-11-23T08:00:00.000Z';
  const events: Changed[] = [];
  const storage = openStorage({
    file: openFile(path),
    now: () => now,
    newId: v7,
    changed: (event) => events.push(event),
  });
  return {
    ...storage,
    get file() {
      return storage.file;
    },
    path,
    events,
    setNow: (value) => {
      now = value;
    },
    remove: async () => {
      await storage.close();
      rmSync(join(path, '..'), { recursive: true, force: true });
    },
  };
}
