import { addDays, type Day, weekdayOf } from '../calendar.ts';

/** How long something can be put off without a look at the calendar. */
export const snoozeTerms = ['tomorrow', 'next_week', 'two_weeks', 'four_weeks', 'eight_weeks'] as const;
/** In days: what is put off for longer is not put off but given up. */
export const longestSnooze = 366;

export type SnoozeTerm = (typeof snoozeTerms)[number];

const weeks = { two_weeks: 2, four_weeks: 4, eight_weeks: 8 } as const;

/** The day on which it is back; next week begins on Monday. */
export function dayOfTerm(term: SnoozeTerm, today: Day): Day {
  switch (term) {
    case 'tomorrow':
      return addDays(today, 1);
    case 'next_week':
      return addDays(today, 8 - weekdayOf(today));
    case 'two_weeks':
    case 'four_weeks':
    case 'eight_weeks':
      return addDays(today, 7 * weeks[term]);
  }
}
