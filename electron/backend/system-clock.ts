import { localDay } from '../../db/local-day.ts';
import type { Clock } from './context.ts';

/** The clock of this computer: instants in UTC, days where the partner sits. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => localDay(new Date().toISOString()),
};
