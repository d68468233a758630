import { msg } from '@lingui/core/macro';
import type { Card } from '../../shared/contract/board.ts';
import type { CallInput } from '../../shared/contract/contract.ts';
import { call, newCommandId } from '../api.ts';
import { navigate } from '../ui/navigation.ts';
import { showToast, type ToastAction } from '../ui/toast.ts';
import { undoAction } from '../ui/undo.ts';
import { i18n } from '../ui/words.ts';

export type Ending = Omit<CallInput<'handoff.end'>, 'commandId' | 'clientId'>;

/** Parts with a client; throws when it is refused. */
export async function endClient(card: Card, ending: Ending): Promise<void> {
  const commandId = newCommandId();
  const { handoffId } = await call('handoff.end', { commandId, clientId: card.id, ...ending });
  const { name } = card;
  const undoing: ToastAction = undoAction(commandId);
  if (handoffId === null) {
    showToast({ text: i18n.t(msg`${name}: in the archive now`), stage: 'ended', actions: [undoing] });
    return;
  }
  const open = () => navigate({ name: 'handoff', handoffId });
  showToast({
    text: i18n.t(msg`${name}: the handoff has begun`),
    actions: [{ label: i18n.t(msg`Open the handoff`), run: open }, undoing],
  });
}
