import type { Note } from '../../shared/contract/notes.ts';
import type { NoteDisk } from './note-disk.ts';
import type { NoteFacts, NoteFields } from './note-fields.ts';
import type { NoteText } from './note-text.ts';
import type { SaveStatus } from './write-status.ts';

// What the composer and all beside it know of a session of writing; how it is done is in note-writer.ts.

export interface NoteWriterParts {
  readonly fields: NoteFields;
  /** The note that is edited, or null for a new one. */
  readonly note: Note | null;
  readonly disk: NoteDisk;
  readonly newCommandId: () => string;
}

/** What the words for no client are to be, for as long as nobody kept newer ones. */
export interface Carried {
  readonly words: string;
  readonly isStill: () => boolean;
}

export interface NoteWriter {
  readonly fields: () => NoteFields;
  /** The same object until one of them changes. */
  readonly facts: () => NoteFacts;
  readonly isBlank: () => boolean;
  readonly noteId: () => string | null;
  readonly status: () => SaveStatus;
  /** When it was last known to be on the disk; null before. */
  readonly savedAt: () => string | null;
  /** The moment by which the disk knows the text that was saved last; null before. */
  readonly basedOn: () => string | null;
  readonly subscribe: (listener: () => void) => () => void;
  readonly change: (change: Partial<NoteFields>) => void;
  readonly type: (text: NoteText) => void;
  /** What the words for no client are once the disk has this text: they came from there, or go there. */
  readonly carry: (homeless: Carried) => void;
  /** Saves what is not saved. True when everything is on the disk. */
  readonly flush: () => Promise<boolean>;
  /** Saves the note as finished. True when it is; never while there is a choice to make. */
  readonly finish: () => Promise<boolean>;
  /** One's own words and somebody else's stand against each other: see `choose`. */
  readonly isContested: () => boolean;
  /** Also while there is a choice to make. */
  readonly hasUnsaved: () => boolean;
  /** Takes over a text that was changed elsewhere; nothing of one's own may be unsaved. */
  readonly takeOver: (note: Note) => void;
  /** Ends a conflict: one's own words are written over the other text, or give way to it. */
  readonly choose: (side: 'mine' | 'theirs') => Promise<void>;
  /** Tells of a text that was put together from both sides, or chosen: the editor has to show it. */
  readonly onRewritten: (listener: (body: string) => void) => () => void;
  readonly stop: () => void;
}
