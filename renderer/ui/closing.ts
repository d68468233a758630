import { create } from 'zustand';
import { call } from '../api.ts';

/** Tells whether everything is on the disk. */
export type Save = () => Promise<boolean>;

const savers = new Set<Save>();
const fields = new Map<Save, Element>();

/** `save` is awaited before the window closes: what was typed a moment ago must reach the disk. Returns the way out. */
export function beforeClosing(save: Save): () => void {
  savers.add(save);
  return () => savers.delete(save);
}

/** The same for a field or form that sends a command of its own; other commands do not wait for it, or it would wait for itself. */
export function beforeLeaving(element: Element, save: Save): () => void {
  fields.set(save, element);
  return () => fields.delete(save);
}

/** Before something else writes to a record that may be open in an editor. True when all of it is on the disk. */
export function saveOpenText(): Promise<boolean> {
  return run([...savers]);
}

/** Before a part of the page is taken away. True when nothing is left in its fields. */
export function saveFieldsIn(part: Element): Promise<boolean> {
  return run([...fields].filter(([, element]) => part.contains(element)).map(([save]) => save));
}

/** Before the page goes. */
export function saveAll(): Promise<boolean> {
  return run([...savers, ...fields.keys()]);
}

async function run(saves: readonly Save[]): Promise<boolean> {
  const results = await Promise.allSettled(saves.map((save) => save()));
  return results.every((result) => result.status === 'fulfilled' && result.value);
}

interface Question {
  /** What would take the unsaved words along; null when nothing is asked. */
  readonly about: 'window' | 'file' | 'form' | null;
  readonly leave: () => Promise<unknown>;
}

const unasked: Question = { about: null, leave: () => Promise.resolve() };

/** What the partner is asked when words could not be saved. */
export const useClosingQuestion = create<Question>(() => unasked);

const longestSaveMs = 2000;

/** Answers the window's question whether it may close: not before all is saved, or the partner lets it go. */
export async function getReadyToClose(): Promise<void> {
  // A page that is heard is not closed over the partner's head, however slow the disk is.
  void call('safety.readyToClose', { ready: false }).catch(() => undefined);
  await leaveWhenSaved('window', () => call('safety.readyToClose', { ready: true }));
}

/** Leaves the page when all that is typed in it is saved; otherwise the partner decides. */
export function leaveWhenSaved(about: 'window' | 'file', leave: () => Promise<unknown>): Promise<void> {
  return leaveWhen(about, saveAll(), leave);
}

export async function leaveWhen(
  about: 'window' | 'file' | 'form',
  isFree: Promise<boolean>,
  leave: () => Promise<unknown>,
): Promise<void> {
  const slow = new Promise<false>((resolve) => setTimeout(() => resolve(false), longestSaveMs));
  if (await Promise.race([isFree, slow])) await leave();
  else useClosingQuestion.setState({ about, leave });
}

export function stay(): void {
  useClosingQuestion.setState(unasked);
}

export async function leaveWithoutSaving(): Promise<void> {
  const { leave } = useClosingQuestion.getState();
  stay();
  await leave();
}
