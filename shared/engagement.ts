import type { Day } from './calendar.ts';

interface Stretch {
  readonly startOn: Day;
  readonly endOn: Day | null;
}

/** What is wrong with the days of an engagement; null when nothing is. */
export function engagementProblem({ startOn, endOn }: Stretch, today: Day): 'starts_ahead' | 'ends_before' | null {
  if (startOn > today) return 'starts_ahead';
  return endOn !== null && endOn < startOn ? 'ends_before' : null;
}

/** An agreed last day may lie ahead. */
export function isRunning({ endOn }: Stretch, today: Day): boolean {
  return endOn === null || endOn >= today;
}
