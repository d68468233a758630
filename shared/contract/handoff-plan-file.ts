import { z } from 'zod';
import { call, id, language } from './call.ts';

/** The plan as a calendar file. It is not kept in the history: it says nothing that the plan does not. */
export const handoffPlanFile = {
  /** A closed save dialog is `{ saved: null }`; a secret in the handoff refuses with `secret_found`. */
  'handoff.exportPlan': call(
    z.object({ handoffId: id, language }),
    z.object({ saved: z.object({ fileName: z.string(), folder: z.string() }).nullable() }),
  ),
  'handoff.revealPlan': call(z.object({ handoffId: id }), z.object({ shown: z.boolean() })),
} as const;
