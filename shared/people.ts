import type { Day } from './calendar.ts';

/** What somebody at the client does for the work with us. */
export interface Duties {
  readonly decides: boolean;
  readonly setsTasks: boolean;
  readonly acceptsResults: boolean;
  readonly pays: boolean;
}

interface Leaving {
  readonly leftOn: Day | null;
}

/** Who leaves on a day is gone on it. */
export function isPresent({ leftOn }: Leaving, day: Day): boolean {
  return leftOn === null || leftOn > day;
}

/** Those who are there in the order they have, then those who left, the last one first. */
export function presentFirst<Contact extends Leaving>(contacts: readonly Contact[], today: Day): readonly Contact[] {
  const gone = contacts.filter((contact) => !isPresent(contact, today));
  return [
    ...contacts.filter((contact) => isPresent(contact, today)),
    ...gone.toSorted((one, other) => compare(other.leftOn ?? '', one.leftOn ?? '')),
  ];
}

/** The one who decides, sets tasks, accepts and pays: with such an owner nobody has time for us. */
export function doerOfEverything<Contact extends Leaving & Duties>(
  contacts: readonly Contact[],
  today: Day,
): Contact | null {
  const found = contacts.find(
    (contact) =>
      isPresent(contact, today) && contact.decides && contact.setsTasks && contact.acceptsResults && contact.pays,
  );
  return found ?? null;
}

export type MissingDuty = 'anybody' | 'sets_tasks' | 'accepts_results';

/** What nobody who is there does, though work cannot go on without it; where nobody was ever known, just that. */
export function missingDuties(contacts: readonly (Leaving & Duties)[], today: Day): readonly MissingDuty[] {
  if (contacts.length === 0) return ['anybody'];
  const here = contacts.filter((contact) => isPresent(contact, today));
  return [
    ...(here.some(({ setsTasks }) => setsTasks) ? [] : (['sets_tasks'] as const)),
    ...(here.some(({ acceptsResults }) => acceptsResults) ? [] : (['accepts_results'] as const)),
  ];
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
