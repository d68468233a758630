import { call } from '../api.ts';

const savers = new Set<() => Promise<void>>();

/** `save` is awaited before the window closes: what was typed a moment ago must reach the disk. Returns the way out. */
export function beforeClosing(save: () => Promise<void>): () => void {
  savers.add(save);
  return () => savers.delete(save);
}

/** Before something else writes to a record that may be open in an editor. */
export async function saveOpenText(): Promise<void> {
  await Promise.allSettled([...savers].map((save) => save()));
}

/** Answers the window's question whether it may close; a failed save does not hold the window open for ever. */
export async function getReadyToClose(): Promise<void> {
  await saveOpenText();
  await call('safety.readyToClose', {});
}
