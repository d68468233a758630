import type { Day } from '../calendar.ts';
import type { Gap, ReadinessCheck } from '../clients/readiness.ts';
import { handoffWeeks, type PlanItem, type Week, weekOf } from './plan.ts';

// The month of a handoff for a client that stays: what would be done, and where in it the lack of what we do not know
// would be felt. Nothing is started by it.

/** The shipped item that stops first for want of it. */
const feltAt: Readonly<Record<ReadinessCheck, string>> = {
  sets_tasks: 'H1',
  accepts_results: 'A3',
  technical: 'D3',
  how_it_works: 'G1',
  agreement: 'G3',
  decision: 'G2',
  watch: 'G4',
  accounts: 'B1',
  kept: 'D7',
  owners: 'B2',
  theirs: 'B3',
};

export interface DrillItem {
  readonly item: PlanItem;
  readonly gaps: readonly Gap[];
}

export interface FireDrill {
  /** All four, in the order of their days. */
  readonly weeks: readonly { readonly week: Week; readonly items: readonly DrillItem[] }[];
  /** What is felt at no item of this plan. */
  readonly others: readonly Gap[];
}

export function fireDrill(plan: readonly PlanItem[], gaps: readonly Gap[], startOn: Day): FireDrill {
  const items = plan
    .map((item) => ({ item, gaps: gaps.filter(({ check }) => feltAt[check] === item.code) }))
    .toSorted((one, other) => (one.item.dueOn < other.item.dueOn ? -1 : Number(one.item.dueOn > other.item.dueOn)));
  return {
    weeks: handoffWeeks.map(({ week }) => ({
      week,
      items: items.filter(({ item }) => weekOf(startOn, item.dueOn) === week),
    })),
    others: gaps.filter(({ check }) => plan.every(({ code }) => code !== feltAt[check])),
  };
}
