import { parentPort, workerData } from 'node:worker_threads';
import { openIndexBuilder } from '../../db/index-builder.ts';
import { type OpenedFile, refuseReplaced } from './file-identity.ts';

// Builds the search index on a thread of its own, in transactions so short that a save between them waits for a moment
// at most. Says after each how far it is, and ends by itself.

const file: OpenedFile = workerData;
const builder = openIndexBuilder(file.path, () => refuseReplaced(file));
try {
  for (let isMore = true; isMore;) {
    isMore = await builder.step();
    parentPort?.postMessage(builder.progress());
  }
} finally {
  await builder.close();
}
