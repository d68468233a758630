import type { Note } from '../../shared/contract/notes.ts';
import { fieldsOfNote, merged, type NoteFields, saySame } from './note-fields.ts';
import { fieldsIn, type Snapshot } from './note-text.ts';

interface Opened {
  readonly fields: NoteFields;
  /** The other text, while there is a choice to make. */
  readonly theirs: Note | null;
}

/** What was set aside beside the note comes back, and the choice with it. */
export function openedWith(fields: NoteFields, note: Note | null): Opened {
  if (note === null || note.kept === null) return { fields, theirs: null };
  const mine = { ...fields, ...note.kept.facts, body: note.kept.body };
  return saySame(mine, fieldsOfNote(note)) ? { fields, theirs: null } : { fields: mine, theirs: note };
}

interface Meeting {
  readonly mine: NoteFields;
  /** What both sides began with. */
  readonly base: NoteFields;
  /** What was on its way to the disk when the other text was met. */
  readonly sent: Snapshot | null;
}

/** Both sides put together; null when somebody has to choose. */
export function bothSides(found: Note, { mine, base, sent }: Meeting): NoteFields | null {
  const others = fieldsOfNote(found);
  // An answer may have been lost on its way: then the other text is one's own of a moment ago.
  const isOwn = sent !== null && saySame(fieldsIn(sent), others);
  return isOwn ? mine : merged(base, mine, others);
}
