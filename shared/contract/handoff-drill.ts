import { z } from 'zod';
import { readinessChecks } from '../clients/readiness.ts';
import { call, day, id, language } from './call.ts';
import { sides } from './clients.ts';
import { successorModes } from './handoff.ts';

const words = z.object({ en: z.string(), ru: z.string() });

const drillRequest = z.object({
  clientId: id,
  successor: z.enum(successorModes),
  /** The template of the plan; without one, the one that ships. */
  templateId: id.optional(),
});

const drillStep = z.object({
  code: z.string(),
  title: words,
  side: z.enum(sides),
  dueOn: day,
  week: z.number().int(),
  /** What it would wait for that could be written down today, with the names of the accounts it is about. */
  lacks: z.array(z.object({ check: z.enum([...readinessChecks, 'lead', 'evidence']), accounts: z.array(z.string()) })),
});

/** The plan of a living client as it would be were the work to end today. Nothing is written to the file. */
export const handoffDrill = {
  /** Refused as a start of the month would be: where one runs, or the client has ended. */
  'handoff.fireDrill': call(
    drillRequest,
    z.object({
      clientName: z.string(),
      startOn: day,
      endOn: day,
      steps: z.array(drillStep),
      /** Steps that lack nothing. */
      ready: z.number().int(),
    }),
  ),
  /** The same on paper, with boxes to tick; a closed save dialog is `{ saved: null }`. What looks like a secret refuses, and `fields` says where. */
  'handoff.exportDrill': call(
    drillRequest.extend({ language }),
    z.object({ saved: z.object({ fileName: z.string(), folder: z.string() }).nullable() }),
  ),
  /** The file that was saved last. */
  'handoff.revealDrill': call(z.object({ clientId: id }), z.object({ shown: z.boolean() })),
} as const;

export type DrillStepView = z.infer<typeof drillStep>;
export type DrillLack = DrillStepView['lacks'][number];
