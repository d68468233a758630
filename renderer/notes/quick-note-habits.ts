import { beforeClosing } from '../ui/closing.ts';

/** Whom the last quick note was about. */
export const lastNoteHabit = 'quick-note-client';

let homeless = '';

/** What was typed before a client was chosen: it has no place in the data file yet, and is written nowhere else. */
export function homelessText(): string {
  return homeless;
}

export function keepHomelessText(text: string): void {
  homeless = text;
}

beforeClosing(() => Promise.resolve(homeless.trim() === ''));
