import type { Day } from '../calendar.ts';
import type { Id } from '../contract/call.ts';
import type { Figure } from '../figures.ts';
import type { Thresholds } from './thresholds.ts';

/**
 * What a verdict is made from. Each fact carries its day, so that the same facts tell how things stood some days before;
 * the stage is that of the day they were read for, norm and thresholds are those of now. Days are the partner's own calendar
 * days.
 */
export interface HealthFacts {
  readonly stage: string;
  /** First signed work, else the day the client came. */
  readonly sinceOn: Day;
  /** The day it came to the stage it is in. */
  readonly inStageSince: Day | null;
  readonly thresholds: Thresholds;
  /** The last one, and those of about half a year. */
  readonly touches: readonly HealthTouch[];
  /** Written down before they happen, and not yet told of. */
  readonly planned: readonly PlannedTouch[];
  /** Ours, open or done lately. */
  readonly tasks: readonly HealthTask[];
  /** The day of the first task we ever had. */
  readonly firstTaskOn: Day | null;
  readonly reports: readonly { readonly id: Id; readonly sentOn: Day }[];
  /** Those with a target. */
  readonly kpis: readonly HealthKpi[];
  readonly insights: readonly HealthInsight[];
  readonly intents: readonly HealthIntent[];
  readonly marks: readonly HealthMark[];
}

export interface HealthTouch {
  readonly on: Day;
  /** What was noted before it happened was planned. */
  readonly notedOn: Day;
}

export interface PlannedTouch extends HealthTouch {
  /** The draft that waits for its day. */
  readonly noteId: Id;
}

export interface HealthTask {
  readonly id: Id;
  readonly title: string;
  readonly dueOn: Day | null;
  readonly madeOn: Day;
  readonly doneOn: Day | null;
}

export interface HealthKpi {
  readonly id: Id;
  readonly name: string;
  readonly target: string;
  readonly direction: string;
  readonly readings: readonly Figure[];
}

export interface HealthInsight {
  readonly id: Id;
  readonly kind: string;
  readonly state: string;
  readonly toldOn: Day;
}

export interface HealthIntent {
  readonly id: Id;
  readonly on: Day;
  readonly hasPlan: string;
}

export interface HealthMark {
  readonly id: Id;
  readonly code: string;
  readonly evidence: string;
  readonly markedOn: Day;
  readonly endedOn: Day | null;
}
