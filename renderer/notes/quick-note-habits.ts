import { recall, remember } from '../ui/remembered.ts';

/** Whom the last quick note was about. */
export const lastNoteHabit = 'quick-note-client';
const homelessHabit = 'quick-note-text';

/** What was typed before a client was chosen: it has no place in the database yet. */
export function homelessText(): string {
  return recall(homelessHabit) ?? '';
}

export function keepHomelessText(text: string): void {
  remember(homelessHabit, text);
}
