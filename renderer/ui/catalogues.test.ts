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
