import type { Day } from './calendar.ts';
import { fenceOf, openBehind } from './code-fences.ts';
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
const duePrefix = /(?<![\p{L}\p{N}])(?:до|к|ко|by|until|till|due)[  ]+/giu;
const name = "\\p{L}[\\p{L}\\p{N}_’'-]*";
const mention = new RegExp(
  `(?<![\\p{L}\\p{N}_@.])@(?<name>${name}(?: (?:\\p{Lu}\\p{L}+|\\p{Lu}\\.)(?=[\\s,.;]*$))?)`,
  'u',
);
const capitalised = '\\p{Lu}\\p{Ll}[\\p{Ll}-]*(?: (?:\\p{Lu}\\p{Ll}+|\\p{Lu}\\.))?';
const nameAtEnd = new RegExp(`(?<=\\S[\\s,(–—-]+)(?<name>${capitalised})$`, 'u');

/** Whether a line is a task where it stands outside of code. */
export function isTaskLine(line: string): boolean {
  return taskPattern.test(line);
}

/**
 * The tasks of a text. `today` is the day the words are relative to: the day the note speaks of, not the day it is read.
 * With `people`, only their names count as a person before the due date; without, any capitalised word does.
 */
export function taskLines(text: string, today: Day, people?: readonly string[]): readonly TaskLine[] {
  const found: TaskLine[] = [];
  let start = 0;
  let open: string | null = null;
  for (const [line, content] of text.split('\n').entries()) {
    open = openBehind(fenceOf(content), open);
    const task = open === null ? readTask(content, today, people) : null;
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

/** Changes what a line says of its task; every other word stays as it was typed. Reads as `taskLines` does. */
export function withTask(
  text: string,
  line: number,
  change: Partial<TaskFacts>,
  { today, people }: { readonly today: Day; readonly people: readonly string[] },
): string {
  const changed = withLine(text, line, (content) => {
    const task = readTask(content, today, people);
    if (task === null) return content;
    const wanted = { ...task.facts, ...change };
    const inPlace = replaced(content, task, wanted);
    const facts = readTask(inPlace, today, people)?.facts;
    const isSaid = facts?.title === wanted.title && facts.person === wanted.person && facts.dueOn === wanted.dueOn;
    return isSaid ? inPlace : rewritten(content, task, wanted);
  });
  return change.isDone === undefined ? changed : setTaskLineDone(changed, line, change.isDone);
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
  /** The title with its Markdown, and where the text behind the box begins. */
  readonly words: string;
  readonly start: number;
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
  const words = wordsBeside(text, [due?.range, person?.range]);
  const title = plainLine(words);
  if (title === '') return null;
  return {
    words,
    start: from,
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
  const prefixes = [...text.matchAll(duePrefix)];
  if (prefixes.length === 0) return null;
  const folded = foldDayWords(text);
  const found = prefixes.flatMap((match): Found<Day>[] => {
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

/** What is left without the ranges, made tidy where they stood. */
function wordsBeside(text: string, ranges: readonly (TextRange | undefined)[]): string {
  const gone = ranges.filter((range) => range !== undefined).toSorted(([one], [other]) => other - one);
  if (gone.length === 0) return text;
  return gone
    .reduce((rest, [from, to]) => `${rest.slice(0, from)} ${rest.slice(to)}`, text)
    .replace(/\s\.\s*$/, '')
    .replace(/\(\s*[,;]?\s*\)/g, ' ')
    .replace(/\s+(?=[,;.!?)])/g, '')
    .replace(/(?:,\s*){2,}/g, ', ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:–—-]+|[\s,;:–—(-]+\.?\s*$/g, '');
}

/** New words where the old ones stand; what is to come or to go has no such place. */
function replaced(content: string, { facts, start, personRange, dueRange }: ReadTask, wanted: TaskFacts): string {
  const at = content.indexOf(facts.title, start);
  const titleRange: TextRange | null = at < 0 ? null : [at, at + facts.title.length];
  const edits = [
    { range: titleRange, words: wanted.title === facts.title ? '' : wanted.title },
    { range: personRange, words: wanted.person === facts.person ? '' : mentionOf(wanted.person) },
    { range: dueRange, words: wanted.dueOn === facts.dueOn ? '' : dueWords(wanted.dueOn, content) },
  ];
  return edits
    .flatMap(({ range, words }) => (range === null || words === '' ? [] : [{ range, words }]))
    .toSorted((one, other) => other.range[0] - one.range[0])
    .reduce((rest, { range: [from, to], words }) => `${rest.slice(0, from)}${words}${rest.slice(to)}`, content);
}

/** The title, then who and when. */
function rewritten(content: string, { facts, start, words, dueRange }: ReadTask, wanted: TaskFacts): string {
  const typedDue = dueRange === null ? '' : content.slice(...dueRange);
  const parts = [
    wanted.title === facts.title ? words : wanted.title,
    mentionOf(wanted.person),
    wanted.dueOn === facts.dueOn ? typedDue : dueWords(wanted.dueOn, content),
  ];
  return `${content.slice(0, start)}${parts.filter(Boolean).join(' ')}`;
}

function mentionOf(person: string): string {
  return person === '' ? '' : `@${person.trim().replace(/\s+/g, '_')}`;
}

/** In the language of the line. */
function dueWords(dueOn: Day | null, content: string): string {
  if (dueOn === null) return '';
  const isRussian = /\p{Script=Cyrillic}/u.test(content);
  return isRussian ? `до ${dueOn.split('-').toReversed().join('.')}` : `by ${dueOn}`;
}
