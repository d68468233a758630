import { z } from 'zod';
import { card } from './board.ts';
import { call, commandId, day, id, text } from './call.ts';
import { partingReasons, successorModes, archiveEntry, revision, reply } from './handoff.ts';

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
      /** Codes of the extended template items that apply. */
      extended: z.array(z.string().max(8)).max(60),
      reasons: z.array(z.enum(partingReasons)).max(8),
      reasonText: text,
    }),
    z.object({ revision, card, handoffId: id.nullable() }),
  ),
  /** "They came back": an ended client returns to acquaintance with a new engagement. */
  'handoff.comeBack': call(z.object({ commandId, clientId: id }), z.object({ revision, card })),
  'handoff.close': call(z.object({ commandId, handoffId: id }), reply),
  'handoff.cancel': call(z.object({ commandId, handoffId: id }), reply),
} as const;
