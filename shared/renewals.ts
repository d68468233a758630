import { addDays, type Day, daysBetween } from './calendar.ts';

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

const nothing: ReadonlyMap<string, Day> = new Map();

/**
 * Our accounts whose renewal comes within a month or has just passed, the earliest first. One that was put off stays
 * however long ago it was due; `putOff` knows the latest day of each account.
 */
export function renewalsAhead(
  assets: readonly Renewable[],
  today: Day,
  putOff: ReadonlyMap<string, Day> = nothing,
): readonly Renewal[] {
  // What was put off before this renewal could be seen was the one before it.
  const isPutOff = ({ id, renewalOn }: Renewal) => (putOff.get(id) ?? '') >= addDays(renewalOn, -daysAhead);
  return assets
    .flatMap(({ id, name, renewalOn, state }) =>
      renewalOn === null || goneStates.includes(state)
        ? []
        : [{ id, name, renewalOn, days: daysBetween(today, renewalOn) }],
    )
    .filter((renewal) => renewal.days <= daysAhead && (renewal.days >= -daysPast || isPutOff(renewal)))
    .toSorted((one, other) => one.days - other.days);
}

/** The earliest renewal first, accounts without one last; of equals in the order they have. */
export function byRenewal<Asset extends Renewable>(assets: readonly Asset[]): readonly Asset[] {
  const rank = ({ renewalOn }: Asset) => renewalOn ?? '9999';
  return assets.toSorted((one, other) => (rank(one) === rank(other) ? 0 : rank(one) < rank(other) ? -1 : 1));
}
