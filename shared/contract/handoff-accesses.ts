import { z } from 'zod';
import { call, commandId, day, id, line, optionalLine } from './call.ts';
import { assetStates, assetTargets, reply } from './handoff.ts';

export const handoffAccesses = {
  'handoff.addAsset': call(
    z.object({
      commandId,
      handoffId: id,
      name: line,
      whereKept: optionalLine,
      heldBy: optionalLine,
      goesTo: z.enum(assetTargets),
    }),
    reply,
  ),
  'handoff.editAsset': call(
    z.object({
      commandId,
      handoffId: id,
      assetId: id,
      name: line.optional(),
      whereKept: optionalLine.optional(),
      heldBy: optionalLine.optional(),
      goesTo: z.enum(assetTargets).optional(),
      state: z.enum(assetStates).optional(),
      stateOn: day.nullable().optional(),
      rotatedOn: day.nullable().optional(),
    }),
    reply,
  ),
  'handoff.deleteAsset': call(z.object({ commandId, handoffId: id, assetId: id }), reply),
} as const;
