import { addDays, type Day } from './calendar.ts';
import { foldDayWords, readDay } from './day-words.ts';
import { plainLine } from './note-title.ts';

// Lines `[ ] …` and `- [ ] …` of a note are tasks. `@Вера` or «Вера, до 27 нояб.» say who, «до пятницы» or “by Nov 27”
// say when; what is left is the title.

/** Characters of the whole text from the first up to, not including, the second. */
type TextRange = readonly [from: number, to: number];

export interface TaskFacts {
  readonly title: string;
  /** As written; empty when nobody is named. */
  readonly person: string;
  readonly dueOn: Day | null;
  readonly isDone: boolean;
}

export interface TaskLine extends TaskFacts {
  /** Index of the line in the text, from 0. */
  readonly line: number;
  /** The box with its brackets. */
  readonly box: TextRange;
  readonly personRange: TextRange | null;
  readonly dueRange: TextRange | null;
}

interface Found<Value> {
  readonly value: Value;
  readonly range: TextRange;
}

const taskPattern =
  /^(?<before>\s*(?:>\s?)*(?:[-*+]\s+|\d+[.)]\s+)?)(?<box>\[(?<mark>[ xXхХ]?)\])(?<space>\s+)(?<text>\S.*)$/u;
const someDay = '2000-01-01';
const fence = /^\s*(?:```|~~~)/;
const duePrefix = /(?<![\p{L}\p{N}])(?:до|к|ко|by|until|till|due)[  ]+/giu;
const name = "\\p{L}[\\p{L}\\p{N}_’'-]*";
const mention = new RegExp(
  `(?<![\\p{L}\\p{N}_@.])@(?<name>${name}(?: (?:\\p{Lu}\\p{L}+|\\p{Lu}\\.)(?=[\\s,.;]*$))?)`,
  'u',
);
const capitalised = '\\p{Lu}\\p{Ll}[\\p{Ll}-]*(?: (?:\\p{Lu}\\p{Ll}+|\\p{Lu}\\.))?';
const nameAtEnd = new RegExp(`(?<=\\S[\\s,(–—-]+)(?<name>${capitalised})$`, 'u');

/**
 * The tasks of a text. `today` is the day the words are relative to: the day the note speaks of, not the day it is read.
 * With `people`, only their names count as a person before the due date; without, any capitalised word does.
 */
export function taskLines(text: string, today: Day, people?: readonly string[]): readonly TaskLine[] {
  const found: TaskLine[] = [];
  let start = 0;
  let isCode = false;
  for (const [line, content] of text.split('\n').entries()) {
    if (fence.test(content)) isCode = !isCode;
    const task = isCode ? null : readTask(content, today, people);
    if (task !== null) found.push({ ...task.facts, line, ...moved(task, start) });
    start += content.length + 1;
  }
  return found;
}

/** Ticks or unticks the box of a line; a line without a box stays as it is. */
export function setTaskLineDone(text: string, line: number, isDone: boolean): string {
  return withLine(text, line, (content) => {
    const { before = '', text: rest = '', space = ' ' } = taskPattern.exec(content)?.groups ?? {};
    return rest === '' ? content : `${before}[${isDone ? 'x' : ' '}]${space}${rest}`;
  });
}

/**
 * The line says these facts; what says them already stays as it was typed. Without `today` words like «до завтра» are
 * replaced by the date, because it cannot be known which day they meant.
 */
export function withTask(text: string, line: number, facts: TaskFacts, today?: Day): string {
  return setTaskLineDone(
    withLine(text, line, (content) => {
      const { before = '', box = '', space = ' ' } = taskPattern.exec(content)?.groups ?? {};
      if (box === '' || says(content, facts, today)) return content;
      return `${before}${box}${space}${written(facts, isRussian(content))}`;
    }),
    line,
    facts.isDone,
  );
}

/** The line stays as a plain line. */
export function withoutBox(text: string, line: number): string {
  return withLine(text, line, (content) => {
    const { before = '', text: rest = '' } = taskPattern.exec(content)?.groups ?? {};
    return rest === '' ? content : `${before}${rest}`;
  });
}

function withLine(text: string, line: number, change: (content: string) => string): string {
  return text
    .split('\n')
    .map((content, index) => (index === line ? change(content) : content))
    .join('\n');
}

interface ReadTask {
  readonly facts: TaskFacts;
  readonly box: TextRange;
  readonly personRange: TextRange | null;
  readonly dueRange: TextRange | null;
}

function readTask(content: string, today: Day, people: readonly string[] | undefined): ReadTask | null {
  const match = taskPattern.exec(content);
  const { before = '', box = '', mark = '', space = '', text = '' } = match?.groups ?? {};
  if (match === null) return null;
  const from = before.length + box.length + space.length;
  const due = findDue(text, today);
  const person = findPerson(text, due?.range ?? null, people);
  const title = titleOf(text, [due?.range, person?.range]);
  if (title === '') return null;
  return {
    facts: { title, person: person?.value ?? '', dueOn: due?.value ?? null, isDone: /[xх]/i.test(mark) },
    box: [before.length, before.length + box.length],
    personRange: person === null ? null : shifted(person.range, from),
    dueRange: due === null ? null : shifted(due.range, from),
  };
}

function moved(task: ReadTask, start: number): Pick<TaskLine, 'box' | 'personRange' | 'dueRange'> {
  return {
    box: shifted(task.box, start),
    personRange: task.personRange === null ? null : shifted(task.personRange, start),
    dueRange: task.dueRange === null ? null : shifted(task.dueRange, start),
  };
}

function shifted([from, to]: TextRange, by: number): TextRange {
  return [from + by, to + by];
}

/** The last due date of the line. */
function findDue(text: string, today: Day): Found<Day> | null {
  const folded = foldDayWords(text);
  const found = Array.from(text.matchAll(duePrefix)).flatMap((match): Found<Day>[] => {
    const start = match.index + match[0].length;
    const words = readDay(folded.slice(start), { today, bias: 'future' });
    return words === null ? [] : [{ value: words.day, range: [match.index, start + words.length] }];
  });
  return found.at(-1) ?? null;
}

function findPerson(text: string, due: TextRange | null, people: readonly string[] | undefined): Found<string> | null {
  const match = mention.exec(due === null ? text : blanked(text, due));
  const mentioned = match?.groups?.['name'];
  if (match !== null && mentioned !== undefined) return mentionedPerson(text, match.index, mentioned, people ?? []);
  if (due === null) return null;
  // «…, Вера, до 27 нояб.»: a name, a comma, the date.
  const before = /^(?<text>.*\S)\s*,\s*$/su.exec(text.slice(0, due[0]))?.groups?.['text'];
  return before === undefined ? null : nameBefore(before, people);
}

function blanked(text: string, [from, to]: TextRange): string {
  return `${text.slice(0, from)}${' '.repeat(to - from)}${text.slice(to)}`;
}

function mentionedPerson(text: string, at: number, mentioned: string, people: readonly string[]): Found<string> {
  const start = at + 1;
  const startsWith = (person: string) =>
    text.startsWith(person, start) && !/^\p{L}/u.test(text.slice(start + person.length));
  const known = longestFirst(people).find(startsWith);
  const value = known ?? mentioned;
  return { value: value.replaceAll('_', ' '), range: [at, start + value.length] };
}

function nameBefore(text: string, people: readonly string[] | undefined): Found<string> | null {
  const capital = nameAtEnd.exec(text)?.groups?.['name'];
  const calls = longestFirst((people ?? []).flatMap(waysToCall));
  const known = people === undefined ? capital : calls.find((call) => endsWithWord(text, call));
  return known === undefined ? null : { value: known, range: [text.length - known.length, text.length] };
}

/** «Вера Лунина» is also «Вера». */
function waysToCall(person: string): readonly string[] {
  return [person, person.split(' ')[0] ?? person];
}

function longestFirst(names: readonly string[]): readonly string[] {
  return names.filter((each) => each !== '').toSorted((one, other) => other.length - one.length);
}

function endsWithWord(text: string, word: string): boolean {
  return text.endsWith(word) && /(?:^|[^\p{L}\p{N}])$/u.test(text.slice(0, -word.length)) && text.length > word.length;
}

function titleOf(text: string, ranges: readonly (TextRange | undefined)[]): string {
  const gone = ranges.filter((range) => range !== undefined).toSorted(([one], [other]) => other - one);
  const left = gone.reduce((rest, [from, to]) => `${rest.slice(0, from)} ${rest.slice(to)}`, text);
  if (gone.length === 0) return plainLine(left);
  const tidy = left
    .replace(/\s\.\s*$/, '')
    .replace(/\(\s*[,;]?\s*\)/g, ' ')
    .replace(/\s+(?=[,;.!?)])/g, '')
    .replace(/(?:,\s*){2,}/g, ', ')
    .replace(/\s+/g, ' ');
  return plainLine(tidy.replace(/^[\s,;:–—-]+|[\s,;:–—(-]+\.?\s*$/g, ''));
}

function says(content: string, { title, person, dueOn }: TaskFacts, today: Day | undefined): boolean {
  // Read as on the day before its due date, a date without a year is that very date; other words could be any day.
  const dayBefore = dueOn === null ? someDay : addDays(dueOn, -1);
  const task = readTask(content, today ?? dayBefore, undefined);
  if (task === null || task.facts.title !== title || task.facts.person !== person) return false;
  const due = task.dueRange === null ? '' : content.slice(...task.dueRange);
  return task.facts.dueOn === dueOn && (today !== undefined || due === '' || isDate(due));
}

function isDate(due: string): boolean {
  return /\d/.test(due) && !/через|\bin\b/i.test(due);
}

function written({ title, person, dueOn }: TaskFacts, russian: boolean): string {
  const parts = [title];
  if (person !== '') parts.push(`@${person.trim().replace(/\s+/g, '_')}`);
  if (dueOn !== null) parts.push(russian ? `до ${dueOn.split('-').toReversed().join('.')}` : `by ${dueOn}`);
  return parts.join(' ');
}

function isRussian(content: string): boolean {
  return /\p{Script=Cyrillic}/u.test(content);
}
