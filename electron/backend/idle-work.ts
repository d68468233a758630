import { mergeIndex } from '../../db/search-index.ts';
import type { Storage } from '../../db/storage.ts';

const lookEvery = 30_000;

/**
 * While nobody writes, what a save left for later is indexed, and the pieces of the search index are joined in small
 * steps until none is left to join: joining them during a save makes some saves slow. Returns the way to stop.
 */
export function workWhenIdle(
  storage: Pick<Storage, 'file' | 'revision' | 'maintain'>,
  buildIndex: () => void,
  every = lookEvery,
): () => void {
  let seen = -1;
  let merged = -1;

  async function look(): Promise<void> {
    const revision = await storage.revision();
    const isQuiet = revision === seen;
    seen = revision;
    if (!isQuiet) return;
    buildIndex();
    if (revision === merged) return;
    await storage.maintain(() => {
      if (!mergeIndex(storage.file)) merged = revision;
      return Promise.resolve();
    });
  }

  // A step that fails is tried again; nothing is lost with it.
  const timer = setInterval(() => void look().catch(() => undefined), every);
  timer.unref();
  return () => clearInterval(timer);
}
