import { mergeIndex } from '../../db/search-index.ts';
import type { Storage } from '../../db/storage.ts';

const lookEvery = 30_000;

/**
 * Joins the pieces of the search index in small steps while nobody writes: joining them during a save makes some saves
 * slow. Returns the way to stop.
 */
export function workWhenIdle(storage: Pick<Storage, 'file' | 'revision' | 'maintain'>, every = lookEvery): () => void {
  let seen = -1;
  let merged = -1;

  async function look(): Promise<void> {
    const revision = await storage.revision();
    const isQuiet = revision === seen;
    seen = revision;
    if (!isQuiet || revision === merged) return;
    merged = revision;
    await storage.maintain(() => Promise.resolve(mergeIndex(storage.file)));
  }

  // A step that fails is tried again after the next change; nothing is lost with it.
  const timer = setInterval(() => void look().catch(() => undefined), every);
  timer.unref();
  return () => clearInterval(timer);
}
