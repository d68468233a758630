import { addDays, type Day } from './calendar.ts';

interface Stretch {
  readonly startOn: Day;
  readonly endOn: Day | null;
}

const forever = '9999-12-30';

/** What is wrong with the days of an engagement; null when nothing is. */
export function engagementProblem({ startOn, endOn }: Stretch, today: Day): 'starts_ahead' | 'ends_before' | null {
  if (startOn > today) return 'starts_ahead';
  return endOn !== null && endOn < startOn ? 'ends_before' : null;
}

/** An agreed last day may lie ahead. */
export function isRunning({ endOn }: Stretch, today: Day): boolean {
  return endOn === null || endOn >= today;
}

/** Since when work has been going on without a break; null while none runs. */
export function runningSince(stretches: readonly Stretch[], today: Day): Day | null {
  let since: Day | null = null;
  let until: Day = '';
  for (const { startOn, endOn } of stretches.toSorted((one, other) => (one.startOn < other.startOn ? -1 : 1))) {
    if (since === null || startOn > addDays(until, 1)) since = startOn;
    until = [until, endOn ?? forever].toSorted().at(-1) ?? until;
  }
  return until >= today ? since : null;
}
