import { asLine } from './naughty-strings.ts';
import { asLaidOut, holdsInOrder, readableSigns } from './shown.ts';

// Each text stands between two marks of its own, so that wherever it is shown it can be held against what was typed.

export interface Cell {
  /** `table.column`. */
  readonly column: string;
  readonly text: string;
}

export const open = (number: number): string => `zq${number}a`;
export const close = (number: number): string => `zq${number}z`;
export const tagged = (number: number, text: string): string => `${open(number)} ${text} ${close(number)}`;

/** Of one number, with both marks and the blanks. */
export const tagLength = 2 * 'zq00000a '.length;

/** Stands in what is read from a page wherever one block ends and the next begins. */
export const blockEnd = '\u241E';
/** Stands wherever an element ends that lies in a line. */
export const elementEnd = '\u241F';

/** Columns whose words are Markdown, and are drawn as what it says. */
const isMarkdown = (column: string): boolean =>
  column === 'note.body' ||
  column === 'note.title' ||
  column.startsWith('note_template.text') ||
  column === 'handoff.letter';

/** A place at which the program shows the beginning of a text alone, and says so with an ellipsis. */
interface Clip {
  readonly what: string;
  /** Names of screens and files. */
  readonly where: RegExp;
  readonly column: RegExp;
}

const clips: readonly Clip[] = [
  { what: 'the title of a note whose first line never ends', where: /./, column: /^note\.body$/ },
  { what: 'the words around a hit', where: /^(?:search|palette)/, column: /./ },
  {
    what: 'why a client is kept an eye on: two lines of a card, and the name of a button',
    where: /^(?:board|attention|client|handoff|quick-note|end-client|move-client|empty)/,
    column: /^(?:signal_mark\.evidence|kpi\.name|intent_check\.words|task\.title)$/,
  },
  { what: 'the words around a name that a brief must not tell', where: /^handoff-brief/, column: /./ },
  { what: 'a line of a table that is no value', where: /^table of values/, column: /^kpi_reading\.remark$/ },
  { what: 'the name of a button', where: /^(?:client|move-client|playbook)/, column: /^dossier_line\.text$/ },
  { what: 'what another row is called', where: /^client (?:en|ru)/, column: /./ },
];

/** Texts of which one line stands for the whole: the title of a note. */
const hasTitle = (column: string): boolean => column === 'note.body';

export interface Compared {
  /** Cells that were seen whole. */
  readonly whole: ReadonlySet<number>;
  /** Cut by the program, which says so with an ellipsis. */
  readonly cut: ReadonlySet<number>;
  readonly differences: readonly string[];
}

/**
 * Every text that stands in these, against what was typed. White space is laid out; of drawn Markdown every letter and
 * figure is there in its order. What is cut is the beginning of what was typed, ends with an ellipsis where its element
 * ends, and stands where the program is known to cut; all else that is not there is a difference. `where` is the name of
 * the screen or file.
 */
export function compareShown(
  shown: readonly string[],
  cells: ReadonlyMap<number, Cell>,
  where = 'a document',
): Compared {
  const whole = new Set<number>();
  const cut = new Set<number>();
  const differences: string[] = [];
  for (const text of shown) {
    for (const found of text.matchAll(/zq(\d+)a/g)) {
      const number = Number(found[1]);
      const cell = cells.get(number);
      if (!cell) continue;
      // As far as the next text: one that is cut has no mark at its end, and may stand there whole once more.
      const [own = ''] = text.slice(found.index + found[0].length).split(/zq\d+a/);
      const verdict = verdictOf(own, number, { ...cell, where });
      if (verdict === 'whole') whole.add(number);
      else if (verdict === 'cut') cut.add(number);
      else differences.push(`${cell.column}: typed ${quoted(cell.text)}, shown ${quoted(verdict.shown)}`);
    }
  }
  return { whole, cut, differences };
}

const withoutBlanks = (text: string): string => text.replaceAll(/\s+/g, '');

const quoted = (text: string): string => JSON.stringify(text.slice(0, 120));

interface Place extends Cell {
  readonly where: string;
}

type Verdict = 'whole' | 'cut' | { readonly shown: string };

function verdictOf(rest: string, number: number, cell: Place): Verdict {
  const end = rest.indexOf(close(number));
  if (end >= 0) return wholeOrNot(asLaidOut(withoutEnds(rest.slice(0, end))), cell);
  return isCut(rest, cell) || isTitle(rest, cell) ? 'cut' : { shown: asLaidOut(rest.split(blockEnd)[0] ?? '') };
}

