import { useLingui } from '@lingui/react/macro';
import { useToday } from '../ui/clock.ts';
import { formatDayRange, formatShortDay } from '../ui/format.ts';
import { useLanguage } from '../ui/session.ts';
import type { WeekColumn } from './plan-calendar.ts';

/** «Неделя 4, 30 нояб. — 6 дек., запас до 9 дек.» */
export function WeekDates({ column }: { readonly column: WeekColumn }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const { week, firstOn, lastOn, reserveOn } = column;
  const range = formatDayRange(language, firstOn, lastOn, today);
  if (reserveOn === null || reserveOn <= lastOn) return t`Week ${week}, ${range}`;
  const reserve = formatShortDay(language, reserveOn, today);
  return t`Week ${week}, ${range}, reserve until ${reserve}`;
}
