import { useToday } from '../../ui/clock.ts';
import { formatDay, formatTime } from '../../ui/format.ts';
import { useLanguage } from '../../ui/session.ts';

/** «23 ноября, 09:12». */
export function useMoment(): (instant: string) => string {
  const language = useLanguage();
  const today = useToday();
  return (instant) => `${formatDay(language, instant, today)}, ${formatTime(instant)}`;
}
