import type { Note } from '../../shared/contract/notes.ts';

export type SaveStatus =
  /** Nothing to save yet. */
  | { readonly name: 'empty' }
  /** Came back from an earlier time. */
  | { readonly name: 'restored'; readonly at: string; readonly isEdit: boolean }
  /** Typed, not yet on the disk. */
  | { readonly name: 'draft' }
  /** The disk has been at it for longer than a moment. */
  | { readonly name: 'saving' }
  | { readonly name: 'saved'; readonly at: string }
  | { readonly name: 'failed'; readonly problem: unknown }
  /** Somebody wrote something else into the note: nothing is saved there until one of the two is chosen. */
  | { readonly name: 'conflict'; readonly theirs: Note };

export interface WriteStatus {
  readonly now: () => SaveStatus;
  readonly show: (next: SaveStatus) => void;
  /** Something else that is shown has changed. */
  readonly tell: () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** What the writing of a note is at. */
export function createWriteStatus(note: Note | null, theirs: Note | null): WriteStatus {
  let status = firstStatus(note, theirs);
  const listeners = new Set<() => void>();
  function tell(): void {
    for (const listener of listeners) listener();
  }
  return {
    now: () => status,
    show: (next) => {
      status = next;
      tell();
    },
    tell,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function firstStatus(note: Note | null, theirs: Note | null): SaveStatus {
  if (theirs !== null) return { name: 'conflict', theirs };
  if (note?.edit) return { name: 'restored', at: note.edit.editedAt, isEdit: true };
  if (note !== null && note.finishedAt === null) return { name: 'restored', at: note.updatedAt, isEdit: false };
  return { name: 'empty' };
}
