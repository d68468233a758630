import { msg } from '@lingui/core/macro';
import { call, newCommandId } from '../api.ts';
import { showProblem, showToast } from '../ui/toast.ts';
import { undo } from '../ui/undo.ts';
import { takeCard } from './board-store.ts';
import { limitDetail } from './partner-load.ts';
import { nowIn } from './sentences.ts';
import { i18n } from '../ui/words.ts';

/** The one way out of the archive: the client stands at the very beginning again. */
export async function comeBack(clientId: string): Promise<void> {
  const commandId = newCommandId();
  try {
    const reply = await call('handoff.comeBack', { commandId, clientId });
    takeCard(reply);
    showToast({
      text: nowIn(reply.card.name, 'acquaintance'),
      detail: limitDetail(reply.card.partnerId),
      stage: 'acquaintance',
      actions: [{ label: i18n.t(msg`Undo`), keys: 'Mod+KeyZ', run: () => void undo(commandId) }],
    });
  } catch (problem) {
    showProblem(problem);
  }
}
