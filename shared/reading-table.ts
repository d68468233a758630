import { endOfMonth, parseDate } from '@internationalized/date';
import { type Day, isDay } from './calendar.ts';
import { foldDayWords, readDay, readMonth } from './day-words.ts';
import { readDecimal, readsTwoWays } from './decimal.ts';

// Readings pasted from a table: a day or a month, a value, a remark if there is one, parted by tabs, semicolons or
// commas. What cannot be read is named by its line; nothing is guessed.

export interface TableReading {
  /** Counted from 1. */
  readonly line: number;
  readonly measuredOn: Day;
  /** Exact decimal text. */
  readonly value: string;
  readonly remark: string;
}

export type LineProblem = 'no_day' | 'no_value' | 'two_ways' | 'future' | 'repeated';

export interface UnreadLine {
  readonly line: number;
  readonly text: string;
  readonly problem: LineProblem;
}

export interface ReadingTable {
  readonly readings: readonly TableReading[];
  readonly unread: readonly UnreadLine[];
}

export interface ReadingContext {
  readonly today: Day;
  readonly unit: string;
}

const longestRemark = 400;

/** A day is read once: the line below says so. A first line without a day and without a value is a heading. */
export function readTable(text: string, context: ReadingContext): ReadingTable {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((words, index) => ({ line: index + 1, text: words.trim() }))
    .filter((line) => /[^\s;,]/.test(line.text));
  const readings = new Map<Day, TableReading>();
  const unread: UnreadLine[] = [];
  for (const [index, line] of lines.entries()) {
    const read = readLine(line.text, context);
    if (read === 'heading' && index === 0) continue;
    const problem = typeof read === 'string' ? read : readings.has(read.measuredOn) ? 'repeated' : null;
    if (typeof read !== 'string' && problem === null) readings.set(read.measuredOn, { line: line.line, ...read });
    else unread.push({ ...line, problem: problem === null || problem === 'heading' ? 'no_day' : problem });
  }
  return { readings: [...readings.values()], unread };
}

type ReadLine = Omit<TableReading, 'line'> | LineProblem | 'heading';

function readLine(text: string, context: ReadingContext): ReadLine {
  const read = cellsOf(text).map((cells) => readCells(cells, context));
  const understood = read.filter((each) => typeof each !== 'string');
  const first = understood[0];
  const isTold = understood.every((each) => each.value === first?.value && each.remark === first.remark);
  if (!isTold || read.includes('two_ways')) return 'two_ways';
  return first ?? read.find((each) => each !== 'no_day') ?? 'heading';
}

/** The ways a line may be cut into day, value and remark; a comma may also stand inside a day or a value. */
function cellsOf(text: string): readonly (readonly string[])[] {
  const mark = ['\t', ';'].find((each) => text.includes(each));
  if (mark !== undefined) return [cut(text, mark)];
  const cells = cut(text, ',');
  const joined = (first: number, second: number) => [
    cells.slice(0, first).join(', '),
    cells.slice(first, first + second).join(','),
    cells.slice(first + second).join(', '),
  ];
  // "Nov 12, 2026, 31", then "2026-11-12, 31,5", then the plain one.
  return [joined(2, 2), joined(2, 1), joined(1, 2), joined(1, 1)];
}

/** Quotes keep a mark inside a cell. */
function cut(text: string, mark: string): readonly string[] {
  const cells = text.match(new RegExp(`(?:"(?:[^"]|"")*"|[^"${mark}]|")+|(?<=${mark}|^)(?=${mark}|$)`, 'gu')) ?? [];
  return cells.map((cell) => {
    const bare = cell.trim();
    return /^".*"$/.test(bare) ? bare.slice(1, -1).replaceAll('""', '"').trim() : bare;
  });
}

function readCells([day = '', value = '', ...remark]: readonly string[], context: ReadingContext): ReadLine {
  const measuredOn = readReadingDay(day, context.today);
  const decimal = readDecimal(value, context.unit);
  if (measuredOn === null) return decimal === null ? 'heading' : 'no_day';
  if (decimal === null) return 'no_value';
  if (readsTwoWays(value, context.unit)) return 'two_ways';
  if (measuredOn > context.today) return 'future';
  return {
    measuredOn,
    value: decimal,
    remark: remark.filter(Boolean).join(', ').replaceAll(/\s+/gu, ' ').slice(0, longestRemark),
  };
}

/** A month alone means its last day, the running month means today; a day must say its year. */
function readReadingDay(written: string, today: Day): Day | null {
  const text = foldDayWords(written.replace(/[T ]\d{1,2}:\d{2}(?::\d{2}.*)?$/, '').trim());
  const month = readMonth(text) ?? monthInDigits(text);
  if (month !== null) {
    const first = `${month}-01`;
    if (!isDay(first)) return null;
    const last = endOfMonth(parseDate(first)).toString();
    return month === today.slice(0, 7) ? today : last;
  }
  const found =
    /\d{4}|\.\d{2}$/.test(text) && !/^\d{1,2}\.\d{2}$/.test(text) ? readDay(text, { today, bias: 'past' }) : null;
  return found !== null && found.length === text.length ? found.day : null;
}

/** `2026-11`, `11.2026`, `11/2026`. */
function monthInDigits(text: string): string | null {
  if (/^\d{4}-\d{2}$/.test(text)) return text;
  const match = /^(?<month>\d{1,2})[./](?<year>\d{4})$/.exec(text);
  return match?.groups === undefined
    ? null
    : `${match.groups['year'] ?? ''}-${(match.groups['month'] ?? '').padStart(2, '0')}`;
}
