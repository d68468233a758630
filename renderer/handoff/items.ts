import { msg } from '@lingui/core/macro';
import type { HandoffItem, HandoffPage } from '../../shared/contract/handoff.ts';
import { openPredecessors } from '../../shared/handoff/items.ts';
import { call, newCommandId } from '../api.ts';
import { showToast } from '../ui/toast.ts';
import { undoAction } from '../ui/undo.ts';
import { i18n } from '../ui/words.ts';
import { change } from './handoff-store.ts';

/** Nothing is refused because of what should come first; where that is open, it is said. */
export async function tickItem(page: HandoffPage, item: HandoffItem, isDone: boolean): Promise<void> {
  const commandId = newCommandId();
  const state = isDone ? 'done' : 'todo';
  const isSaved = await change(() => call('handoff.editItem', { commandId, itemId: item.id, state }));
  const open = isDone ? openPredecessors(item, page.items) : [];
  if (!isSaved || open.length === 0) return;
  const titles = open.map(({ title }) => title).join('; ');
  showToast({ text: i18n.t(msg`Done, though still open before it: ${titles}`), actions: [undoAction(commandId)] });
}

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
