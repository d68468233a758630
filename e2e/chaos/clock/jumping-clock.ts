import { addDays } from '../../../shared/calendar.ts';
import { localDay } from '../../../db/local-day.ts';
import type { Clock } from '../../../electron/backend/context.ts';

/** Where the partner sits, wherever the computer stands: at each moment of this clock it is the same day there as in UTC. */
const zone = 'Europe/Moscow';

export async function inZone<Value>(work: () => Value): Promise<Awaited<Value>> {
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
}

/** How far off a clock is set in mid-run, in days. */
export const jumps = [-2, 400] as const;

/** A clock that can be set wrong and right again, beside the time that really passes. */
export class JumpingClock implements Clock {
  #day = '2026-11-25';
  #minute = 0;
  #off = 0;

  /** The day that it really is. */
  get day(): string {
    return this.#day;
  }

  get isRight(): boolean {
    return this.#off === 0;
  }

  setOff(days: number): void {
    this.#off = days;
  }

  pass(): void {
    this.#minute += 1;
  }

  sleep(): void {
    this.#day = addDays(this.#day, 1);
    this.#minute = 0;
  }

  readonly now = (): string => {
    const at = Date.parse(`${addDays(this.#day, this.#off)}T08:00:00.000Z`) + this.#minute * 60_000;
    return new Date(at).toISOString();
  };

  readonly today = (): string => localDay(this.now());
}
