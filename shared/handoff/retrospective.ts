import { addDays, type Day } from '../calendar.ts';
import type { HealthReason, Verdict } from '../contract/client-health.ts';
import type { HealthFacts } from '../health/receipt-facts.ts';
import { worstReasons } from '../health/reasons.ts';
import { receipt } from '../health/receipt.ts';

/** Days before the closing at which a retrospective looks. */
export const retrospectiveDays = [90, 60, 30] as const;

export interface RetrospectiveMoment {
  readonly daysBefore: number;
  readonly verdict: Verdict;
  /** What spoke against the client then, the worst first. */
  readonly reasons: readonly HealthReason[];
}

const mostReasons = 5;

/** How the client looked on a day that is over; `facts` are those that were read for it. Null before it was with us. */
export function momentBefore(facts: HealthFacts, closedOn: Day, daysBefore: number): RetrospectiveMoment | null {
  const day = addDays(closedOn, -daysBefore);
  if (day < facts.sinceOn) return null;
  const then = receipt(facts, day);
  if (then === null) return null;
  return { daysBefore, verdict: then.verdict, reasons: toldFirst(worstReasons(then)).slice(0, mostReasons) };
}

/** What was not known then could have warned nobody. */
function toldFirst(reasons: readonly HealthReason[]): readonly HealthReason[] {
  const isMissing = (reason: HealthReason) => 'isUnknown' in reason && reason.isUnknown;
  return [...reasons.filter((reason) => !isMissing(reason)), ...reasons.filter(isMissing)];
}

/** What a reason is known by in the answer to “which line should have told us?”. */
export function reasonCode(reason: HealthReason): string {
  return reason.code === 'flag' ? reason.signal : reason.code;
}
