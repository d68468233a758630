import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestStorage, type TestStorage } from '../testing.ts';
import { englishWords } from './english-words.ts';
import { fillWithCorpus, measureQuality, type Truth } from './measure.ts';
import { russianWords } from './russian-words.ts';

describe('any form of a word finds the notes with any other, among 1,000 notes', () => {
  let storage: TestStorage;
  let truth: Truth;
  beforeAll(async () => {
    storage = openTestStorage();
    truth = await fillWithCorpus(storage, 1000);
  });
  afterAll(() => storage.remove());

  test.each([
    ['Russian', russianWords],
    ['English', englishWords],
  ] as const)('in %s', (_language, words) => {
    const { recall, precision, worst } = measureQuality(storage.file, truth, words);
    expect(recall, worst.join('\n')).toBeGreaterThan(0.98);
    expect(precision, worst.join('\n')).toBeGreaterThan(0.97);
  });

  test('and hardly any when only the form that was typed is looked for', () => {
    const keys = (word: string) => [word];
    expect(measureQuality(storage.file, truth, russianWords, { keys }).recall).toBeLessThan(0.4);
  });
});
