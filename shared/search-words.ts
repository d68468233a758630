// Words that are looked for, and where they stand in a text. The index holds stems, so a finished word is asked for by
// its stem; the last one may still be being typed and is asked for as a beginning too.

/** What a folded word is indexed under: all words that share a key are forms of one word. */
export type KeysOf = (word: string) => readonly string[];

/** A word of a text: folded, with its place in the original. */
export interface FoundWord {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface SearchWord {
  readonly text: string;
  /** It may still be being typed: longer words fit as well. */
  readonly isOpen: boolean;
}

/** What is looked for: finished words in any form, phrases as they were quoted. */
export interface Wanted {
  readonly words: readonly SearchWord[];
  /** Quoted phrases, word by word. */
  readonly phrases: readonly (readonly string[])[];
}

export type Hit = readonly [from: number, to: number];

/** Letters and digits with their marks. Those of our languages are named: any others take far longer to tell. */
const wordPattern = /(?:[a-zA-Z0-9а-яА-ЯёЁ]|[\p{L}\p{N}])(?:[a-zA-Z0-9а-яА-ЯёЁ]+|[\p{L}\p{N}\p{M}])*/gu;

/**
 * Lower case, ё as е, one code for one letter however it was composed (й stays й). Marks that are no part of a letter go:
 * the index would cut the word at them.
 */
export function foldWord(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replace(/\p{M}/gu, '');
}

export function wordsOf(text: string): readonly FoundWord[] {
  return Array.from(text.matchAll(wordPattern), (match) => ({
    text: foldWord(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** The words of a text as they are written, without their places. */
export function rawWords(text: string): readonly string[] {
  return text.match(wordPattern) ?? [];
}

export function scriptOf(word: string): 'cyrillic' | 'latin' | 'other' {
  if (/\p{Script=Cyrillic}/u.test(word)) return 'cyrillic';
  return /\p{Script=Latin}/u.test(word) ? 'latin' : 'other';
}

/** What the index is asked for; letters and digits only, or with a mark before them. */
export interface Match {
  /** Any word that may still be typed on counts as a beginning, or only whole. */
  readonly isWhole: boolean;
  readonly keysOf: KeysOf;
  /** A mark before each word: only words of titles. */
  readonly mark: (word: string) => string;
  /** Words that must be there whatever was typed. */
  readonly facts: readonly string[];
  /** The indexed words that begin so; null leaves finding them to FTS5. */
  readonly beginnings: (text: string) => readonly string[] | null;
}

/** The question for FTS5, null when it asks for nothing. Each word stands in quotes: nothing can be an operator. */
export function matchExpression(
  { words, phrases }: Wanted,
  { isWhole, keysOf, mark, facts, beginnings }: Match,
): string | null {
  const quoted = (text: string) => `"${mark(text)}"`;
  const anyForm = (text: string) => keysOf(text).map(quoted);
  const begunOrAnyForm = (text: string) => {
    const begun = beginnings(text)?.map(quoted) ?? [`${quoted(text)}*`];
    return [...new Set([...begun, ...anyForm(text)])];
  };
  const parts = [
    // First what the fewest records have.
    ...facts.map((fact) => [fact]),
    ...phrases.flat().map(anyForm),
    ...words.map(({ text, isOpen }) => (isOpen && !isWhole ? begunOrAnyForm(text) : anyForm(text))),
  ].map((choice) => (choice.length === 1 ? choice.join() : `(${choice.join(' OR ')})`));
  return parts.length === 0 ? null : parts.join(' AND ');
}

/** Whether every quoted phrase stands in one of the texts. */
export function holdsPhrases(texts: readonly string[], phrases: Wanted['phrases']): boolean {
  const folded = texts.map((text) => wordsOf(text));
  return phrases.every((phrase) => folded.some((found) => phraseHits(found, phrase).length > 0));
}

/** Where the words stand in a text, in any form; phrases as they were quoted. Ordered, joined where they overlap. */
export function hitsIn(text: string, { words, phrases }: Wanted, keysOf: KeysOf): readonly Hit[] {
  const found = wordsOf(text);
  const wanted = words.map((word) => ({ ...word, keys: new Set(keysOf(word.text)) }));
  const single = found.filter(({ text: word }) => {
    const keys = keysOf(word);
    return wanted.some(
      (each) =>
        keys.some((key) => each.keys.has(key)) ||
        (each.isOpen && [word, ...keys].some((key) => key.startsWith(each.text))),
    );
  });
  const whole = phrases.flatMap((phrase) => phraseHits(found, phrase));
  return joined([...single.map((word): Hit => [word.from, word.to]), ...whole]);
}

function phraseHits(found: readonly FoundWord[], phrase: readonly string[]): readonly Hit[] {
  return found.flatMap((word, index): Hit[] => {
    const last = found[index + phrase.length - 1];
    const isHere = last !== undefined && phrase.every((each, step) => found[index + step]?.text === each);
    return isHere ? [[word.from, last.to]] : [];
  });
}

function joined(hits: readonly Hit[]): readonly Hit[] {
  const result: Hit[] = [];
  for (const [from, to] of hits.toSorted(([one], [other]) => one - other)) {
    const last = result.at(-1);
    if (last !== undefined && from <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], to)];
    else result.push([from, to]);
  }
  return result;
}

export interface Snippet {
  readonly text: string;
  readonly hits: readonly Hit[];
}

/** One line of about so many characters around the first hit, cut between words, with … where something is left out. */
export function cutSnippet(text: string, hits: readonly Hit[], length = 160): Snippet {
  const first = hits[0]?.[0] ?? 0;
  const from = first <= length / 3 ? 0 : wordStart(text, first - Math.floor(length / 3), first);
  const to =
    text.length - from <= length ? text.length : wordEnd(text, from + length, Math.max(hits[0]?.[1] ?? 0, from));
  const before = from > 0 ? '…' : '';
  const shift = before.length - from;
  return {
    // Line breaks become spaces one for one: places stay where they are.
    text: `${before}${text.slice(from, to).replace(/\s/g, ' ')}${to < text.length ? '…' : ''}`,
    hits: hits
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]): Hit => [start + shift, end + shift]),
  };
}

/** The first beginning of a word from here on, but not after `latest`. */
function wordStart(text: string, from: number, latest: number): number {
  const space = /\s\S/.exec(text.slice(from, latest + 1));
  return space === null ? latest : from + space.index + 1;
}

/** The last end of a word up to here, but not before `earliest`. */
function wordEnd(text: string, to: number, earliest: number): number {
  if (earliest >= to || /^\s/.test(text.slice(to))) return Math.max(earliest, to);
  const head = text.slice(earliest, to).search(/\s\S*$/);
  return head === -1 ? Math.max(earliest, to) : earliest + head;
}
