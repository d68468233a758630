import { beforeClosing } from '../ui/closing.ts';

/** Whom the last quick note was about. */
export const lastNoteHabit = 'quick-note-client';

let homeless = (): string => '';

/** What was typed before a client was chosen: it has no place in the data file yet, and is written nowhere else. */
export function homelessText(): string {
  return homeless();
}

/** A text that is still being typed is read when it is asked for. */
export function keepHomelessText(text: string | (() => string)): void {
  homeless = typeof text === 'string' ? () => text : text;
}

beforeClosing(() => Promise.resolve(homeless().trim() === ''));
