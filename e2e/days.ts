import type { Locator } from '@playwright/test';

/** The partner's own day, so many days from now, as `YYYY-MM-DD`. */
export function dayFromNow(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return dayOf(day);
}

/** The same day of the year, so many years ago; a day of grace on 29 February. */
export function yearsAgo(years: number, days = 0): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  day.setFullYear(day.getFullYear() - years);
  return dayOf(day);
}

/** Into a field of month, day and year, as a person types it. */
export async function typeDay(field: Locator, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  await field.getByRole('spinbutton', { name: /^month/ }).click();
  await field.page().keyboard.type(`${month}${date}${year}`);
}

function dayOf(day: Date): string {
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
