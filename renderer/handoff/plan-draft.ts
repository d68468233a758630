import type { ProjectKind } from '../../shared/content/handoff-conditions.ts';
import type { Card } from '../../shared/contract/board.ts';
import type { CallInput } from '../../shared/contract/contract.ts';
import type { HandoffTemplateView, StartFacts } from '../../shared/contract/handoff-templates.ts';
import { type Reason, reasonFor } from '../../shared/handoff/conditions.ts';
import { offeredItems, type SuccessorMode } from '../../shared/handoff/plan.ts';
import type { TemplateItem } from '../../shared/handoff/template.ts';
import { call } from '../api.ts';

/** What is known before a partner has chosen anything. */
export interface Start {
  readonly card: Card;
  readonly templates: readonly HandoffTemplateView[];
  readonly facts: StartFacts;
}

/** What a partner has chosen of the plan so far. */
export interface PlanDraft {
  readonly successor: SuccessorMode;
  /** Null is the first template. */
  readonly templateId: string | null;
  readonly kinds: readonly ProjectKind[];
  /** Items ticked or unticked by hand, by code; the others follow the reasons. */
  readonly ticked: ReadonlyMap<string, boolean>;
}

export const firstDraft: PlanDraft = { successor: 'contractor', templateId: null, kinds: [], ticked: new Map() };

export async function readStart(clientId: string): Promise<Start> {
  const [{ page }, { templates }, facts] = await Promise.all([
    call('clients.open', { clientId }),
    call('handoff.templates', {}),
    call('handoff.startFacts', { clientId }),
  ]);
  return { card: page.card, templates, facts };
}

export interface Offer {
  readonly item: TemplateItem;
  readonly reason: Reason | null;
  readonly isTicked: boolean;
}

export function templateOf({ templates }: Start, { templateId }: PlanDraft): HandoffTemplateView | undefined {
  return templates.find(({ id }) => id === templateId) ?? templates[0];
}

/** Items with a condition, ticked where something says that they apply, or where a partner ticked them. */
export function offersOf(start: Start, draft: PlanDraft): readonly Offer[] {
  return offeredItems(templateOf(start, draft)?.items ?? []).map((item) => {
    const reason = reasonFor(item.condition, start.facts.met, draft.kinds);
    return { item, reason, isTicked: draft.ticked.get(item.code) ?? reason !== null };
  });
}

type PlanRequest = Pick<CallInput<'handoff.end'>, 'successor' | 'templateId' | 'extended'>;

export function planRequest(start: Start, draft: PlanDraft): PlanRequest {
  const { successor } = draft;
  const templateId = templateOf(start, draft)?.id;
  const extended = offersOf(start, draft).flatMap(({ item, isTicked }) => (isTicked ? [item.code] : []));
  return { successor, extended, ...(templateId !== undefined && { templateId }) };
}
