import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../../shared/language.ts';

const folder = path.join(import.meta.dirname, '../locales');
const message = /(?:^msgctxt "(?<context>.*)"\n)?^msgid "(?<id>.+)"\nmsgstr "(?<words>.*)"/gm;

/** All areas end in one catalogue at run time: the last translation of a sentence wins everywhere. */
function translations(language: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const file of readdirSync(path.join(folder, language)).filter((name) => name.endsWith('.po'))) {
    for (const { groups } of readFileSync(path.join(folder, language, file), 'utf8').matchAll(message)) {
      const key = `${groups?.['context'] ?? ''} ${groups?.['id'] ?? ''}`;
      found.set(key, (found.get(key) ?? new Set()).add(groups?.['words'] ?? ''));
    }
  }
  return found;
}

/**
 * What may stand inside of <Trans>: counts, days, and sentences made of them. Names, titles, labels and paths are
 * partners' words: <Trans> would take what looks like an element in them for markup.
 */
const harmless = new Set(
  'ago all clients day done from moment norm place time total until words formatDay(language,firstImpressionOn,today)'.split(
    ' ',
  ),
);

/** The values in its sentences that may be somebody's words. */
function doubtfulIn(code: string): readonly string[] {
  const sentences = code.replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '').matchAll(/<Trans\b[^>]*>([^]*?)<\/Trans>/g);
  return [...sentences]
    .flatMap(([, sentence = '']) => [...sentence.replaceAll(/<\w[^>]*>/g, '').matchAll(/\{([^}]*)\}/g)])
    .map(([, value = '']) => value.replaceAll(/\s/g, ''))
    .filter((value) => !/^(['"`]).*\1$/.test(value) && !harmless.has(value));
}

test('nobody’s words are looked through for elements', () => {
  expect(doubtfulIn('<Trans>\n  move to <b>{stage}</b>, place {place}\n</Trans>')).toEqual(['stage']);
  expect(doubtfulIn('<Trans context="saving">Dear {\' \'} {client.name}</Trans>')).toEqual(['client.name']);
  expect(doubtfulIn('<Trans>move to <Name of={stage} />, place {place} of {total}</Trans>')).toEqual([]);
  const sources = readdirSync(path.join(folder, '..'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx') && !name.includes('.test.'))
    .map((name) => ({ name, code: readFileSync(path.join(folder, '..', name), 'utf8') }));
  expect(sources.filter(({ code }) => code.includes('<Trans')).length).toBeGreaterThan(50);
  expect(sources.flatMap(({ name, code }) => doubtfulIn(code).map((value) => `${name}: ${value}`))).toEqual([]);
});

describe.each(languages)('the catalogues of %s', (language) => {
  test('say one sentence in one way', () => {
    const all = translations(language);
    expect(all.size).toBeGreaterThan(500);
    expect([...all].filter(([, words]) => words.size > 1)).toEqual([]);
  });

  test('keep a number and what it counts on one line', () => {
    const words = [...translations(language)].flatMap(([id, said]) => [id, ...said]).join('\n');
    expect(words).toMatch(/\{#\u00A0\p{L}/u);
    expect(words.match(/.*\{# \p{L}.*/gu)).toBeNull();
  });
});
