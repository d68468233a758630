import { z } from 'zod';
import { documentParts } from '../handoff/document-parts.ts';
import { call, commandId, id, line } from './call.ts';
import { documentFormats, documentOptions, secretFinding, revision } from './handoff.ts';

export const handoffDocuments = {
  'handoff.findSecrets': call(z.object({ handoffId: id }), z.object({ findings: z.array(secretFinding) })),
  /** "Not a secret", with a reason that stays in the file. */
  'handoff.clearSecret': call(
    z.object({ commandId, handoffId: id, fingerprint: z.string().min(1).max(200), reason: line }),
    z.object({ revision, findings: z.array(secretFinding) }),
  ),
  /**
   * Writes the document where the partner says. A closed save dialog is `{ saved: null }`; a secret in it refuses with
   * `secret_found`.
   */
  'handoff.export': call(
    z.object({ commandId, handoffId: id, format: z.enum(documentFormats), options: documentOptions }),
    z.object({
      revision,
      saved: z
        .object({ issueId: id, fileName: z.string(), folder: z.string(), pages: z.number().int().nullable() })
        .nullable(),
    }),
  ),
  /**
   * Of the last file of each audience, language and format, what one made today would say otherwise; null for a file of
   * which that was never written down.
   */
  'handoff.issueChanges': call(
    z.object({ handoffId: id }),
    z.object({
      changes: z.array(z.object({ issueId: id, changed: z.array(z.enum(documentParts)).nullable() })),
    }),
  ),
  'handoff.revealFile': call(z.object({ issueId: id }), z.object({ shown: z.boolean() })),
} as const;
