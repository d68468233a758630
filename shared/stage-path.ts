import { daysBetween, type Day } from './calendar.ts';

/** One line of a client's history of stages, as it is kept. */
export interface StageChange {
  readonly id: string;
  readonly to: string;
  readonly on: Day;
}

/** A stretch of days in one stage. */
export interface StageVisit {
  /** The change that began it. */
  readonly changeId: string;
  readonly stage: string;
  readonly fromOn: Day;
  /** Null while it lasts. */
  readonly untilOn: Day | null;
  /** How many times the client has been in this stage with this one: 1 for the first. */
  readonly time: number;
  /** In this stage up to the end of this visit, all times together. */
  readonly daysInAll: number;
}

/**
 * The path of a client, oldest visit first: each lasts until the next change. `changes` come oldest first; one that leads
 * where the client already stood, as two computers may make it, begins no new visit.
 */
export function stagePath(changes: readonly StageChange[], today: Day): readonly StageVisit[] {
  const steps = changes.filter((change, index) => change.to !== changes[index - 1]?.to);
  const visits: StageVisit[] = [];
  steps.forEach(({ id, to, on }, index) => {
    const untilOn = steps[index + 1]?.on ?? null;
    const before = visits.findLast(({ stage }) => stage === to);
    visits.push({
      changeId: id,
      stage: to,
      fromOn: on,
      untilOn,
      time: (before?.time ?? 0) + 1,
      daysInAll: (before?.daysInAll ?? 0) + Math.max(0, daysBetween(on, untilOn ?? today)),
    });
  });
  return visits;
}
