import type { Paradigm } from './paradigm.ts';
import { russianAdjectives } from './russian-adjectives.ts';
import { russianNouns } from './russian-nouns.ts';
import { russianVerbs } from './russian-verbs.ts';

export const russianWords: readonly Paradigm[] = [...russianNouns, ...russianVerbs, ...russianAdjectives];

/** Forms that are of two words: банк and банка, встреча and встретить, прийти and прислать. */
export const homonyms: readonly string[] = [
  'банка',
  'банку',
  'банке',
  'банки',
  'банкам',
  'банками',
  'банках',
  'встречу',
  'пришли',
];
