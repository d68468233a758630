import { z } from 'zod';
import { call, id, language } from './call.ts';

const saved = z.object({ saved: z.object({ fileName: z.string(), folder: z.string() }).nullable() });

/** The plan as a calendar file, or to print and tick by pen. It is not kept in the history: it says nothing that the plan does not. */
export const handoffPlanFile = {
  /** A closed save dialog is `{ saved: null }`; a secret in the handoff refuses with `secret_found`. */
  'handoff.exportPlan': call(z.object({ handoffId: id, language }), saved),
  /** As a PDF; for the rest as the calendar file. It says nothing that the client may not read. */
  'handoff.exportChecklist': call(z.object({ handoffId: id, language }), saved),
  /** The file that was saved last. */
  'handoff.revealPlan': call(z.object({ handoffId: id }), z.object({ shown: z.boolean() })),
} as const;
