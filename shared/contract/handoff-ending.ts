import { z } from 'zod';
import { card } from './board.ts';
import { call, code, commandId, day, id, optionalLine, text } from './call.ts';
import { partingReasons, successorModes, archiveEntry, reply, revision, wouldReturns } from './handoff.ts';

export const handoffEnding = {
  'handoff.archive': call(z.object({}), z.object({ revision, entries: z.array(archiveEntry) })),
  /** Ending a client: starts the month, or ends at once (then a reason is required). */
  'handoff.end': call(
    z.object({
      commandId,
      clientId: id,
      choice: z.enum(['handoff', 'without']),
      startOn: day,
      successor: z.enum(successorModes),
      /** The template of the plan; without one, the one that ships. */
      templateId: id.optional(),
      /** Codes of the items with a condition that apply. */
      extended: z.array(code).max(200),
      reasons: z.array(z.enum(partingReasons)).max(8),
      reasonText: text,
    }),
    z.object({ revision, card, handoffId: id.nullable() }),
  ),
  /** "They came back": an ended client returns to acquaintance with a new engagement. */
  'handoff.comeBack': call(z.object({ commandId, clientId: id }), z.object({ revision, card })),
  /** Refused as `access_not_revoked` while an access may still let us in. */
  'handoff.close': call(z.object({ commandId, handoffId: id }), reply),
  /** The client stays in its column, what was done stays on the page. */
  'handoff.cancel': call(z.object({ commandId, handoffId: id, reason: text }), reply),
  /** A week more, from the last day on: before that it is refused as `too_early`. */
  'handoff.extend': call(z.object({ commandId, handoffId: id, reason: text }), reply),
  /** What the partners make of it when it is over. */
  'handoff.editRetrospective': call(
    z.object({
      commandId,
      handoffId: id,
      wouldReturn: z.enum(wouldReturns).or(z.literal('')).optional(),
      wouldReturnWords: text.optional(),
      lesson: text.optional(),
      toldBy: optionalLine.optional(),
    }),
    reply,
  ),
} as const;
