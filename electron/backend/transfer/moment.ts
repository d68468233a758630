import { localDay, localTime } from '../../../db/local-day.ts';
import type { Instant } from '../../../shared/contract/call.ts';
import { parseNaturalDate } from '../../../shared/natural-date.ts';
import { isInstant } from '../../../shared/note-file.ts';

const iso =
  /^(?<day>\d{4}-\d{2}-\d{2})[T ](?<time>\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?) ?(?<zone>Z|[+-]\d{2}(?::?\d{2})?)?$/iu;

/** A day without a time happened at noon. */
const noon = '12:00';

/** The moment that a date in any spelling means; without a zone it is that of this computer. */
export function momentOf(text: string, now: Instant): Instant | null {
  if (isInstant(text)) return text;
  const { day, time, zone = '' } = iso.exec(text)?.groups ?? {};
  if (day !== undefined && time !== undefined) return instant(`${day}T${time.replace(',', '.')}${zoneOf(zone)}`);
  const wall = parseNaturalDate(text, { now: { day: localDay(now), time: localTime(now) }, bias: 'past' });
  return wall === null ? null : instant(`${wall.day}T${wall.time ?? noon}:00`);
}

function zoneOf(zone: string): string {
  const [, sign, hours, minutes = '00'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  return sign === undefined ? zone.toUpperCase() : `${sign}${hours}:${minutes}`;
}

function instant(text: string): Instant | null {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
