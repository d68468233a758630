import { msg } from '@lingui/core/macro';
import { call, newCommandId } from '../api.ts';
import { showToast } from './toast.ts';
import { undoAction } from './undo.ts';
import { i18n } from './words.ts';

/** Writes the reason of a stage change down, or takes it away when it is empty; throws when it is refused. */
export async function explainMove(stageChangeId: string, reason: string): Promise<void> {
  const commandId = newCommandId();
  await call('board.explainMove', { commandId, stageChangeId, reason });
  showToast({
    text: reason === '' ? i18n.t(msg`The reason is taken away`) : i18n.t(msg`The reason is written down`),
    actions: [undoAction(commandId)],
  });
}
