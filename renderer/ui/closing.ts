import { create } from 'zustand';
import { call } from '../api.ts';

/** Tells whether everything is on the disk. */
export type Save = () => Promise<boolean>;

const savers = new Set<Save>();

/** `save` is awaited before the window closes: what was typed a moment ago must reach the disk. Returns the way out. */
export function beforeClosing(save: Save): () => void {
  savers.add(save);
  return () => savers.delete(save);
}

/** Before something else writes to a record that may be open in an editor. True when all of it is on the disk. */
export async function saveOpenText(): Promise<boolean> {
  const results = await Promise.allSettled([...savers].map((save) => save()));
  return results.every((result) => result.status === 'fulfilled' && result.value);
}

/** Whether the partner is asked what to do with words that could not be saved. */
export const useClosingQuestion = create<{ readonly isAsked: boolean }>(() => ({ isAsked: false }));

const longestSaveMs = 2000;

/** Answers the window's question whether it may close: not before all is saved, or the partner lets it go. */
export async function getReadyToClose(): Promise<void> {
  // A page that is heard is not closed over the partner's head, however slow the disk is.
  void call('safety.readyToClose', { ready: false }).catch(() => undefined);
  const slow = new Promise<false>((resolve) => setTimeout(() => resolve(false), longestSaveMs));
  if (await Promise.race([saveOpenText(), slow])) await closeWithoutSaving();
  else useClosingQuestion.setState({ isAsked: true });
}

export function keepOpen(): void {
  useClosingQuestion.setState({ isAsked: false });
}

export async function closeWithoutSaving(): Promise<void> {
  await call('safety.readyToClose', { ready: true });
}
