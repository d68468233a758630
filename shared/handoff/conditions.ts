import {
  conditionFacts,
  handoffConditions,
  type HandoffCondition,
  type ProjectKind,
} from '../content/handoff-conditions.ts';
import type { Asset } from '../contract/handoff.ts';

// Which items with a condition a plan is offered with, ticked, and why.

export interface MetCondition {
  readonly condition: HandoffCondition;
  /** Names of the accesses that say so; empty where another record does. */
  readonly because: readonly string[];
}

export interface ClientFacts {
  readonly assets: readonly Pick<Asset, 'name' | 'renewalOn'>[];
  readonly hasDecisions: boolean;
  readonly hasFigures: boolean;
  readonly hasOpenContract: boolean;
}

/** Conditions that what is written down about a client fulfils. */
export function metConditions(facts: ClientFacts): readonly MetCondition[] {
  const { assets } = facts;
  const renewed = assets.filter(({ renewalOn }) => renewalOn !== null).map(({ name }) => name);
  const said: Readonly<Partial<Record<HandoffCondition, boolean>>> = {
    decisions: facts.hasDecisions,
    figures: facts.hasFigures,
    contract: facts.hasOpenContract,
  };
  return handoffConditions.flatMap((condition): readonly MetCondition[] => {
    const named = assets.filter(({ name }) => saysIn(name, condition)).map(({ name }) => name);
    const because = condition === 'renewals' ? renewed : named;
    return because.length > 0 || said[condition] === true ? [{ condition, because }] : [];
  });
}

function saysIn(name: string, condition: HandoffCondition): boolean {
  const words =
    name
      .toLowerCase()
      .replaceAll('ё', 'е')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const beginnings: readonly string[] = conditionFacts[condition].words;
  return words.some((word) => beginnings.some((beginning) => word.startsWith(beginning)));
}

export type Reason =
  | { readonly kind: 'record'; readonly because: readonly string[] }
  | { readonly kind: 'project'; readonly project: ProjectKind };

/** Why an item with this condition is ticked before a partner looks; null when it is not. */
export function reasonFor(
  condition: HandoffCondition | null,
  met: readonly MetCondition[],
  kinds: readonly ProjectKind[],
): Reason | null {
  if (condition === null) return null;
  const record = met.find((each) => each.condition === condition);
  if (record !== undefined) return { kind: 'record', because: record.because };
  const usual: readonly ProjectKind[] = conditionFacts[condition].kinds;
  const project = kinds.find((kind) => usual.includes(kind));
  return project === undefined ? null : { kind: 'project', project };
}
