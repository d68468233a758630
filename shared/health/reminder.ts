import { type Day, daysBetween, weekdayOf } from '../calendar.ts';

/** Time of day where the partner sits, `HH:MM`; times compare with `<`. */
export type TimeOfDay = string;

export interface ReminderSettings {
  readonly isOn: boolean;
  readonly at: TimeOfDay;
  /** Nothing is shown from here … */
  readonly quietFrom: TimeOfDay;
  /** … until here, usually the next morning; the same time twice means that there are no quiet hours. */
  readonly quietTo: TimeOfDay;
  readonly isAtWeekends: boolean;
}

export const defaultReminder: ReminderSettings = {
  isOn: true,
  at: '09:30',
  quietFrom: '20:00',
  quietTo: '08:00',
  isAtWeekends: false,
};

export function isQuiet({ quietFrom, quietTo }: ReminderSettings, time: TimeOfDay): boolean {
  return quietFrom <= quietTo ? time >= quietFrom && time < quietTo : time >= quietFrom || time < quietTo;
}

export interface ReminderMoment {
  readonly today: Day;
  readonly time: TimeOfDay;
  /** The day whose notification has been dealt with last. */
  readonly lastOn: Day | null;
}

/** A day that lies further ahead was noted by a clock that ran wrong: it may not silence the reminder until it comes. */
const believedAhead = 7;

/**
 * Whether the day's one notification belongs to this moment. An hour that falls in the quiet ones waits for their end; when
 * that is not on the same day any more, the day goes without.
 */
export function isReminderDue(settings: ReminderSettings, { today, time, lastOn }: ReminderMoment): boolean {
  if (!settings.isOn || time < settings.at || isQuiet(settings, time)) return false;
  if (lastOn !== null && lastOn >= today && daysBetween(today, lastOn) <= believedAhead) return false;
  return settings.isAtWeekends || weekdayOf(today) < 6;
}
