import { msg } from '@lingui/core/macro';
import { call, newCommandId } from '../api.ts';
import { commandName } from './command-names.ts';
import { isTyping } from './commands.ts';
import { showProblem, showToast, type ToastAction } from './toast.ts';
import { i18n } from './words.ts';

/** The button of a toast that takes back a command, the last one when none is named. */
export function undoAction(commandId?: string, label = i18n.t(msg`Undo`)): ToastAction {
  return { label, keys: 'Mod+KeyZ', run: () => void undo(commandId) };
}

/** Undoes the last command, or the named one when nothing it touched has changed since. */
export async function undo(targetId?: string): Promise<void> {
  try {
    const done = await call('safety.undo', {
      commandId: newCommandId(),
      ...(targetId === undefined ? {} : { targetId }),
    });
    const what = commandName(done.commandName);
    showToast({
      text: what === null ? i18n.t(msg`Undone`) : i18n.t(msg`Undone: ${what}`),
      actions: [{ label: i18n.t(msg`Redo`), keys: 'Mod+Shift+KeyZ', run: () => void redo() }],
    });
  } catch (problem) {
    showProblem(problem);
  }
}

export async function redo(): Promise<void> {
  try {
    const done = await call('safety.redo', { commandId: newCommandId() });
    const what = commandName(done.commandName);
    showToast({
      text: what === null ? i18n.t(msg`Done again`) : i18n.t(msg`Done again: ${what}`),
      actions: [undoAction()],
    });
  } catch (problem) {
    showProblem(problem);
  }
}

/** The menu's Undo while somebody types takes back their typing. True when there was a field that it belonged to. */
export function stepInText(step: 'undo' | 'redo'): boolean {
  const focused = document.activeElement;
  const isField = focused !== null && isTyping(focused);
  // The one way to reach the history of a field; the editor listens to it as well.
  if (isField) document.execCommand(step);
  return isField;
}
