import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { addDays, type Day, type Weekday, weekdayOf } from '../../../shared/calendar.ts';
import type { CalendarView, SpecialDay } from '../../../shared/contract/work-calendars.ts';
import type { Language } from '../../../shared/language.ts';
import { weekdays } from '../../../shared/work-calendars.ts';
import { formatDayOfWeek } from '../../ui/format.ts';
import { i18n } from '../../ui/words.ts';

/** `off` and `moved` are days that differ from their weekday; a calendar names some of them. */
export type DayState = 'works' | 'weekend' | 'off' | 'moved';

const words: Readonly<Record<DayState, MessageDescriptor>> = {
  works: msg`working day`,
  weekend: msg`weekend`,
  off: msg`day off`,
  moved: msg`worked weekend`,
};

export function dayWords(state: DayState): string {
  return i18n.t(words[state]);
}

export function isWorked(state: DayState): boolean {
  return state === 'works' || state === 'moved';
}

/** How to tell the state of any day of a calendar. */
export function stateIn({ weekend }: CalendarView, special: SpecialDay | undefined, day: Day): DayState {
  const isWeekend = weekend.includes(weekdayOf(day));
  if (special === undefined) return isWeekend ? 'weekend' : 'works';
  if (special.kind === 'holiday') return 'off';
  return isWeekend ? 'moved' : 'works';
}

/** The week begins on Monday in Russian, on Sunday in English, as in every calendar of the program. */
export function weekdaysFrom(language: Language): readonly Weekday[] {
  return language === 'ru' ? weekdays : [7, ...weekdays.slice(0, -1)];
}

/** «пн», `Mon`. */
export function weekdayName(language: Language, weekday: Weekday): string {
  return formatDayOfWeek(language, addDays('2024-01-01', weekday - 1));
}
