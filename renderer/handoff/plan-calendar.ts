import { addDays, type Day, daysBetween, type WorkCalendar } from '../../shared/calendar.ts';
import { weekdaysCalendar } from '../../shared/content/calendars.ts';
import type { HandoffPage } from '../../shared/contract/handoff.ts';
import { daysOfWeek } from '../../shared/handoff/moves.ts';
import { handoffWeeks, type Week } from '../../shared/handoff/plan.ts';
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
    const { firstOn } = daysOfWeek({ startOn, endOn }, week);
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

export function useAgencyCalendar(): WorkCalendar {
  return useSession(({ settings }) => settings?.calendar) ?? weekdaysCalendar;
}

export function agencyCalendar(): WorkCalendar {
  return useSession.getState().settings?.calendar ?? weekdaysCalendar;
}
