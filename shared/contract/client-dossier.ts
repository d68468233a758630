import { z } from 'zod';
import { call, code, commandId, day, id, line, optionalLine, text } from './call.ts';
import { asset } from './handoff.ts';

export const signalSides = ['us', 'client', 'both'] as const;

export const signalMark = z.object({
  id,
  /** Of the catalogue; one that this version does not know is shown as it is. */
  code: z.string(),
  side: z.string(),
  markedOn: day,
  evidence: z.string(),
  /** The note it was marked in. */
  noteId: id.nullable(),
});

const revision = z.number().int();
const done = z.object({ revision });

const assetFields = {
  whereKept: optionalLine.optional(),
  owner: optionalLine.optional(),
  admin: optionalLine.optional(),
  payer: optionalLine.optional(),
  renewalOn: day.nullable().optional(),
};

export const clientDossier = {
  /** What is marked on the client and still true, and which suggestions the partners do not want to see now. */
  'clients.signals': call(
    z.object({ clientId: id }),
    z.object({
      revision,
      /** Of the client: which signs come first. */
      stage: z.string(),
      marks: z.array(signalMark),
      dismissed: z.array(z.string()),
    }),
  ),
  'clients.markSignal': call(
    z.object({
      commandId,
      clientId: id,
      code,
      side: z.enum(signalSides),
      markedOn: day,
      evidence: text,
      noteId: id.optional(),
    }),
    done,
  ),
  'clients.editSignal': call(
    z.object({
      commandId,
      markId: id,
      side: z.enum(signalSides).optional(),
      markedOn: day.optional(),
      evidence: text.optional(),
    }),
    done,
  ),
  /** No longer true since today; the mark stays in the history. */
  'clients.endSignal': call(z.object({ commandId, markId: id }), done),
  'clients.deleteSignal': call(z.object({ commandId, markId: id }), done),
  /** Not made again for eight weeks. */
  'clients.dismissSuggestion': call(z.object({ commandId, clientId: id, code }), done),
  /** The register of accounts, whose rows the handoff shows as well. */
  'clients.assets': call(z.object({ clientId: id }), z.object({ revision, assets: z.array(asset) })),
  'clients.addAsset': call(z.object({ commandId, clientId: id, name: line, ...assetFields }), done),
  'clients.editAsset': call(z.object({ commandId, assetId: id, name: line.optional(), ...assetFields }), done),
  'clients.deleteAsset': call(z.object({ commandId, assetId: id }), done),
  /** Below another line of its kind; null: above them all. */
  'clients.moveDossierLine': call(z.object({ commandId, lineId: id, after: id.nullable() }), done),
} as const;

export type SignalMark = z.infer<typeof signalMark>;
export type SignalSide = (typeof signalSides)[number];
