import { type Day, daysBetween } from './calendar.ts';

/** An account is thought of a month before it must be renewed. */
const daysAhead = 30;
/** What ran out longer ago was either renewed or let go. */
const daysPast = 60;

/** Accounts that went over to somebody else, or are gone, are not ours to renew. */
const goneStates: readonly string[] = ['transferred', 'revoked', 'verified'];

export interface Renewable {
  readonly id: string;
  readonly name: string;
  readonly renewalOn: Day | null;
  readonly state: string;
}

export interface Renewal {
  readonly id: string;
  readonly name: string;
  readonly renewalOn: Day;
  /** Negative when the day has passed. */
  readonly days: number;
}

/** Our accounts whose renewal comes within a month or has just passed, the earliest first. */
export function renewalsAhead(assets: readonly Renewable[], today: Day): readonly Renewal[] {
  return assets
    .flatMap(({ id, name, renewalOn, state }) =>
      renewalOn === null || goneStates.includes(state)
        ? []
        : [{ id, name, renewalOn, days: daysBetween(today, renewalOn) }],
    )
    .filter(({ days }) => days <= daysAhead && days >= -daysPast)
    .toSorted((one, other) => one.days - other.days);
}

/** The earliest renewal first, accounts without one last; of equals in the order they have. */
export function byRenewal<Asset extends Renewable>(assets: readonly Asset[]): readonly Asset[] {
  const rank = ({ renewalOn }: Asset) => renewalOn ?? '9999';
  return assets.toSorted((one, other) => (rank(one) === rank(other) ? 0 : rank(one) < rank(other) ? -1 : 1));
}
