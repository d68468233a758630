import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Az from 'az';

// The dictionary forms of Russian words, of all that a large dictionary has: «люди» is «человек», «передадим» is
// «передать». No stemmer knows that.

const isBundled = import.meta.url.endsWith('.js');
const folder = fileURLToPath(new URL(isBundled ? './word-forms' : '../node_modules/az/dicts', import.meta.url));

/** Beside the likeliest reading others count only when they are not far-fetched. */
const likely = 0.2;

/** Of use for words that no dictionary has, which are left to the stemmer: a fifth of what would be read, and not packed. */
const guessing = /prediction-suffixes-\d\.dawg$/;
/** In the library's own form: no units and no guide. */
const nothing = new ArrayBuffer(8);

let isReady = false;

/** Takes a moment the first time. */
function prepare(): void {
  if (isReady) return;
  // It counts its files while it asks for them: they are handed over when it has asked for all.
  const asked: (() => void)[] = [];
  Az.load = (path, type, done) => {
    asked.push(() => {
      if (guessing.test(path)) return done(null, nothing);
      const bytes = readFileSync(path);
      return done(null, type === 'json' ? JSON.parse(bytes.toString('utf8')) : Uint8Array.from(bytes).buffer);
    });
  };
  Az.Morph.init(folder, (problem) => {
    if (problem) throw problem;
    isReady = true;
  });
  for (const hand of asked) hand();
}

/** The dictionary forms that a word may be a form of, the likeliest first; none when the dictionary has none. */
export function dictionaryForms(word: string): readonly string[] {
  prepare();
  const parses = Az.Morph(word, { parsers: ['Dictionary'] });
  const best = parses[0]?.score ?? 0;
  const words = parses.flatMap((parse) => {
    const form = parse.score < best * likely ? false : parse.normalize();
    return form === false ? [] : form.word;
  });
  return [...new Set(words)];
}
