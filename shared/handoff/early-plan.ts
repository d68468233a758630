import type { Day, WorkCalendar } from '../calendar.ts';
import { makePlan, type PlanItem } from './plan.ts';
import { shippedItems } from './template.ts';

// Plans from before there were templates of one's own hold nothing of what was left out when they began without a new
// contractor; all of them were made from the items that ship.

/** Codes of the search for a contractor. */
export const earlySearch: ReadonlySet<string> = new Set(
  shippedItems
    .filter(({ section }) => section === 'C')
    .slice(1)
    .map(({ code }) => code),
);

const successorCodes = new Set(shippedItems.flatMap(({ code, side }) => (side === 'successor' ? [code] : [])));

/** The side as it is kept today: what was the successor’s was given to the client from the start. */
export function earlySide({ code, side }: { readonly code: string; readonly side: string }): string {
  return side === 'client' && successorCodes.has(code) ? 'successor' : side;
}

export interface EarlyPlan {
  readonly startOn: Day;
  readonly calendar: WorkCalendar;
  /** Codes of all items that were in the plan once. */
  readonly codes: readonly string[];
}

/** The whole plan with a contractor, for what waits for what. */
export function earlyPlan({ startOn, calendar, codes }: EarlyPlan): readonly PlanItem[] {
  const extended = shippedItems.flatMap(({ code, condition }) => (condition === null ? [] : [code]));
  return makePlan({
    startOn,
    calendar,
    successor: 'contractor',
    extended: extended.filter((code) => codes.includes(code)),
  });
}
