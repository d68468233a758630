import { foldWord, type FoundWord, type KeysOf, wordsOf } from '../search-words.ts';
import type { Span } from './money.ts';
import { shortName } from './short-name.ts';

/*
 * Names of companies that a text may not hold, in any form: «Ольха» is found in «у Ольхи», whole names word by word. What
 * is distinctive of a name is looked for as well: what stands in quotes, or the first word that does not only say what a
 * company is. A short one, one that says what a company is, or a single word of a longer name is an ordinary word too:
 * there the capital decides, and of a name with a digit («3М») or with a small letter first the spelling.
 */

export interface Named {
  readonly name: string;
}

interface Pattern<Each> {
  readonly named: Each;
  readonly keys: readonly ReadonlySet<string>[];
  /** Where the letters alone do not tell a name from an ordinary word. */
  readonly isSpelt: ((written: string) => boolean) | null;
}

export interface FoundName<Each> extends Span {
  readonly named: Each;
}

/** Letters of a name that is hardly an ordinary word. */
const distinctive = 4;

/** What stands before a name and is no part of it. */
const forms = new Set('ооо оао зао пао ао ип the'.split(' '));

/** Words by which a company says what it is: none of them is a name. */
const ofTrade = new Set(
  `ооо оао зао пао ао ип фирма компания группа холдинг завод фабрика магазин мебель текстиль книги обувь посуда керамика
  пекарни пекарня чайный дом торговый студия бюро агентство клиника школа центр сеть мастерская метизы сад
  the a an company group holding store shop house studio bureau agency ltd llc inc gmbh co new old north south east west
  green blue red white black`
    .split(/\s+/)
    .map(foldWord),
);

/** Looks for the names in texts; `allowed` are names that may stand there, whole or in part. */
export function nameFinder<Each extends Named>(
  names: readonly Each[],
  allowed: readonly string[],
  keysOf: KeysOf,
): (text: string) => readonly FoundName<Each>[] {
  const free = new Set(allowed.flatMap((name) => wordsOf(name).flatMap(({ text }) => keysOf(text))));
  const patterns = names.flatMap((named) => patternsOf(named, keysOf).filter((pattern) => !isFree(pattern, free)));
  const byFirst = new Map<string, Pattern<Each>[]>();
  for (const pattern of patterns) {
    for (const key of pattern.keys[0] ?? []) {
      const known = byFirst.get(key);
      if (known === undefined) byFirst.set(key, [pattern]);
      else known.push(pattern);
    }
  }
  return (text) => namesIn(text, byFirst, keysOf);
}

function isFree({ keys }: Pattern<unknown>, free: ReadonlySet<string>): boolean {
  return keys.every((each) => [...each].some((key) => free.has(key)));
}

function patternsOf<Each extends Named>(named: Each, keysOf: KeysOf): readonly Pattern<Each>[] {
  const shorter = shortName(named.name);
  const pattern = (words: readonly FoundWord[], isOrdinary: boolean): Pattern<Each> => ({
    named,
    keys: words.map(({ text }) => new Set(keysOf(text))),
    isSpelt: isOrdinary ? spellingOf(shorter.slice(words[0]?.from, words.at(-1)?.to)) : null,
  });
  const whole = wordsOf(named.name);
  const short = withoutForm(wordsOf(shorter));
  const [first] = short;
  if (first === undefined) return [];
  if (short.length === 1) {
    const one = pattern(short, first.text.length < distinctive || ofTrade.has(first.text));
    return whole.length > 1 ? [one, pattern(whole, false)] : [one];
  }
  const patterns = [pattern(short, false)];
  if (whole.length > short.length) patterns.push(pattern(whole, false));
  const own = short.filter(({ text }) => !ofTrade.has(text));
  const telling = own.length === 1 ? own[0] : own.find(({ text }) => text.length >= distinctive);
  if (telling !== undefined) patterns.push(pattern([telling], true));
  return patterns;
}

function withoutForm(words: readonly FoundWord[]): readonly FoundWord[] {
  return words.slice(words.findIndex(({ text }) => !forms.has(text)));
}

const capital = /^\p{Lu}/u;

/** How a word must be written to be this name. */
function spellingOf(name: string): (written: string) => boolean {
  if (/\p{N}/u.test(name)) return (written) => written === name;
  return (written) => capital.test(written) || (!capital.test(name) && written === name);
}

function namesIn<Each>(
  text: string,
  byFirst: ReadonlyMap<string, readonly Pattern<Each>[]>,
  keysOf: KeysOf,
): readonly FoundName<Each>[] {
  const words = wordsOf(text).map((word) => ({ ...word, keys: keysOf(word.text) }));
  const found: FoundName<Each>[] = [];
  words.forEach((word, index) => {
    const patterns = new Set(word.keys.flatMap((key) => byFirst.get(key) ?? []));
    for (const { named, keys, isSpelt } of patterns) {
      const last = words[index + keys.length - 1];
      const isHere = keys.every((wanted, step) => words[index + step]?.keys.some((key) => wanted.has(key)) === true);
      if (last === undefined || !isHere || isSpelt?.(text.slice(word.from, last.to)) === false) continue;
      found.push({ named, start: word.from, end: last.to });
    }
  });
  return widest(found);
}

/** Of names that stand in the same place, the longest. */
function widest<Each>(found: readonly FoundName<Each>[]): readonly FoundName<Each>[] {
  const kept: FoundName<Each>[] = [];
  for (const each of found.toSorted((one, other) => other.end - other.start - (one.end - one.start))) {
    if (!kept.some((other) => other.start < each.end && each.start < other.end)) kept.push(each);
  }
  return kept.toSorted((one, other) => one.start - other.start);
}
