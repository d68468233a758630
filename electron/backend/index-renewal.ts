import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { isIndexWhole } from '../../db/search.ts';
import type { Storage } from '../../db/storage.ts';
import type { Changed } from '../../shared/contract/contract.ts';
import { identityOf } from './file-identity.ts';
import { log } from './log.ts';

export interface IndexRenewal {
  /** How much of the search index stands while it is built, in percent; null when nothing is being built. */
  readonly indexed: () => number | null;
  /** Builds what is missing, if anything is and nobody is at it. */
  readonly begin: () => void;
  readonly stop: () => Promise<void>;
}

// Beside this file in the sources, and beside the bundle.
const usualWorker = path.join(import.meta.dirname, `index-worker${path.extname(import.meta.filename)}`);

/** Builds a search index that is not whole on a thread of its own. What it cannot finish goes on at the next start. */
export function renewIndex(
  storage: Pick<Storage, 'file' | 'revision'>,
  changed: (event: Changed) => void,
  workerFile = usualWorker,
): IndexRenewal {
  const file = { path: storage.file.name, identity: identityOf(storage.file.name) };
  let indexed: number | null = null;
  let worker: Worker | null = null;
  let ended: Promise<void> = Promise.resolve();
  let isStopped = false;

  async function tell(percent: number | null): Promise<void> {
    if (isStopped || percent === indexed) return;
    indexed = percent;
    changed({ revision: await storage.revision(), areas: ['search'] });
  }

  /** A disk that does not answer is asked again when it is quiet the next time. */
  function isWhole(): boolean {
    try {
      return isIndexWhole(storage.file);
    } catch {
      return true;
    }
  }

  function begin(): void {
    if (worker !== null || isStopped || isWhole()) return;
    const building = new Worker(workerFile, { workerData: file });
    worker = building;
    indexed = 0;
    building.on('message', (percent: number) => void tell(percent));
    building.on('error', () => log.warn('the search index was not finished'));
    ended = new Promise((resolve) => {
      building.on('exit', () => {
        worker = null;
        resolve();
        // Begun again when it is quiet, also after a failure.
        void tell(null);
      });
    });
  }

  begin();
  return {
    indexed: () => indexed,
    begin,
    stop: async () => {
      isStopped = true;
      await worker?.terminate();
      await ended;
    },
  };
}
