import type { Day } from '../calendar.ts';
import type { Id, Instant } from '../contract/call.ts';

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
