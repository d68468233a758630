import { earlySearch } from './early-plan.ts';
import { isOpen } from './items.ts';
import type { SuccessorMode } from './plan.ts';

// Who takes over may turn out otherwise after the start: the client decides on day 3. The open steps of the successor are
// then the client’s, and the search for a contractor leaves the plan; both come back with a contractor.

export interface SwitchedItem {
  readonly id: string;
  /** Code in the template, empty for an item typed by hand. */
  readonly code: string;
  readonly section: string;
  /** As it is kept; what is shown is `sideIn`. Empty when somebody deleted it: it does not return. */
  readonly side: string;
  readonly state: string;
  /** It left the plan, or was left out when the plan was made. */
  readonly isOut: boolean;
}

export interface SwitchedPlan {
  /** In the order of the plan, with those that are out of it. */
  readonly items: readonly SwitchedItem[];
  /** From before there were templates of one's own. */
  readonly isEarly: boolean;
}

export interface SuccessorSwitch {
  /** Go to the other side. */
  readonly passed: readonly SwitchedItem[];
  /** Leave the plan. */
  readonly dropped: readonly SwitchedItem[];
  /** Come into the plan. */
  readonly returning: readonly SwitchedItem[];
}

/** Where nobody new takes over, the client does what the successor would; what is done stays with who did it. */
export function sideIn(mode: string, { side, state }: Pick<SwitchedItem, 'side' | 'state'>): string {
  return mode !== 'contractor' && side === 'successor' && isOpen({ state }) ? 'client' : side;
}

export function switchSuccessor(plan: SwitchedPlan, from: SuccessorMode, to: SuccessorMode): SuccessorSwitch {
  if ((from === 'contractor') === (to === 'contractor')) return { passed: [], dropped: [], returning: [] };
  const passed = plan.items.filter((item) => !item.isOut && item.side === 'successor' && isOpen(item));
  const search = searchIn(plan);
  return to === 'contractor'
    ? { passed, dropped: [], returning: search.filter(({ isOut, side }) => isOut && side !== '') }
    : { passed, dropped: search.filter((item) => !item.isOut && isOpen(item)), returning: [] };
}

/** The search for a contractor: what section C of the plan has but for its first item. */
function searchIn({ items, isEarly }: SwitchedPlan): readonly SwitchedItem[] {
  if (isEarly) return items.filter(({ code }) => earlySearch.has(code));
  return items.filter(({ code, section }) => code !== '' && section === 'C').slice(1);
}
