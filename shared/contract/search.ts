import { z } from 'zod';
import { call, id, instant, string } from './call.ts';

export const searchGroups = ['notes', 'clients', 'contacts', 'tasks', 'handoffs'] as const;

/** Hits of a group are counted up to here; one more says that there are more. */
export const searchCountLimit = 500;

/** A piece of found text: character ranges of the hits inside `text`. */
export const excerpt = z.object({ text: z.string(), hits: z.array(z.tuple([z.number().int(), z.number().int()])) });

export const searchHit = z.object({
  /** The record to open. */
  id,
  group: z.enum(searchGroups),
  clientId: id,
  clientName: z.string(),
  stage: z.string(),
  /** A note's kind, for the icon. */
  kind: z.string(),
  /** The client's next step, among tasks. */
  isNextStep: z.boolean(),
  /** The note that a task stands in. */
  noteId: id.nullable(),
  /** The step of a handoff that was found. */
  itemId: id.nullable(),
  /** Done, closed or gone: no longer open. */
  isOver: z.boolean(),
  /** Who leads the client. */
  partnerId: id.nullable(),
  title: excerpt,
  snippet: excerpt,
  happenedAt: instant.nullable(),
});

const counts = z.object({
  notes: z.number().int(),
  clients: z.number().int(),
  contacts: z.number().int(),
  tasks: z.number().int(),
  handoffs: z.number().int(),
});

export const search = {
  'search.find': call(
    z.object({
      text: string().max(400),
      /** Hits of each group. */
      limit: z.number().int().min(1).max(searchCountLimit),
      /** Only this one. */
      group: z.enum(searchGroups).optional(),
    }),
    z.object({
      hits: z.array(searchHit),
      total: counts,
      /** Groups in which more may be found than were counted. */
      atLeast: z.array(z.enum(searchGroups)),
      /** While the index is being built: how much of it stands, in percent. */
      indexed: z.number().int().min(0).max(100).nullable(),
    }),
  ),
  /** Where the text under a note's title has what is looked for: the character, and the words in the form they stand in. */
  'search.place': call(
    z.object({ noteId: id, text: string().max(400) }),
    z.object({ place: z.object({ at: z.number().int().min(0), words: z.string() }).nullable() }),
  ),
  /** What was looked for and opened on this computer, the latest first. */
  'search.recent': call(z.object({}), z.object({ texts: z.array(z.string()) })),
  'search.remember': call(z.object({ text: string().trim().min(1).max(400) }), z.object({})),
  'search.forget': call(z.object({}), z.object({})),
} as const;

export type SearchGroup = (typeof searchGroups)[number];
export type SearchHit = z.infer<typeof searchHit>;
export type Excerpt = z.infer<typeof excerpt>;
