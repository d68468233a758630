import type { Context, HandlersOf } from './context.ts';
import { documentHandlers } from './handoff/documents.ts';
import { endingHandlers } from './handoff/ending.ts';
import { planHandlers } from './handoff/plan.ts';
import { registerHandlers } from './handoff/registers.ts';

export function handoffHandlers(context: Context): HandlersOf<'handoff'> {
  return {
    ...endingHandlers(context),
    ...planHandlers(context),
    ...registerHandlers(context),
    ...documentHandlers(context),
  };
}
