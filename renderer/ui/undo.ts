import { msg } from '@lingui/core/macro';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { ApiError, call, newCommandId } from '../api.ts';
import { commandName } from './command-names.ts';
import { isTyping } from './commands.ts';
import { showProblem, showToast, type ToastAction } from './toast.ts';
import { i18n } from './words.ts';

/** The button of a toast that takes back a command, the last one when none is named. */
export function undoAction(commandId?: string, label = i18n.t(msg`Undo`)): ToastAction {
  return { label, keys: 'Mod+KeyZ', run: () => void undo(commandId) };
}

/** A step that takes longer says that it is being made. */
const patienceMs = 400;

/** Undoes the last command, or the named one when nothing it touched has changed since. */
export function undo(targetId?: string): Promise<void> {
  return undoBy(() =>
    call('safety.undo', { commandId: newCommandId(), ...(targetId === undefined ? {} : { targetId }) }),
  );
}

/** Undoes a command that takes its time, and during which others may be carried out. */
export function undoWhole(targetId: string): Promise<void> {
  return undoBy(() => undoEntries(targetId));
}

function undoBy(make: () => Promise<CallOutput<'safety.undo'>>): Promise<void> {
  return step(i18n.t(msg`Undoing…`), async () => {
    const done = await make();
    const what = commandName(done.commandName);
    showToast({
      text: what === null ? i18n.t(msg`Undone`) : i18n.t(msg`Undone: ${what}`),
      actions: [{ label: i18n.t(msg`Redo`), keys: 'Mod+Shift+KeyZ', run: () => void redo() }],
    });
  });
}

/** A command that another one or midnight came between has several entries: all are undone, the newest first. */
export async function undoEntries(targetId: string): Promise<CallOutput<'safety.undo'>> {
  let first: CallOutput<'safety.undo'> | null = null;
  for (;;) {
    try {
      const done = await call('safety.undo', { commandId: newCommandId(), targetId });
      first ??= done;
    } catch (problem) {
      if (first === null || !isUndone(problem)) throw problem;
      return first;
    }
  }
}

/** Nothing of the command is left to be undone. */
export function isUndone(problem: unknown): boolean {
  return problem instanceof ApiError && problem.code === 'undo_done';
}

export function redo(): Promise<void> {
  return step(i18n.t(msg`Redoing…`), async () => {
    const done = await call('safety.redo', { commandId: newCommandId() });
    const what = commandName(done.commandName);
    showToast({
      text: what === null ? i18n.t(msg`Done again`) : i18n.t(msg`Done again: ${what}`),
      actions: [undoAction()],
    });
  });
}

/** The window counts by itself: while the step is written nobody else answers. */
async function step(waiting: string, make: () => Promise<void>): Promise<void> {
  let takeBack = () => {};
  const timer = setTimeout(() => {
    takeBack = showToast({ text: waiting });
  }, patienceMs);
  try {
    await make();
  } catch (problem) {
    showProblem(problem);
  } finally {
    clearTimeout(timer);
    takeBack();
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
