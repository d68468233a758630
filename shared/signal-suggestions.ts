import { signalsForStage } from './signal-order.ts';
import type { OwnStage } from './stage-words.ts';
import { wordsOf } from './search-words.ts';
import { sentenceAt } from './sentences.ts';

// A note may speak of a sign without naming it. A sign is suggested when the words of its label that carry it stand near
// each other in the note; it is never marked by itself.

const shortestWord = 4;
/** Endings change in both languages; what comes first in a word seldom does. */
const stemLength = 5;
/** Words further apart speak of different things. */
const nearWords = 12;
const most = 2;

export interface SuggestedSignal {
  readonly code: string;
  /** What speaks of it. */
  readonly sentence: string;
}

interface SuggestedFor {
  readonly stage: string;
  readonly own: readonly OwnStage[];
  readonly open: readonly string[];
}

/** Signs that the text seems to speak of in either language, those of the stage first. */
export function suggestedSignals(text: string, { stage, own, open }: SuggestedFor): readonly SuggestedSignal[] {
  const said = wordsOf(text).map((word) => ({ stem: word.text.slice(0, stemLength), at: word.from }));
  const { first, others } = signalsForStage(stage, open, own);
  return [...first, ...others]
    .flatMap(({ code, label }) => {
      const at = placeOf(said, carryingWords(label.en)) ?? placeOf(said, carryingWords(label.ru));
      return at === null ? [] : [{ code, sentence: sentenceOf(text, at) }];
    })
    .slice(0, most);
}

function carryingWords(label: string): readonly string[] {
  const long = wordsOf(label).filter(({ text }) => text.length >= shortestWord);
  return [...new Set(long.map(({ text }) => text.slice(0, stemLength)))];
}

interface SaidWord {
  readonly stem: string;
  readonly at: number;
}

/** Where at least two of the words, and no fewer than two in three of them, stand close together. */
function placeOf(said: readonly SaidWord[], words: readonly string[]): number | null {
  const needed = Math.max(2, Math.ceil((words.length * 2) / 3));
  if (words.length < needed) return null;
  const found = said.flatMap(({ stem, at }, index) => (words.includes(stem) ? [{ stem, at, index }] : []));
  const first = found.find(({ index: from }) => {
    const near = found.filter(({ index }) => index >= from && index < from + nearWords);
    return new Set(near.map(({ stem }) => stem)).size >= needed;
  });
  return first?.at ?? null;
}

function sentenceOf(text: string, at: number): string {
  const from = text.lastIndexOf('\n', at) + 1;
  const end = text.indexOf('\n', at);
  return sentenceAt(text.slice(from, end === -1 ? text.length : end), at - from + 1);
}
