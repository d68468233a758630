import { addDays, type Day, daysBetween } from '../../shared/calendar.ts';
import { calendarOf } from '../../shared/content/calendars.ts';
import type { HandoffPage } from '../../shared/contract/handoff.ts';
import { dueOn, handoffWeeks, type Week, weekDays } from '../../shared/handoff/plan.ts';
import { useSession } from '../ui/session.ts';

export interface WeekColumn {
  readonly week: Week;
  readonly firstOn: Day;
  /** Last day of the seven; the fourth week carries a reserve after it. */
  readonly lastOn: Day;
  /** Last day of the reserve, for the fourth week. */
  readonly reserveOn: Day | null;
  /** Width in days. */
  readonly days: number;
}

/** The columns in the width of their days; an extended handoff has a longer last one. */
export function weekColumns({ startOn, endOn }: Pick<HandoffPage, 'startOn' | 'endOn'>): readonly WeekColumn[] {
  return handoffWeeks.map(({ week, firstDay }) => {
    const { firstOn } = weekDays(startOn, week);
    const isLast = week === 4;
    return {
      week,
      firstOn,
      lastOn: addDays(firstOn, 6),
      reserveOn: isLast ? endOn : null,
      days: isLast ? Math.max(7, daysBetween(startOn, endOn) - firstDay) : 7,
    };
  });
}

/** A working day of another week: the same weekday where people work on it. */
export function dayInWeek(startOn: Day, current: Day, week: Week): Day {
  const offset = ((daysBetween(startOn, current) % 7) + 7) % 7;
  const calendar = calendarOf(useSession.getState().settings?.calendar ?? '');
  return dueOn(startOn, (week - 1) * 7 + offset, calendar);
}

/** The last working day of a week: what is added to it without a date is due then. */
export function lastDayOfWeek(startOn: Day, week: Week): Day {
  const calendar = calendarOf(useSession.getState().settings?.calendar ?? '');
  return dueOn(startOn, (week - 1) * 7 + 4, calendar);
}
