import { daysBetween, type Day } from '../calendar.ts';
import type { Asset, HandoffItem } from '../contract/handoff.ts';
import { handoffDays } from './plan.ts';
import { isOpen } from './items.ts';

/** What the agency says to every client: handed over within a month, and everything that must be shown is shown. */
export interface Promised {
  readonly isKept: boolean;
  /** From the day it began to the day it was closed. */
  readonly days: number;
  /** Mandatory steps that nobody did; what does not apply for a reason is none of them. */
  readonly open: number;
}

export interface PromiseFacts {
  readonly startOn: Day;
  readonly closedOn: Day;
  /** Mandatory steps that are neither done with evidence nor out of place for a reason. */
  readonly open: number;
}

export function promised({ startOn, closedOn, open }: PromiseFacts): Promised {
  const days = daysBetween(startOn, closedOn);
  return { isKept: days <= handoffDays && open === 0, days, open };
}

export function openMandatory(items: readonly Pick<HandoffItem, 'isMandatory' | 'state'>[]): number {
  return items.filter((item) => item.isMandatory && isOpen(item)).length;
}

/** States in which nobody of ours can get in any more: taken away, or looked at and none of ours there. */
const shut: readonly string[] = ['revoked', 'verified'];

/** Accesses that may still let us in: a handoff is not closed while there are any. */
export function accessesLeft<Access extends Pick<Asset, 'state'>>(assets: readonly Access[]): readonly Access[] {
  return assets.filter(({ state }) => !shut.includes(state));
}
