import type { NoteFacts, NoteFields } from './note-fields.ts';
import { factsOf, type NoteText, textOf } from './note-text.ts';

/** What stands in the composer; a long text is put together only when it is wanted. */
export interface TypedNote {
  /** The same object until one of them changes. */
  readonly facts: () => NoteFacts;
  readonly text: () => NoteText;
  readonly fields: () => NoteFields;
  readonly take: (change: Partial<NoteFields>) => void;
  readonly type: (text: NoteText) => void;
  /** A new note needs words, and a client to belong to. */
  readonly canBegin: () => boolean;
}

export function createTypedNote(initial: NoteFields): TypedNote {
  let facts = factsOf(initial);
  let text = textOf(initial.body);
  let whole: NoteFields | null = initial;
  return {
    facts: () => facts,
    text: () => text,
    fields: () => {
      whole ??= { ...facts, body: text.lines().join('\n') };
      return whole;
    },
    take: ({ body, ...changed }) => {
      if (body !== undefined) text = textOf(body);
      if (Object.keys(changed).length > 0) facts = { ...facts, ...changed };
      whole = null;
    },
    type: (typed) => {
      text = typed;
      whole = null;
    },
    canBegin: () => !text.isBlank && facts.clientId !== '',
  };
}
