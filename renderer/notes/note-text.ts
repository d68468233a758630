import type { Note } from '../../shared/contract/notes.ts';
import { fieldsOfNote, type NoteFacts, type NoteFields } from './note-fields.ts';

/** What is being typed, as it is right now; a long text is put together only when it is wanted. */
export interface NoteText {
  readonly isBlank: boolean;
  readonly length: number;
  readonly lines: () => readonly string[];
}

/** Of a longer text only what has changed is sent. */
export const longText = 20_000;

/** What a note said at one moment; a long text is put together only when it is wanted. */
export interface Snapshot {
  readonly facts: NoteFacts;
  readonly lines: readonly string[];
}

/** What the disk has as far as is known here, by which moment and under which fingerprint. */
export interface OnDisk extends Snapshot {
  readonly at: string;
  readonly seen: string;
}

export function factsOf({ body: _body, ...facts }: NoteFields): NoteFacts {
  return facts;
}

export function textOf(body: string): NoteText {
  return { isBlank: body.trim() === '', length: body.length, lines: () => body.split('\n') };
}

export function onDiskOf(note: Note): OnDisk {
  const facts = factsOf(fieldsOfNote(note));
  return { facts, lines: note.body.split('\n'), at: note.updatedAt, seen: note.fingerprint };
}

export function fieldsIn({ facts, lines }: Snapshot): NoteFields {
  return { ...facts, body: lines.join('\n') };
}
