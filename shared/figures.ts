import { parseDate } from '@internationalized/date';
import type { Day } from './calendar.ts';
import { compare, subtract } from './decimal.ts';

// What the readings of a KPI say: whether the target is reached, how it went over the year, what a line is drawn from.

export const kpiDirections = ['up', 'down'] as const;
export type KpiDirection = (typeof kpiDirections)[number];

/** One value that was read; `value` is exact decimal text. */
export interface Figure {
  readonly measuredOn: Day;
  readonly value: string;
}

/** The last reading of a month, null where nothing was read. */
export interface MonthFigure {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly value: string | null;
}

const monthsShown = 12;

/** Null while there is nothing to compare. */
export function targetState(
  kpi: { readonly target: string; readonly direction: string },
  last: string | undefined,
): 'reached' | 'behind' | null {
  if (kpi.target === '' || last === undefined) return null;
  const difference = compare(last, kpi.target);
  const isReached = kpi.direction === 'down' ? difference <= 0 : difference >= 0;
  return isReached ? 'reached' : 'behind';
}

export function lastFigure<Reading extends Figure>(readings: readonly Reading[]): Reading | undefined {
  return readings.reduce<Reading | undefined>(
    (last, reading) => (last === undefined || reading.measuredOn >= last.measuredOn ? reading : last),
    undefined,
  );
}

/** Twelve months at most, the last one that of the last reading, the first one with a reading of its own. */
export function monthFigures(readings: readonly Figure[]): readonly MonthFigure[] {
  const last = lastFigure(readings);
  if (last === undefined) return [];
  const end = parseDate(`${last.measuredOn.slice(0, 7)}-01`);
  const byMonth = Map.groupBy(readings, ({ measuredOn }) => measuredOn.slice(0, 7));
  const months = Array.from({ length: monthsShown }, (_, index) => {
    const month = end
      .subtract({ months: monthsShown - 1 - index })
      .toString()
      .slice(0, 7);
    return { month, value: lastFigure(byMonth.get(month) ?? [])?.value ?? null };
  });
  return months.slice(months.findIndex(({ value }) => value !== null));
}

export interface Change {
  /** Exact decimal text. */
  readonly by: string;
  /** How many months lie between, both counted in: a whole year is 12. */
  readonly months: number;
}

/** From the first to the last month that is drawn; null with fewer than two readings. */
export function changeOver(figures: readonly MonthFigure[]): Change | null {
  const [first, last] = [figures[0], figures.at(-1)];
  if (first === undefined || last === undefined || figures.length < 2) return null;
  if (first.value === null || last.value === null) return null;
  return { by: subtract(last.value, first.value), months: figures.length };
}
