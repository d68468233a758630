import { msg } from '@lingui/core/macro';
import { call, newCommandId } from '../api.ts';
import { showProblem, showToast } from './toast.ts';
import { i18n } from './words.ts';

/** Undoes the last command, or the named one when nothing it touched has changed since. */
export async function undo(targetId?: string): Promise<void> {
  try {
    await call('safety.undo', { commandId: newCommandId(), ...(targetId === undefined ? {} : { targetId }) });
    showToast({
      text: i18n.t(msg`Undone`),
      actions: [{ label: i18n.t(msg`Redo`), keys: 'Mod+Shift+KeyZ', run: () => void redo() }],
    });
  } catch (problem) {
    showProblem(problem);
  }
}

export async function redo(): Promise<void> {
  try {
    await call('safety.redo', { commandId: newCommandId() });
    showToast({
      text: i18n.t(msg`Done again`),
      actions: [{ label: i18n.t(msg`Undo`), keys: 'Mod+KeyZ', run: () => void undo() }],
    });
  } catch (problem) {
    showProblem(problem);
  }
}
