import { z } from 'zod';
import { call, commandId, id, language } from './call.ts';
import { documentFormats, secretFinding } from './handoff.ts';
import { handoffDocuments } from './handoff-documents.ts';

export const briefOptions = z.object({
  language,
  /** The client agreed that candidates read its goals and figures. */
  includeGoals: z.boolean(),
});

/** What a candidate would ask about first. */
export const briefGaps = ['map', 'systems', 'people', 'contact', 'lead'] as const;

export const briefFinding = secretFinding.extend({
  place: z.enum(['client', 'agency', 'partner', 'dossier', 'asset', 'contact', 'item', 'goal', 'figure']),
  /** `money`, `other_client`, `other_candidate`, or what kind of secret it looks like. */
  kind: z.string(),
  /** The name that stands there, where it is one; else empty. */
  named: z.string(),
});

/** What candidates are told of a project, without prices, opinions and names of others. */
export const handoffBrief = {
  /** What in its free text should not go out, and what of it is missing. */
  'handoff.checkBrief': call(
    z.object({ handoffId: id, options: briefOptions }),
    z.object({ findings: z.array(briefFinding), gaps: z.array(z.enum(briefGaps)) }),
  ),
  /** As `handoff.export`; refused as `brief_not_neutral` while a finding is neither mended nor called harmless. */
  'handoff.exportBrief': call(
    z.object({ commandId, handoffId: id, format: z.enum(documentFormats), options: briefOptions }),
    handoffDocuments['handoff.export'].output,
  ),
} as const;

export type BriefFinding = z.infer<typeof briefFinding>;
export type BriefGap = (typeof briefGaps)[number];
