import type { Day, WorkCalendar } from '../calendar.ts';
import { type HandoffTemplate, handoffTemplate } from '../content/handoff-template.ts';
import { isOpen } from './items.ts';
import { makePlan, type PlanItem, type SuccessorMode } from './plan.ts';

// Who takes over may turn out otherwise after the start: the client decides on day 3. The open steps of the successor are
// then the client’s, and the search for a contractor leaves the plan; both come back with a contractor.

const template: HandoffTemplate = handoffTemplate;
/** The search for a contractor: what section C has but for its first item. */
const search = template.items.filter(({ section }) => section === 'C').slice(1);

const successorCodes = new Set(template.items.filter(({ side }) => side === 'successor').map(({ code }) => code));

export interface SwitchedItem {
  readonly id: string;
  /** Template code, empty for an item typed by hand. */
  readonly code: string;
  readonly section: string;
  /** As it is kept; what is shown is `sideIn`. */
  readonly side: string;
  readonly state: string;
}

export interface SwitchedPlan {
  readonly startOn: Day;
  readonly calendar: WorkCalendar;
  readonly items: readonly SwitchedItem[];
  /** Codes of all items that were in the plan once, also of those that are deleted. */
  readonly known: readonly string[];
}

export interface SuccessorSwitch {
  /** Go to the other side. */
  readonly passed: readonly SwitchedItem[];
  /** Leave the plan. */
  readonly dropped: readonly SwitchedItem[];
  /** Come into the plan, or back. */
  readonly returning: readonly PlanItem[];
  /** The whole plan with a contractor, for what waits for what. */
  readonly plan: readonly PlanItem[];
}

/** Where nobody new takes over, the client does what the successor would; what is done stays with who did it. */
export function sideIn(mode: string, { side, state }: Pick<SwitchedItem, 'side' | 'state'>): string {
  return mode !== 'contractor' && side === 'successor' && isOpen({ state }) ? 'client' : side;
}

export function switchSuccessor(plan: SwitchedPlan, from: SuccessorMode, to: SuccessorMode): SuccessorSwitch {
  if ((from === 'contractor') === (to === 'contractor')) return { passed: [], dropped: [], returning: [], plan: [] };
  return to === 'contractor' ? withContractor(plan) : withoutContractor(plan);
}

function withoutContractor({ items }: SwitchedPlan): SuccessorSwitch {
  const leaving = new Set(search.map(({ code }) => code));
  return {
    passed: items.filter((item) => item.side === 'successor' && isOpen(item)),
    dropped: items.filter((item) => leaving.has(item.code) && isOpen(item)),
    returning: [],
    plan: [],
  };
}

function withContractor({ startOn, calendar, items, known }: SwitchedPlan): SuccessorSwitch {
  const extended = template.items.filter(({ tier }) => tier === 'extended').map(({ code }) => code);
  const plan = makePlan({
    startOn,
    calendar,
    successor: 'contractor',
    extended: extended.filter((code) => known.includes(code)),
  });
  // Where the search was in the plan once, only what was in it comes back.
  const before = search.filter(({ code }) => known.includes(code)).map(({ code }) => code);
  const isSearch = ({ code }: PlanItem) =>
    before.length === 0 ? search.some((item) => item.code === code) : before.includes(code);
  const codes = new Set(items.map(({ code }) => code));
  // A handoff that began without a contractor was given to the client from its start.
  const isPassed = ({ code, side }: SwitchedItem) =>
    side === 'successor' || (side === 'client' && successorCodes.has(code));
  return {
    passed: items.filter((item) => isOpen(item) && isPassed(item)),
    dropped: [],
    returning: plan.filter((item) => isSearch(item) && !codes.has(item.code)),
    plan,
  };
}
