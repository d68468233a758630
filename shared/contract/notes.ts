import { z } from 'zod';
import { call, commandId, id, instant, longText } from './call.ts';

export const noteKinds = ['meeting', 'call', 'letter', 'chat', 'observation'] as const;
/** Kinds that count as a touch. */
export const touchKinds = [
  'meeting',
  'call',
  'letter',
  'chat',
] as const satisfies readonly (typeof noteKinds)[number][];

/** Who was there: a contact of the client or a partner of the agency. */
export const attendee = z.object({ side: z.enum(['client', 'agency']), personId: id });

/** What a note says besides its words. */
const facts = {
  kind: z.enum(noteKinds),
  happenedAt: instant,
  initiatedBy: z.enum(['agency', 'client']).nullable(),
  attendees: z.array(attendee).max(100),
};
export const keptFacts = z.object(facts);

export const note = z.object({
  id,
  clientId: id,
  kind: z.string(),
  happenedAt: instant,
  initiatedBy: z.enum(['agency', 'client']).nullable(),
  body: z.string(),
  attendees: z.array(attendee),
  /** Null while the note is still a draft in the composer. */
  finishedAt: instant.nullable(),
  updatedAt: instant,
  /** Changes with the words, the kind, the moment and the people; who writes gives it back as `seen`. */
  fingerprint: z.string(),
  /**
   * What an editor held that met another text in this note, until somebody chooses between the two. `facts` is null for
   * what an older version of the program kept.
   */
  kept: z.object({ body: z.string(), facts: keptFacts.nullable(), keptAt: instant }).nullable(),
  /** The session in which this finished note was written anew and that nobody has ended: there was a crash, or another page. */
  edit: z.object({ commandId, editedAt: instant }).nullable(),
});

/** The words themselves stay where they were typed: a long note is not sent back with every save. */
const writtenNote = note.omit({ body: true });
const noteReply = z.object({ revision: z.number().int(), note: writtenNote, savedAt: instant });

const place = z.number().int().min(0);
const seen = z.string().max(64).nullable();
/** The sessions that were undone or lost their note, and go on as this one. */
const follows = z.array(id).max(100).optional();
/** What the words for no client are from then on: they move into the note, or out of it, in the same transaction. */
const keepText = longText.optional();
const textEdit = z.object({ from: place, to: place, insert: longText });

/** A session of writing and all but the words. */
const session = { commandId, noteId: id.nullable(), clientId: id, ...facts };

export const notes = {
  /**
   * Autosave and finish in one. `commandId` is the editing session: writes with the same id are one undoable command,
   * and with `noteId` null they go to the note that the session created. Refused with `note_changed` when the note is not
   * the one that was `seen` any more; without `seen` it is written over.
   */
  'notes.write': call(
    z.object({ ...session, body: longText, finished: z.boolean(), seen: seen.optional(), follows, keepText }),
    noteReply,
  ),
  /** The same for a long note: only what has changed since the text of `basedOn`, its `updatedAt`, is told. */
  'notes.revise': call(
    z.object({
      ...session,
      noteId: id,
      basedOn: instant,
      edit: textEdit,
      finished: z.boolean(),
      seen: seen.optional(),
      follows,
      keepText,
    }),
    noteReply,
  ),
  /**
   * What was typed and is not saved yet, kept between two saves: cheap, tells nobody, and becomes part of the note when the
   * file is opened again. `basedOn` is null for a note that is not on the disk.
   */
  'notes.keep': call(
    z.object({ ...session, basedOn: instant.nullable(), edit: textEdit, follows, keepText }),
    z.object({}),
  ),
  /** Keeps what met another text beside the note, until it is written there or given up for the other. */
  'notes.setAside': call(z.object({ ...session, noteId: id, body: longText, follows }), z.object({ savedAt: instant })),
  /**
   * The same for a long text: what was typed since it was set aside whole, at the moment `basedOn`. Refused with `conflict`
   * when other words lie there.
   */
  'notes.keepAside': call(
    z.object({ ...session, noteId: id, basedOn: instant, edit: textEdit, follows }),
    z.object({ savedAt: instant }),
  ),
  /** Gives them up, and what these sessions have typed since their last save. */
  'notes.dropAside': call(z.object({ noteId: id, sessions: z.array(id).max(101).optional() }), z.object({})),
  /** Keeps the words for no client. Empty forgets. */
  'notes.keepText': call(z.object({ body: longText }), z.object({ savedAt: instant })),
  /** The words for no client. */
  'notes.keptText': call(z.object({}), z.object({ kept: z.object({ body: z.string(), keptAt: instant }).nullable() })),
  /** The editor of a finished note was closed by its partner. */
  'notes.endEdit': call(z.object({ noteId: id }), z.object({ ended: z.literal(true) })),
  /** An empty draft vanishes; a draft with text goes to the trash. */
  'notes.discard': call(z.object({ commandId, noteId: id }), z.object({ revision: z.number().int() })),
  'notes.delete': call(z.object({ commandId, noteId: id }), z.object({ revision: z.number().int() })),
  /** The texts a note has had, the newest first. */
  'notes.versions': call(
    z.object({ noteId: id }),
    z.object({
      versions: z.array(
        z.object({
          seq: z.number().int(),
          madeAt: instant,
          /** The name of the partner who wrote it. */
          by: z.string().nullable(),
        }),
      ),
    }),
  ),
  'notes.version': call(
    z.object({ noteId: id, seq: z.number().int() }),
    /** `before` is the text it took the place of, null for the first. */
    z.object({ body: z.string(), before: z.string().nullable() }),
  ),
  /** Writes an earlier text of a note as its newest one. */
  'notes.restoreVersion': call(
    z.object({ commandId, noteId: id, seq: z.number().int() }),
    z.object({ revision: z.number().int() }),
  ),
  /** Ticks a task where it is read: `line` is its line as it stands there, the `nth` of those that read the same. */
  'notes.tickLine': call(
    z.object({ commandId, noteId: id, line: longText, nth: z.number().int().min(0).max(100_000), done: z.boolean() }),
    z.object({ revision: z.number().int() }),
  ),
  'notes.open': call(z.object({ noteId: id }), z.object({ note })),
  /** A note without its words: enough to see whether somebody changed it. */
  'notes.facts': call(z.object({ noteId: id }), z.object({ note: writtenNote })),
} as const;

export type Note = z.infer<typeof note>;
export type NoteWithoutWords = z.infer<typeof writtenNote>;
export type NoteKind = (typeof noteKinds)[number];
export type KeptFacts = z.infer<typeof keptFacts>;
export type Attendee = z.infer<typeof attendee>;
