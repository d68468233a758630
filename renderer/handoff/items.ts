import { msg } from '@lingui/core/macro';
import type { HandoffItem } from '../../shared/contract/handoff.ts';
import { call, newCommandId } from '../api.ts';
import { showToast } from '../ui/toast.ts';
import { undoAction } from '../ui/undo.ts';
import { i18n } from '../ui/words.ts';
import { change } from './handoff-store.ts';

/** Gone at once, and back with one press. */
export async function deleteItem(item: HandoffItem): Promise<void> {
  const commandId = newCommandId();
  if (await change(() => call('handoff.deleteItem', { commandId, itemId: item.id })))
    showDeleted(item.title, commandId);
}

export function showDeleted(name: string, commandId: string): void {
  showToast({
    text: i18n.t(msg`Deleted: ${name}`),
    actions: [undoAction(commandId)],
  });
}
