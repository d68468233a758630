import type { KeyboardEvent } from 'react';
import { isTyping } from '../ui/commands.ts';
import { useSession } from '../ui/session.ts';

/** `E` on an entry that is no note, wherever in it the focus is. */
export function onEditKey(event: KeyboardEvent, edit: () => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.code !== 'KeyE' || !useSession.getState().areSingleKeysOn) return;
  if (!(event.target instanceof Element) || isTyping(event.target)) return;
  // What opens above the entry is drawn elsewhere, though its keys are heard here.
  if (!event.currentTarget.contains(event.target)) return;
  edit();
  event.preventDefault();
  event.stopPropagation();
}
