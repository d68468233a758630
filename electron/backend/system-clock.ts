import type { Clock } from './context.ts';

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** The clock of this computer: instants in UTC, days where the partner sits. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => {
    const now = new Date();
    return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
  },
};
