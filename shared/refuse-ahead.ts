import type { Day } from './calendar.ts';
import { AppError } from './errors.ts';

/** What has happened did not happen on a future day; the field that says so is named. */
export function refuseAhead(fields: Readonly<Record<string, Day | null | undefined>>, today: Day): void {
  for (const [field, day] of Object.entries(fields))
    if (day && day > today) throw new AppError('bad_input', `${field} is a future day`, { [field]: 'too_big' });
}
