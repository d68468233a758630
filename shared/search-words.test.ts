import * as fc from 'fast-check';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { parseSearch } from './search-query.ts';
import { cutSnippet, hitsIn, matchExpression, rawWords, scriptOf, wordsOf } from './search-words.ts';

const today = '2026-11-23';

interface Stemmers {
  readonly newStemmer: (language: string) => { readonly stem: (word: string) => string };
}
const stemmers: Stemmers = createRequire(import.meta.url)('snowball-stemmers');
const russian = stemmers.newStemmer('russian');
const english = stemmers.newStemmer('english');

function keysOf(word: string): readonly string[] {
  const script = scriptOf(word);
  if (script === 'cyrillic') return [russian.stem(word)];
  return [script === 'latin' ? english.stem(word) : word];
}

function found(query: string, text: string): readonly string[] {
  return hitsIn(text, parseSearch(query, today), keysOf).map(([from, to]) => text.slice(from, to));
}

function match(query: string, isWhole = false): string | null {
  const beginnings = (text: string) => (text === 'витр' ? ['витрина', 'витраж'] : null);
  return matchExpression(parseSearch(query, today), {
    isWhole,
    keysOf,
    mark: (word) => word,
    facts: [],
    beginnings,
  });
}

describe('words', () => {
  test('are letters and digits of any language with their marks', () => {
    const pattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('ёлка', 'Смета', 'e\u0308', 'и\u0306', '𝒜', '漢字', 'Ω', '-', ' ', '_', '7', '½'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        expect(rawWords(text)).toEqual(text.match(pattern) ?? []);
        expect(wordsOf(text).map(({ from, to }) => text.slice(from, to))).toEqual(rawWords(text));
      }),
    );
  });

  test.each([
    ['Ещё ёлка', ['еще', 'елка']],
    ['e\u0308лка Е\u0308лка', ['ëлка', 'елка']],
    ['и\u0306од', ['йод']],
    ['1С-Битрикс, v2.14', ['1с', 'битрикс', 'v2', '14']],
    ['«Ольха» & Co.', ['ольха', 'co']],
    ['हिन्दी, x͡y, İ', ['हनद', 'xy', 'i']],
    ['₽ — №', []],
  ])('of %j', (text, expected) => {
    expect(wordsOf(text).map((word) => word.text)).toEqual(expected);
  });

  test('have their places in the original', () => {
    const text = 'Ещё: «Е\u0308лка», ǅ İstanbul!';
    for (const { from, to } of wordsOf(text)) expect(text.slice(from, to)).toMatch(/^[\p{L}\p{M}]+$/u);
  });

  test('have a script', () => {
    expect(['договор', 'meeting', '2026', 'seoшник'].map(scriptOf)).toEqual(['cyrillic', 'latin', 'other', 'cyrillic']);
  });
});

describe('matchExpression', () => {
  test.each([
    ['договоров ', '"договор"'],
    ['договоров', '("договоров"* OR "договор")'],
    ['новые договоры', '"нов" AND ("договоры"* OR "договор")'],
    ['meetings ', '"meet"'],
    ['"новый договор" ', '"нов" AND "договор"'],
    ['client:ольха', null],
    ['', null],
    ['"', null],
  ])('%j', (text, expected) => {
    expect(match(text)).toBe(expected);
  });

  test('nothing typed can become an operator', () => {
    const pieces = fc.constantFrom(
      '"',
      'AND',
      'OR',
      'NOT',
      'NEAR(',
      ')',
      '(',
      '*',
      ':',
      '^',
      '-',
      '+',
      '{a b}',
      "'",
      '\\',
      '\0',
      '\n',
      ' ',
      'ё',
      'договор',
      'title:',
      ',',
      '“',
      '»',
      'meet',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string(), fc.string({ unit: 'grapheme' })), { maxLength: 12 }),
        (parts) => {
          const expression = match(parts.join(''));
          const word = '"[\\p{L}\\p{N}]+"';
          const term = `(?:${word}|\\(${word}\\* OR ${word}\\))`;
          if (expression !== null) expect(expression).toMatch(new RegExp(`^${term}(?: AND ${term})*$`, 'u'));
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('hitsIn', () => {
  test.each([
    ['договор ', 'Пять договоров и Договором больше, договорённость', ['договоров', 'Договором']],
    ['meeting ', 'Two meetings, one meets, a meeting', ['meetings', 'meets', 'meeting']],
    ['елка ', 'Под ёлкой и ЕЛКАМИ', ['ёлкой', 'ЕЛКАМИ']],
    ['витр', 'Витрина и витрины', ['Витрина', 'витрины']],
    ['витрн', 'Витрина и витрины', []],
    ['"годовой отчёт"', 'Годовой отчет готов, отчёт годовой нет, годового отчёта нет', ['Годовой отчет']],
    ['1с', 'Обмен с 1С и 1с-битрикс', ['1С', '1с']],
    ['crm отчёт ', 'CRM: отчёты', ['CRM', 'отчёты']],
    ['AND', 'and OR', ['and']],
    ['client:ольха', 'Ольха', []],
  ])('%j in %j', (query, text, expected) => {
    expect(found(query, text)).toEqual(expected);
  });

  test('every word of a text is found by itself and by its beginning', () => {
    const word = fc.constantFrom('договор', 'Договоров', 'ёлка', 'meetings', 'Витрина', '2026', '1С', 'отчётность');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(), (words, at, cut) => {
        const text = words.join(', ');
        const wanted = words[at % words.length] ?? '';
        expect(found(`${wanted} `, text)).toContain(wanted);
        expect(found(wanted.slice(0, 1 + (cut % wanted.length)), text)).toContain(wanted);
      }),
    );
  });
});

describe('cutSnippet', () => {
  const long = `${'Сначала говорили о складе и остатках. '.repeat(12)}Потом о договорах.\nИ ещё о витрине. ${'Дальше о погоде. '.repeat(20)}`;

  test('a short text stays whole', () => {
    expect(cutSnippet('О договорах', [[2, 11]])).toEqual({ text: 'О договорах', hits: [[2, 11]] });
  });

  test('is cut between words around the first hit', () => {
    const { text, hits } = cutSnippet(long, hitsIn(long, parseSearch('договор витрина ', today), keysOf));
    expect(text.length).toBeLessThanOrEqual(162);
    expect(text).toMatch(/^…\p{L}.*\S…$/u);
    expect(hits.map(([from, to]) => text.slice(from, to))).toEqual(['договорах', 'витрине']);
  });

  test('without hits it is the beginning', () => {
    const { text, hits } = cutSnippet(long, []);
    expect(text.startsWith('Сначала') && text.endsWith('…')).toBe(true);
    expect(hits).toEqual([]);
  });

  test('shows the same words as the original, for any text', () => {
    const piece = fc.oneof(
      fc.constantFrom('договор', 'meeting', ' ', '\n', '. '),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 20, max: 200 }), (pieces, length) => {
        const text = pieces.join('');
        const all = hitsIn(text, parseSearch('договор meeting ', today), keysOf);
        const snippet = cutSnippet(text, all, length);
        const shown = snippet.hits.map(([from, to]) => snippet.text.slice(from, to));
        const original = all.map(([from, to]) => text.slice(from, to));
        expect(original.slice(0, 1)).toEqual(shown.slice(0, 1));
        for (const each of shown) expect(['договор', 'meeting']).toContain(each.toLowerCase());
        expect(snippet.text.length).toBeLessThanOrEqual(length + 2);
      }),
    );
  });
});
