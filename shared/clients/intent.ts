import { type Day, daysBetween } from '../calendar.ts';

const longestTrust = 180;

/** What a client said about a plan half a year ago says little about now. */
export function isToBeAskedAgain(checkedOn: Day, today: Day): boolean {
  return daysBetween(checkedOn, today) > longestTrust;
}
