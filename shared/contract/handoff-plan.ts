import { z } from 'zod';
import { call, commandId, day, id, line, optionalLine, text } from './call.ts';
import { sides } from './clients.ts';
import { itemStates, reply, revision, successorModes } from './handoff.ts';

const datedTitle = z.object({ title: z.string(), dueOn: day });

export const handoffPlan = {
  'handoff.addItem': call(
    z.object({ commandId, handoffId: id, title: line, side: z.enum(sides), person: optionalLine, dueOn: day }),
    reply,
  ),
  'handoff.editItem': call(
    z.object({
      commandId,
      itemId: id,
      title: line.optional(),
      side: z.enum(sides).optional(),
      person: optionalLine.optional(),
      dueOn: day.optional(),
      state: z.enum(itemStates).optional(),
      stateReason: text.optional(),
      evidence: text.optional(),
      confirmedBy: optionalLine.optional(),
      /** Left out where somebody accepts it: today. */
      confirmedOn: day.nullable().optional(),
      assetId: id.nullable().optional(),
    }),
    reply,
  ),
  /** Titles of what a switch would change: nothing is written. */
  'handoff.previewSuccessor': call(
    z.object({ handoffId: id, successor: z.enum(successorModes) }),
    z.object({
      revision,
      /** Open items that go to the other side. */
      passed: z.array(z.string()),
      dropped: z.array(z.string()),
      returning: z.array(datedTitle),
      /** Wait for one that comes, and are due later because of it. */
      moved: z.array(datedTitle),
    }),
  ),
  /** Who takes over turned out otherwise. */
  'handoff.switchSuccessor': call(z.object({ commandId, handoffId: id, successor: z.enum(successorModes) }), reply),
  'handoff.deleteItem': call(z.object({ commandId, itemId: id }), reply),
} as const;
