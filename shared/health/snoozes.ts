import type { Day } from '../calendar.ts';
import type { Id, Instant } from '../contract/call.ts';
import { isReportPeriod, reportKinds, type ReportPeriod } from './reports.ts';

export interface Snooze {
  readonly id: Id;
  readonly clientId: Id;
  readonly subject: string;
  /** The day on which the subject is back. */
  readonly untilOn: Day;
  readonly reason: string;
  readonly madeAt: Instant;
}

/** Attention and the signals each have a name for the same silence of a client: put off in one, it is quiet in both. */
const silence: readonly string[] = ['rhythm', 'health:rhythm'];

/** Of one client, in the order they were made: by each subject that is asleep the snooze that counts, the last one. */
export function sleepersOf(
  snoozes: readonly Snooze[],
  lastTouchAt: Instant | null,
  today: Day,
): ReadonlyMap<string, Snooze> {
  const last = new Map(snoozes.flatMap((snooze) => namesOf(snooze.subject).map((name) => [name, snooze] as const)));
  return new Map([...last].filter(([, snooze]) => isAsleep(snooze, lastTouchAt, today)));
}

function namesOf(subject: string): readonly string[] {
  return silence.includes(subject) ? silence : [subject];
}

/** Quiet that was agreed on ends with the next touch: from there the rhythm is counted anew. */
function isAsleep({ subject, untilOn, madeAt }: Snooze, lastTouchAt: Instant | null, today: Day): boolean {
  const isOver = silence.includes(subject) && lastTouchAt !== null && lastTouchAt > madeAt;
  return today < untilOn && !isOver;
}

/** Reports that were ever put off, whether they have woken since or not. */
export function reportsPutOff(snoozes: readonly Snooze[]): readonly ReportPeriod[] {
  return snoozes.flatMap(({ subject }) => {
    const [about, kindOf, period = ''] = subject.split(':');
    const kind = reportKinds.find((each) => each === kindOf);
    return about === 'report' && kind !== undefined && isReportPeriod(kind, period) ? [{ kind, period }] : [];
  });
}

/** By account the latest day until which its renewal was ever put off. */
export function renewalsPutOff(snoozes: readonly Snooze[]): ReadonlyMap<Id, Day> {
  const days = snoozes.flatMap(({ subject, untilOn }) => {
    const [about, id = ''] = subject.split(':');
    return about === 'asset' ? [[id, untilOn] as const] : [];
  });
  return new Map(days.toSorted(([, one], [, other]) => (one < other ? -1 : Number(one > other))));
}
