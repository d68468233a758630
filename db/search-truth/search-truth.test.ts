import { describe, expect, test } from 'vitest';
import { clientsInCorpus, corpus, corpusEndsAt, type CorpusNote } from './corpus.ts';
import { englishWords, homonyms as englishHomonyms } from './english-words.ts';
import { englishFiller, englishFrames, russianFiller, russianFrames, type Frames } from './filler-words.ts';
import type { Paradigm } from './paradigm.ts';
import { homonyms as russianHomonyms, russianWords } from './russian-words.ts';

const languages = [
  {
    language: 'ru',
    words: russianWords,
    homonyms: russianHomonyms,
    filler: russianFiller,
    frames: russianFrames,
    letters: /^[а-яё]+$/,
    fewestWords: 140,
    fewestFiller: 400,
  },
  {
    language: 'en',
    words: englishWords,
    homonyms: englishHomonyms,
    filler: englishFiller,
    frames: englishFrames,
    letters: /^[a-z]+$/,
    fewestWords: 70,
    fewestFiller: 200,
  },
] as const;

const words = { ru: russianWords, en: englishWords };

/** People type е for ё, so both must be told apart from other words the same. */
function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}

function tokensOf(text: string): readonly string[] {
  return fold(text).match(/\p{L}+/gu) ?? [];
}

function wordsByForm(paradigms: readonly Paradigm[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byForm = new Map<string, Set<string>>();
  for (const { word, forms } of paradigms)
    for (const form of forms) byForm.set(fold(form), (byForm.get(fold(form)) ?? new Set()).add(word));
  return byForm;
}

/** The text of the frames without the slots. */
function textOf({ titles, sentences, headings, items }: Frames): string {
  return [...titles, ...sentences, ...headings, ...items].join('\n').replaceAll(/\{\w\}/g, ' ');
}

function notesOf(count: number, seed: number): readonly CorpusNote[] {
  return [...corpus({ count, seed, words })];
}

function shareOf(notes: readonly CorpusNote[], isCounted: (note: CorpusNote) => boolean): number {
  return notes.filter(isCounted).length / notes.length;
}

describe.each(languages)(
  'words: $language',
  ({ words, homonyms, filler, frames, letters, fewestWords, fewestFiller }) => {
    test('there are enough lexemes, each once', () => {
      expect(words.length).toBeGreaterThanOrEqual(fewestWords);
      expect(new Set(words.map(({ word }) => word)).size).toBe(words.length);
    });

    test('forms have lower-case letters only, and no form is written twice', () => {
      for (const { word, forms } of words) {
        expect(forms[0]).toBe(word);
        expect(new Set(forms).size, word).toBe(forms.length);
        expect(forms.filter((form) => !letters.test(form))).toEqual([]);
      }
    });

    test('the homonyms, and no other forms, belong to two words', () => {
      const shared = [...wordsByForm(words)].filter(([, owners]) => owners.size > 1).map(([form]) => form);
      expect(shared.toSorted()).toEqual(homonyms.map(fold).toSorted());
    });

    test('there is enough filler, each once, and no form of a word in it nor in the frames', () => {
      const byForm = wordsByForm(words);
      expect(filler.length).toBeGreaterThanOrEqual(fewestFiller);
      expect(filler.filter((word, index) => filler.indexOf(word) !== index)).toEqual([]);
      expect(filler.flatMap(tokensOf).filter((token) => byForm.has(token))).toEqual([]);
      expect(tokensOf(textOf(frames)).filter((token) => byForm.has(token))).toEqual([]);
    });
  },
);

describe('corpus', () => {
  test('the same seed gives the same notes, another seed others', () => {
    expect(notesOf(200, 7)).toEqual(notesOf(200, 7));
    expect(notesOf(200, 7).slice(0, 50)).toEqual(notesOf(50, 7));
    expect(notesOf(200, 8)).not.toEqual(notesOf(200, 7));
  });

  test('three notes of four are Russian, and a body has 400 to 600 characters on average', () => {
    const notes = notesOf(4000, 1);
    const share = shareOf(notes, ({ language }) => language === 'ru');
    expect(share).toBeGreaterThan(0.72);
    expect(share).toBeLessThan(0.78);
    const average = notes.reduce((sum, { body }) => sum + body.length, 0) / notes.length;
    expect(average).toBeGreaterThan(400);
    expect(average).toBeLessThan(600);
  });

  test('a note names the words that are in it and no others', () => {
    const byForm = new Map([...wordsByForm(russianWords), ...wordsByForm(englishWords)]);
    for (const note of notesOf(1000, 2)) {
      const owners = tokensOf(note.body).flatMap((token) => byForm.get(token) ?? []);
      for (const candidates of owners)
        expect(
          note.words.some((word) => candidates.has(word)),
          note.body,
        ).toBe(true);
      const held = new Set(owners.flatMap((candidates) => [...candidates]));
      expect(note.words.filter((word) => !held.has(word))).toEqual([]);
      expect(new Set(note.words).size).toBe(note.words.length);
    }
  });

  test('notes are spread over seven years and over the clients', () => {
    const notes = notesOf(4000, 3);
    const instants = notes.map(({ happenedAt }) => happenedAt).toSorted();
    expect(instants.every((instant) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:00\.000Z$/.test(instant))).toBe(true);
    expect(instants[0]?.slice(0, 7)).toBe('2019-11');
    expect(instants.at(-1)?.slice(0, 7)).toBe('2026-11');
    expect(instants.every((instant) => instant < corpusEndsAt && instant >= '2019-11-20T09:00:00.000Z')).toBe(true);
    expect(new Set(notes.map(({ kind }) => kind)).size).toBe(5);
    const clients = notes.map(({ clientIndex }) => clientIndex);
    expect(Math.min(...clients)).toBe(0);
    expect(Math.max(...clients)).toBeLessThan(clientsInCorpus);
  });

  test('some notes have tasks, some headings, some е for ё', () => {
    const notes = notesOf(1000, 4);
    expect(shareOf(notes, ({ body }) => body.includes('\n- [ ] '))).toBeGreaterThan(0.1);
    expect(shareOf(notes, ({ body }) => body.includes('\n## '))).toBeGreaterThan(0.1);
    expect(shareOf(notes, ({ body }) => body.includes('ё'))).toBeGreaterThan(0.2);
  });
});
