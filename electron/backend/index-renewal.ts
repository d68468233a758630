import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { isIndexWhole } from '../../db/search.ts';
import type { Storage } from '../../db/storage.ts';
import type { Changed } from '../../shared/contract/contract.ts';
import { log } from './log.ts';

export interface IndexRenewal {
  /** How much of the search index stands while it is built, in percent; null when it is whole. */
  readonly indexed: () => number | null;
  readonly stop: () => Promise<void>;
}

// Beside this file in the sources, and beside the bundle.
const workerFile = path.join(import.meta.dirname, `index-worker${path.extname(import.meta.filename)}`);

/** Builds a search index that is not whole on a thread of its own. What it cannot finish goes on at the next start. */
export function renewIndex(
  storage: Pick<Storage, 'file' | 'revision'>,
  changed: (event: Changed) => void,
): IndexRenewal {
  if (isIndexWhole(storage.file)) return { indexed: () => null, stop: () => Promise.resolve() };
  let indexed: number | null = 0;
  const worker = new Worker(workerFile, { workerData: storage.file.name });
  const tell = async () => changed({ revision: await storage.revision(), areas: ['search'] });
  worker.on('message', (percent: number) => {
    if (percent === indexed) return;
    indexed = percent;
    void tell();
  });
  worker.on('error', () => log.warn('the search index was not finished'));
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', (code) => {
      if (code === 0) indexed = null;
      resolve();
    });
  });
  let isStopped = false;
  void ended.then(() => (isStopped ? undefined : tell()));
  return {
    indexed: () => indexed,
    stop: async () => {
      isStopped = true;
      await worker.terminate();
      await ended;
    },
  };
}
