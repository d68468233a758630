import type { Storage, StepDone } from '../../../db/storage.ts';
import { isLongStep, type StepWanted } from '../../../db/write-step.ts';
import type { Context } from '../context.ts';

/** One step back or forth in the history; one over the words of a long note, or over very much, holds up nothing else. */
export async function takeStep(
  { storage, longNotes }: Pick<Context, 'storage' | 'longNotes'>,
  wanted: StepWanted,
): Promise<StepDone> {
  return (await isLongStep(storage.read, wanted)) ? longNotes.step(wanted) : stepHere(storage, wanted);
}

export function stepHere(
  storage: Pick<Storage, 'undo' | 'redo'>,
  { kind, commandId, targetId }: StepWanted,
): Promise<StepDone> {
  return kind === 'undo' ? storage.undo(commandId, targetId) : storage.redo(commandId);
}
