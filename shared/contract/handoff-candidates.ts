import { z } from 'zod';
import { call, commandId, id, line, optionalLine } from './call.ts';
import { candidateQuestions, candidateStates, reply } from './handoff.ts';

export const handoffCandidates = {
  'handoff.addCandidate': call(
    z.object({ commandId, handoffId: id, name: line, fits: optionalLine, consider: optionalLine }),
    reply,
  ),
  'handoff.editCandidate': call(
    z.object({
      commandId,
      candidateId: id,
      name: line.optional(),
      fits: optionalLine.optional(),
      consider: optionalLine.optional(),
      disclosure: optionalLine.optional(),
      contact: optionalLine.optional(),
      load: optionalLine.optional(),
      /** One is chosen at a time: whoever was before stays in reserve. */
      state: z.enum(candidateStates).optional(),
    }),
    reply,
  ),
  /** An empty answer takes the answer back. */
  'handoff.answerQuestion': call(
    z.object({ commandId, candidateId: id, question: z.enum(candidateQuestions), answer: optionalLine }),
    reply,
  ),
  'handoff.deleteCandidate': call(z.object({ commandId, candidateId: id }), reply),
} as const;