const withoutEnds = (text: string): string => text.replaceAll(elementEnd, '').replaceAll(blockEnd, ' ');

function wholeOrNot(shown: string, { column, text }: Cell): Verdict {
  const typed = asLaidOut(text);
  const isDrawn = isMarkdown(column) && holdsInOrder(shown, readableSigns(text));
  // Lines that stand below each other have no blank between them.
  const isBroken = text.includes('\n') && withoutBlanks(shown) === withoutBlanks(typed);
  return shown === typed || shown === asLaidOut(asLine(text)) || isBroken || isDrawn ? 'whole' : { shown };
}

/** Closes a quotation; the element ends with it. */
const ellipsis = new RegExp(`…[”»")]*(?=[${elementEnd}${blockEnd}]|$)`, 'g');

const signsOf = (text: string): string => (text.match(/[\p{L}\p{N}]/gu) ?? []).join('');

function isCut(rest: string, { column, text, where }: Place): boolean {
  if (!clips.some((clip) => clip.column.test(column) && clip.where.test(where))) return false;
  const wholes = [asLaidOut(text), asLaidOut(asLine(text))];
  return [...rest.matchAll(ellipsis)].some(({ index }) => {
    const shown = asLaidOut(withoutEnds(rest.slice(0, index)));
    if (wholes.some((typed) => typed.startsWith(shown))) return true;
    return isMarkdown(column) && signsOf(shown) !== '' && readableSigns(text).join('').startsWith(signsOf(shown));
  });
}

/** The first line of a text, in an element of its own. */
function isTitle(rest: string, { column, text }: Cell): boolean {
  const [line = '', ...more] = text.trim().split('\n');
  if (!hasTitle(column) || more.length === 0) return false;
  const shown = asLaidOut(rest.split(new RegExp(`[${elementEnd}${blockEnd}]`))[0] ?? '');
  return shown !== '' && (shown === asLaidOut(line) || signsOf(shown) === readableSigns(line).join(''));
}

/** Signs that a document's fonts have: of other scripts and of pictures a reader finds what stands in for them. */
const printable = /[\u0021-\u007e\u00a1-\u00ac\u00ae-\u00ff\u0400-\u044f\u0451]/g;

const asPrinted = (text: string): string => (text.normalize('NFC').match(printable) ?? []).join('');

/** Lines are broken anywhere, and right-to-left words stand where the paper has them. */
const inAnyOrder = (text: string): string => [...text].toSorted().join('');

/**
 * As `compareShown`, of what readers of a printed page find: where one reads the lines of two columns by turns, another one
 * reads them apart. What no reader finds whole is a difference.
 */
export function compareOnPaper(readings: readonly string[], cells: ReadonlyMap<number, Cell>): Compared {
  const all = readings.map((reading) => printedIn(reading, cells));
  const [first = new Map<number, string>()] = all.map(({ differences }) => differences);
  return {
    whole: new Set(all.flatMap(({ whole }) => [...whole])),
    cut: new Set(),
    differences: [...first].flatMap(([number, difference]) =>
      all.every(({ differences }) => differences.has(number)) ? [difference] : [],
    ),
  };
}

interface Printed {
  readonly whole: ReadonlySet<number>;
  readonly differences: ReadonlyMap<number, string>;
}

function printedIn(reading: string, cells: ReadonlyMap<number, Cell>): Printed {
  const whole = new Set<number>();
  const differences = new Map<number, string>();
  const text = asPrinted(reading);
  for (const found of text.matchAll(/zq(\d+)a/g)) {
    const number = Number(found[1]);
    const cell = cells.get(number);
    if (!cell) continue;
    const rest = text.slice(found.index + found[0].length);
    // A soft hyphen is seen where a line ends.
    const withHyphens = (printedText: string) =>
      cell.text.includes('\u00AD') ? printedText.replaceAll('-', '') : printedText;
    const shown = withHyphens(rest.slice(0, Math.max(0, rest.indexOf(close(number)))));
    const typed = withHyphens(asPrinted(cell.text));
    if (shown === typed || inAnyOrder(shown) === inAnyOrder(typed)) whole.add(number);
    else differences.set(number, `${cell.column}: typed ${quoted(cell.text)}, printed ${quoted(shown)}`);
  }
  return { whole, differences };
}
