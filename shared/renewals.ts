import { type Day, daysBetween } from './calendar.ts';

/** An account is thought of a month before it must be renewed. */
const daysAhead = 30;
/** What ran out longer ago was either renewed or let go. */
const daysPast = 60;

export interface Renewable {
  readonly id: string;
  readonly name: string;
  readonly renewalOn: Day | null;
}

export interface Renewal {
  readonly id: string;
  readonly name: string;
  readonly renewalOn: Day;
  /** Negative when the day has passed. */
  readonly days: number;
}

/** Accounts whose renewal comes within a month or has just passed, the earliest first. */
export function renewalsAhead(assets: readonly Renewable[], today: Day): readonly Renewal[] {
  return assets
    .flatMap(({ id, name, renewalOn }) =>
      renewalOn === null ? [] : [{ id, name, renewalOn, days: daysBetween(today, renewalOn) }],
    )
    .filter(({ days }) => days <= daysAhead && days >= -daysPast)
    .toSorted((one, other) => one.days - other.days);
}
