import { newCommandId } from '../api.ts';
import { showProblem, showToast } from './toast.ts';
import { undoAction } from './undo.ts';

/** One command and a toast that takes it back, or says why it was refused. Tells whether it was done. */
export async function carryOut(
  run: (commandId: string) => Promise<unknown>,
  done: string,
  undoLabel?: string,
): Promise<boolean> {
  const commandId = newCommandId();
  try {
    await run(commandId);
    showToast({ text: done, actions: [undoAction(commandId, undoLabel)] });
    return true;
  } catch (problem) {
    showProblem(problem);
    return false;
  }
}
