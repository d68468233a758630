import type { Day } from '../calendar.ts';
import { type Gap, readiness, type ReadinessCheck, type ReadinessFacts } from '../clients/readiness.ts';
import type { PlanItem, SuccessorMode } from './plan.ts';

// The plan as it would be were the work to end today, and what each step would lack. Nothing here changes anything.

export interface DrillFacts extends ReadinessFacts {
  readonly assets: readonly (ReadinessFacts['assets'][number] & { readonly id: string })[];
  /** Somebody of ours leads the client. */
  readonly hasLead: boolean;
}

/** What a step would wait for that could be written down today. */
export type Lack =
  | Gap
  /** Nobody of ours leads the client. */
  | { readonly check: 'lead'; readonly accounts: readonly string[] }
  /** The step must be shown to be done, and nobody has said by what. */
  | { readonly check: 'evidence'; readonly accounts: readonly string[] };

export interface DrillStep {
  readonly item: PlanItem;
  readonly lacks: readonly Lack[];
}

export interface FireDrill {
  /** By day. */
  readonly steps: readonly DrillStep[];
  /** Steps that lack nothing. */
  readonly ready: number;
}

export function fireDrill(plan: readonly PlanItem[], facts: DrillFacts, today: Day): FireDrill {
  const { gaps } = readiness(facts, today);
  const steps = plan
    .map((item) => ({ item, lacks: lacksOf(item, facts, gaps) }))
    .toSorted((one, other) => compare(one.item.dueOn, other.item.dueOn));
  return { steps, ready: steps.filter(({ lacks }) => lacks.length === 0).length };
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function lacksOf(item: PlanItem, facts: DrillFacts, gaps: readonly Gap[]): readonly Lack[] {
  const known = item.assetId === null ? gapsOfStep(item, gaps) : gapsOfAccount(item.assetId, facts);
  const hasEvidence = [item.evidenceHint.en, item.evidenceHint.ru].some((words) => words.trim() !== '');
  return [
    ...(item.side === 'agency' && !facts.hasLead ? [{ check: 'lead', accounts: [] } as const] : []),
    ...known,
    ...(item.isMandatory && !hasEvidence ? [{ check: 'evidence', accounts: [] } as const] : []),
  ];
}

/** An account of ours can be put in another name only by who knows where its access lies. */
function gapsOfAccount(assetId: string, { assets }: DrillFacts): readonly Gap[] {
  const lacking = assets.filter(({ id, whereKept }) => id === assetId && whereKept.trim() === '');
  return lacking.map(({ name }) => ({ check: 'kept', accounts: [name] }));
}

function gapsOfStep(item: PlanItem, gaps: readonly Gap[]): readonly Gap[] {
  const needs = needsOf(item);
  return gaps.filter(({ check }) => needs.includes(check));
}

/** What a step that ships stands on, beside whoever of the client's does it. */
const needsOfCode: Readonly<Record<string, readonly ReadinessCheck[]>> = {
  A2: ['sets_tasks'],
  B1: ['accounts'],
  B2: ['accounts', 'owners'],
  B3: ['accounts', 'owners'],
  B4: ['accounts'],
  C2: ['how_it_works'],
  D1: ['accounts', 'owners'],
  D2: ['accounts'],
  D3: ['accounts', 'owners'],
  D5: ['accounts'],
  D6: ['accounts'],
  D7: ['kept'],
  D8: ['accounts', 'kept'],
  E3: ['how_it_works'],
  E5: ['how_it_works'],
  F1: ['how_it_works'],
  F3: ['kept'],
  G1: ['how_it_works'],
  G2: ['decision'],
  G3: ['agreement'],
  G4: ['watch'],
  I1: ['how_it_works', 'agreement'],
  I2: ['how_it_works'],
  K1: ['accounts', 'kept'],
};

/** Steps of the client's that its technical people do. */
const technicalSections: readonly string[] = ['D', 'E', 'F'];
const acceptingSections: readonly string[] = ['B', 'H', 'J', 'K'];

function needsOf({ code, side, section }: PlanItem): readonly ReadinessCheck[] {
  const own = needsOfCode[code] ?? [];
  if (side !== 'client') return own;
  if (technicalSections.includes(section)) return ['technical', ...own];
  return [acceptingSections.includes(section) ? 'accepts_results' : 'sets_tasks', ...own];
}

/** With a new contractor, their steps wait until they are chosen: a matter of the month, not of today. */
export function beginsWithContractor({ side }: Pick<PlanItem, 'side'>, successor: SuccessorMode): boolean {
  return side === 'successor' && successor === 'contractor';
}
