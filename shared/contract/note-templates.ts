import { z } from 'zod';
import { call, commandId, id, language, line, optionalLine, text } from './call.ts';
import { noteKinds } from './notes.ts';

const words = z.object({ en: z.string(), ru: z.string() });

const noteTemplate = z.object({
  id,
  /** Of one that ships; empty for a partner's own. */
  code: z.string(),
  /** The kind of note it is offered for first. */
  kind: z.string(),
  /** One of the two may be empty; then the other one stands in for it. */
  title: words,
  text: words,
  /** It ships and says something else by now. */
  isChanged: z.boolean(),
});

const reply = z.object({ revision: z.number().int() });

/** Skeletons of notes: those that ship, as the partners changed them, and their own. */
export const noteTemplateCalls = {
  'notes.templates': call(
    z.object({}),
    /** `removed` are those that ship and are not offered any more. */
    z.object({ templates: z.array(noteTemplate), removed: z.array(noteTemplate) }),
  ),
  'notes.addTemplate': call(z.object({ commandId, kind: z.enum(noteKinds), language, title: line }), reply),
  'notes.editTemplate': call(
    z.object({
      commandId,
      templateId: id,
      kind: z.enum(noteKinds).optional(),
      title: z.object({ en: optionalLine, ru: optionalLine }).partial().optional(),
      text: z.object({ en: text, ru: text }).partial().optional(),
    }),
    reply,
  ),
  'notes.removeTemplate': call(z.object({ commandId, templateId: id }), reply),
  /** A removed one is offered again, as it was. */
  'notes.returnTemplate': call(z.object({ commandId, templateId: id }), reply),
  /** One that ships says again what it shipped with. */
  'notes.resetTemplate': call(z.object({ commandId, templateId: id }), reply),
} as const;

export type NoteTemplate = z.infer<typeof noteTemplate>;
