import { foldWord, type FoundWord, type KeysOf, wordsOf } from '../search-words.ts';
import type { Span } from './money.ts';
import { shortName } from './short-name.ts';

/*
 * Names of companies that a text may not hold, in any form: «Ольха» is found in «у Ольхи», whole names word by word. What
 * is distinctive of a name is looked for as well: what stands in quotes, or its first word where that is written with a
 * capital letter. A short one, one that says
 * what a company is, or a single word of a longer name is an ordinary word too: there the capital decides.
 */

export interface Named {
  readonly name: string;
}

interface Pattern<Each> {
  readonly named: Each;
  readonly keys: readonly ReadonlySet<string>[];
  readonly isCapital: boolean;
}

export interface FoundName<Each> extends Span {
  readonly named: Each;
}

/** Letters of a name that is hardly an ordinary word. */
const distinctive = 4;

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
  const pattern = (words: readonly FoundWord[], isCapital: boolean): Pattern<Each> => ({
    named,
    keys: words.map(({ text }) => new Set(keysOf(text))),
    isCapital,
  });
  const whole = wordsOf(named.name);
  const short = wordsOf(shortName(named.name));
  const [first] = short;
  if (first === undefined) return [];
  const isWord = short.length === 1;
  const patterns = [pattern(short, isWord && (first.text.length < distinctive || ofTrade.has(first.text)))];
  if (whole.length > short.length) patterns.push(pattern(whole, false));
  if (!isWord && first.text.length >= distinctive && !ofTrade.has(first.text)) patterns.push(pattern([first], true));
  return patterns;
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
    for (const { named, keys, isCapital } of patterns) {
      const last = words[index + keys.length - 1];
      const isHere = keys.every((wanted, step) => words[index + step]?.keys.some((key) => wanted.has(key)) === true);
      if (last === undefined || !isHere || (isCapital && !/^\p{Lu}/u.test(text.slice(word.from)))) continue;
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
