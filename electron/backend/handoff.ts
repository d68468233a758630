import type { Context, HandlersOf } from './context.ts';
import { accessHandlers } from './handoff/accesses.ts';
import { briefHandlers } from './handoff/brief.ts';
import { candidateHandlers } from './handoff/candidates.ts';
import { closingHandlers } from './handoff/closing.ts';
import { documentHandlers } from './handoff/documents.ts';
import { drillHandlers } from './handoff/fire-drill.ts';
import { endingHandlers } from './handoff/ending.ts';
import { planFileHandlers } from './handoff/plan-file.ts';
import { planHandlers } from './handoff/plan.ts';
import { templateHandlers } from './handoff/templates.ts';

export function handoffHandlers(context: Context): HandlersOf<'handoff'> {
  return {
    ...endingHandlers(context),
    ...drillHandlers(context),
    ...closingHandlers(context),
    ...planHandlers(context),
    ...accessHandlers(context),
    ...candidateHandlers(context),
    ...briefHandlers(context),
    ...documentHandlers(context),
    ...planFileHandlers(context),
    ...templateHandlers(context),
  };
}
