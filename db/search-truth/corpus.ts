import { englishFiller, englishFrames, russianFiller, russianFrames, type Frames } from './filler-words.ts';
import type { Paradigm } from './paradigm.ts';

export interface CorpusWords {
  readonly ru: readonly Paradigm[];
  readonly en: readonly Paradigm[];
}

export interface CorpusParts {
  readonly count: number;
  /** The same seed gives the same notes. */
  readonly seed: number;
  /** Which of them are common and which rare the seed decides. */
  readonly words: CorpusWords;
}

const kinds = ['meeting', 'call', 'letter', 'chat', 'observation'] as const;

export interface CorpusNote {
  readonly body: string;
  readonly language: 'ru' | 'en';
  /** An ISO instant in UTC. */
  readonly happenedAt: string;
  readonly kind: (typeof kinds)[number];
  /** From 0 to clientsInCorpus - 1; the first clients have the most notes. */
  readonly clientIndex: number;
  /** Dictionary words whose forms are in the body, each once. */
  readonly words: readonly string[];
}

export const clientsInCorpus = 200;
export const corpusEndsAt = '2026-11-20T09:00:00.000Z';
const minutesInCorpus = (7 * 365 + 2) * 24 * 60;

const shareOfEnglish = 0.25;
/** People often type е for ё: so does a third of the Russian notes. */
const shareWithoutYo = 1 / 3;
const shareWithList = 0.35;
const shareWithHeading = 0.25;

type Random = () => number;

/** Whole numbers of 32 bits: mulberry32. */
function randomFrom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

function fraction(random: Random): number {
  return random() / 2 ** 32;
}

function below(random: Random, size: number): number {
  return Math.floor(fraction(random) * size);
}

function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new RangeError(`Nothing at ${index} of ${list.length}`);
  return item;
}

function pick<Item>(random: Random, list: readonly Item[]): Item {
  return at(list, below(random, list.length));
}

function shuffled<Item>(random: Random, list: readonly Item[]): readonly Item[] {
  return list
    .map((item) => ({ item, order: random() }))
    .toSorted((one, other) => one.order - other.order)
    .map(({ item }) => item);
}

const lots = 2 ** 16;

/** The commonest words of a language, which the frames have, come before the first of ours. */
const ranksBefore = 8;

/** Lots to draw an index from by the law of Zipf: the further down the list, the rarer. */
function zipfLots(size: number): readonly number[] {
  const weights = Array.from({ length: size }, (_, rank) => 1 / (ranksBefore + rank));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const drawn: number[] = [];
  let reached = 0;
  weights.forEach((weight, index) => {
    reached += weight;
    const end = Math.round((reached / total) * lots);
    while (drawn.length < end) drawn.push(index);
  });
  return drawn;
}

type Slot = 'w' | 'W' | 'f' | 'n';

interface Frame {
  readonly start: string;
  /** Each slot with the text that follows it. */
  readonly slots: readonly { readonly slot: Slot; readonly after: string }[];
}

function isSlot(text: string | undefined): text is Slot {
  return text === 'w' || text === 'W' || text === 'f' || text === 'n';
}

function frameOf(text: string): Frame {
  const [start = '', ...rest] = text.split('{');
  return {
    start,
    slots: rest.map((part) => {
      const [slot, after = ''] = part.split('}');
      if (!isSlot(slot)) throw new Error(`No such slot: {${part}`);
      return { slot, after };
    }),
  };
}

type CompiledFrames = { readonly [Part in keyof Frames]: readonly Frame[] };

interface Voice {
  readonly frames: CompiledFrames;
  readonly words: readonly Paradigm[];
  readonly wordLots: readonly number[];
  readonly filler: readonly string[];
  readonly fillerLots: readonly number[];
}

function voiceOf(random: Random, words: readonly Paradigm[], filler: readonly string[], frames: Frames): Voice {
  return {
    frames: {
      titles: frames.titles.map(frameOf),
      sentences: frames.sentences.map(frameOf),
      headings: frames.headings.map(frameOf),
      items: frames.items.map(frameOf),
    },
    words: shuffled(random, words),
    wordLots: zipfLots(words.length),
    filler,
    fillerLots: zipfLots(filler.length),
  };
}

function formOfWord(random: Random, voice: Voice, words: string[]): string {
  const drawn = random();
  const { word, forms } = at(voice.words, at(voice.wordLots, drawn % lots));
  if (!words.includes(word)) words.push(word);
  return at(forms, Math.floor(((drawn >>> 16) * forms.length) / lots));
}

function fillSlot(random: Random, voice: Voice, slot: Slot, words: string[]): string {
  if (slot === 'w') return formOfWord(random, voice, words);
  if (slot === 'f') return at(voice.filler, at(voice.fillerLots, random() % lots));
  if (slot === 'n') return String(1 + below(random, 23));
  const form = formOfWord(random, voice, words);
  return form.charAt(0).toUpperCase() + form.slice(1);
}

function fill(random: Random, voice: Voice, frames: readonly Frame[], words: string[]): string {
  const frame = pick(random, frames);
  let text = frame.start;
  for (const { slot, after } of frame.slots) text += fillSlot(random, voice, slot, words) + after;
  return text;
}

function bodyOf(random: Random, voice: Voice, words: string[]): string {
  let body = `${fill(random, voice, voice.frames.titles, words)}\n\n`;
  const sentences = 2 + below(random, 7);
  const breakAfter = 2 + below(random, 6);
  for (let number = 1; number <= sentences; number += 1) {
    body += fill(random, voice, voice.frames.sentences, words);
    if (number < sentences) body += number === breakAfter ? '\n\n' : ' ';
  }
  if (fraction(random) < shareWithHeading) body += `\n\n${fill(random, voice, voice.frames.headings, words)}`;
  if (fraction(random) < shareWithList) {
    body += '\n';
    const items = 1 + below(random, 4);
    for (let number = 1; number <= items; number += 1) body += `\n${fill(random, voice, voice.frames.items, words)}`;
  }
  return body;
}

/** Notes that look like a partner's: the words under test in any of their forms, among filler. */
export function* corpus({ count, seed, words: { ru, en } }: CorpusParts): Generator<CorpusNote> {
  const random = randomFrom(seed);
  const russian = voiceOf(random, ru, russianFiller, russianFrames);
  const english = voiceOf(random, en, englishFiller, englishFrames);
  const end = Date.parse(corpusEndsAt);
  for (let number = 0; number < count; number += 1) {
    const isEnglish = fraction(random) < shareOfEnglish;
    const isWithoutYo = fraction(random) < shareWithoutYo;
    const words: string[] = [];
    const body = bodyOf(random, isEnglish ? english : russian, words);
    yield {
      body: isWithoutYo ? body.replaceAll('ё', 'е') : body,
      language: isEnglish ? 'en' : 'ru',
      happenedAt: new Date(end - (1 + below(random, minutesInCorpus)) * 60_000).toISOString(),
      kind: pick(random, kinds),
      clientIndex: Math.floor(fraction(random) ** 2 * clientsInCorpus),
      words,
    };
  }
}
