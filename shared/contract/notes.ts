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
});

/** A piece of found text: character ranges of the hits inside `text`. */
export const excerpt = z.object({ text: z.string(), hits: z.array(z.tuple([z.number().int(), z.number().int()])) });

export const searchHit = z.object({
  /** The record to open. */
  id,
  group: z.enum(['notes', 'clients', 'handoffs']),
  clientId: id,
  clientName: z.string(),
  stage: z.string(),
  /** A note's kind, for the icon; for a client what the snippet is: `next_step`, `task`, `contact` or empty. */
  kind: z.string(),
  /** Who leads the client. */
  partnerId: id.nullable(),
  title: excerpt,
  snippet: excerpt,
  happenedAt: instant.nullable(),
});

const noteReply = z.object({ revision: z.number().int(), note, savedAt: instant });

export const notes = {
  /**
   * Autosave and finish in one. `commandId` is the editing session: writes with the same id are one undoable command,
   * and with `noteId` null they go to the note that the session created.
   */
  'notes.write': call(
    z.object({
      commandId,
      noteId: id.nullable(),
      clientId: id,
      kind: z.enum(noteKinds),
      happenedAt: instant,
      initiatedBy: z.enum(['agency', 'client']).nullable(),
      body: longText,
      attendees: z.array(attendee).max(100),
      finished: z.boolean(),
    }),
    noteReply,
  ),
  /** An empty draft vanishes; a draft with text goes to the trash. */
  'notes.discard': call(z.object({ commandId, noteId: id }), z.object({ revision: z.number().int() })),
  'notes.delete': call(z.object({ commandId, noteId: id }), z.object({ revision: z.number().int() })),
  'notes.open': call(z.object({ noteId: id }), z.object({ note })),
  'notes.search': call(
    z.object({ text: z.string().max(400), limit: z.number().int().min(1).max(50) }),
    z.object({
      hits: z.array(searchHit),
      total: z.object({ notes: z.number().int(), clients: z.number().int(), handoffs: z.number().int() }),
    }),
  ),
} as const;

export type Note = z.infer<typeof note>;
export type NoteKind = (typeof noteKinds)[number];
export type Attendee = z.infer<typeof attendee>;
export type SearchHit = z.infer<typeof searchHit>;
export type Excerpt = z.infer<typeof excerpt>;
