import type { Day, WorkCalendar } from '../calendar.ts';
import { type HandoffTemplate, handoffTemplate } from '../content/handoff-template.ts';
import { isOpen } from './items.ts';
import { makePlan, type PlanItem, type SuccessorMode } from './plan.ts';

// Who takes over may turn out otherwise after the start: the client decides on day 3. The open steps of the successor are
// then the client’s, and the search for a contractor leaves the plan; both come back with a contractor.

const template: HandoffTemplate = handoffTemplate;
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
  /** Codes of the extended items that were in the plan once. */
  readonly extended: readonly string[];
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

function withoutContractor({ startOn, calendar, items, extended }: SwitchedPlan): SuccessorSwitch {
  const kept = new Set(makePlan({ startOn, calendar, successor: 'freeze', extended }).map(({ code }) => code));
  const isDropped = (item: SwitchedItem) =>
    item.section === 'C' && item.code !== '' && !kept.has(item.code) && isOpen(item);
  return {
    passed: items.filter((item) => item.side === 'successor' && isOpen(item)),
    dropped: items.filter(isDropped),
    returning: [],
    plan: [],
  };
}

function withContractor({ startOn, calendar, items, extended }: SwitchedPlan): SuccessorSwitch {
  const plan = makePlan({ startOn, calendar, successor: 'contractor', extended });
  const codes = new Set(items.map(({ code }) => code));
  // A handoff that began without a contractor was given to the client from its start.
  const isPassed = ({ code, side }: SwitchedItem) =>
    side === 'successor' || (side === 'client' && successorCodes.has(code));
  return {
    passed: items.filter((item) => isOpen(item) && isPassed(item)),
    dropped: [],
    returning: plan.filter(({ code, section }) => section === 'C' && !codes.has(code)),
    plan,
  };
}
