import { parseDateTime } from '@internationalized/date';
import type { Day } from './calendar.ts';
import { foldDayWords, readDay, type Bias } from './day-words.ts';

/** A moment on the wall clock, without a time zone. */
export interface WallTime {
  readonly day: Day;
  /** `HH:MM`; null when only the day was said. */
  readonly time: string | null;
}

export interface NaturalDateOptions {
  readonly now: { readonly day: Day; readonly time: string };
  readonly bias: Bias;
}

interface Read<Value> {
  readonly value: Value;
  readonly length: number;
}

const clock =
  /^(?:в |во |at )?(?:(?<noon>полдень|noon)|(?<hour>\d{1,2})(?:[:.](?<minute>\d{2}))?(?: ?(?<half>am|pm|a\.m\.|p\.m\.|утра|дня|вечера|ночи|ч\.?|час(?:а|ов)?(?: (?<part>утра|дня|вечера|ночи))?))?)(?![\p{L}\p{N}])/u;
/** A part of the day stands for an hour in its middle; the partner sees it and may say more. */
const partOfDay =
  /^(?:in the |this )?(?:(?<morning>утром|с утра|morning)|(?<afternoon>дн[её]м|после обеда|afternoon)|(?<evening>вечером|evening|night))(?![\p{L}\p{N}])/u;
const ahead =
  /^(?:через|in) (?:(?<count>\d{1,3}) |(?<half>полчаса|half an hour)|an? )?(?<unit>мин(?:ут[уы]?)?\.?|час(?:а|ов)?|hours?|min(?:ute)?s?)?$/u;
const ago =
  /^(?:(?<count>\d{1,3}) |(?<half>полчаса)|an? )?(?<unit>мин(?:ут[уы]?)?\.?|час(?:а|ов)?|hours?|min(?:ute)?s?)? ?(?:назад|ago)$/u;

/** «вчера 15:00», «12 ноября 10:30», “last Tuesday at 3pm”, “15:00”. Null when any part is not understood. */
export function parseNaturalDate(text: string, { now, bias }: NaturalDateOptions): WallTime | null {
  const words = foldDayWords(text)
    .replace(/\s+/g, ' ')
    .replace(/[\s.,]+$/, '')
    .trim();
  const folded = words.replace(/^(\d{4}-\d{2}-\d{2})t(?=\d)/, '$1 ').replace(/^last (?=evening|night)/, 'yesterday ');
  if (/^(?:сейчас|только что|now|just now)$/.test(folded)) return now;
  return readDistance(folded, now) ?? readDayThenTime(folded, now.day, bias) ?? readTimeThenDay(folded, now.day, bias);
}

function readDayThenTime(folded: string, today: Day, bias: Bias): WallTime | null {
  const found = readDay(folded, { today, bias });
  if (found === null) return null;
  const rest = folded.slice(found.length).replace(/^[\s,.]+/, '');
  if (rest === '') return { day: found.day, time: null };
  const time = readTime(rest);
  return time !== null && time.length === rest.length ? { day: found.day, time: time.value } : null;
}

function readTimeThenDay(folded: string, today: Day, bias: Bias): WallTime | null {
  const time = readTime(folded);
  if (time === null) return null;
  const rest = folded.slice(time.length).replace(/^[\s,]+/, '');
  // A bare number could be anything; a time alone has its minutes or its half of the day.
  if (rest === '') return /^[\d.]+$/.test(folded) ? null : { day: today, time: time.value };
  const found = readDay(rest, { today, bias });
  return found !== null && found.length === rest.length ? { day: found.day, time: time.value } : null;
}

function readTime(text: string): Read<string> | null {
  const part = partOfDay.exec(text);
  if (part !== null) return { value: hourOfPart(part.groups ?? {}), length: part[0].length };
  const match = clock.exec(text);
  if (match === null) return null;
  const { noon, hour, minute, half, part: partAfter } = match.groups ?? {};
  if (noon !== undefined) return { value: '12:00', length: match[0].length };
  const hours = hourOfDay(Number(hour), partAfter ?? half ?? '');
  const minutes = Number(minute ?? '0');
  if (hours === null || minutes > 59) return null;
  return { value: `${twoDigits(hours)}:${twoDigits(minutes)}`, length: match[0].length };
}

/** Null when there is no such hour: 25, or 15 pm. */
function hourOfDay(hour: number, half: string): number | null {
  // «11 ночи» is before midnight, «2 ночи» after it.
  if (half === 'ночи' && (hour === 10 || hour === 11)) return hour + 12;
  if (/^(?:p|дня|вечера)/.test(half)) return hour < 1 || hour > 12 ? null : (hour % 12) + 12;
  if (/^(?:a|утра|ночи)/.test(half)) return hour < 1 || hour > 12 ? null : hour % 12;
  return hour > 23 ? null : hour;
}

function hourOfPart({ morning, afternoon }: Readonly<Record<string, string | undefined>>): string {
  if (morning !== undefined) return '10:00';
  return afternoon === undefined ? '19:00' : '14:00';
}

/** «час назад», «через полчаса». */
function readDistance(folded: string, now: NaturalDateOptions['now']): WallTime | null {
  const past = ago.exec(folded);
  const match = past ?? ahead.exec(folded);
  const { count, half, unit } = match?.groups ?? {};
  if (match === null || (half === undefined && unit === undefined)) return null;
  const size = half !== undefined ? 30 : /^(?:час|hour)/.test(unit ?? '') ? 60 : 1;
  const minutes = size * Number(count ?? '1') * (past === null ? 1 : -1);
  const moment = parseDateTime(`${now.day}T${now.time}`).add({ minutes });
  return { day: moment.toString().slice(0, 10), time: `${twoDigits(moment.hour)}:${twoDigits(moment.minute)}` };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
