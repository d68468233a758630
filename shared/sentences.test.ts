import { describe, expect, test } from 'vitest';
import { longestText } from './contract/call.ts';
import { partingSentence } from './handoff/parting.ts';
import { sentence, sentenceAt, sentences } from './sentences.ts';

test.each([
  ['С нами 4 г. 2 мес.', 'С нами 4 г. 2 мес.'],
  ['With us for 9 days', 'With us for 9 days.'],
  ['Кто решает?', 'Кто решает?'],
  ['Спросили: «Почему они?»', 'Спросили: «Почему они?»'],
  ['Сказали: «Дорого»', 'Сказали: «Дорого».'],
])('%s is closed once', (words, closed) => {
  expect(sentence(words)).toBe(closed);
});

describe('sentences', () => {
  test.each([
    [['Дорого.', 'Наш бывший коллега'], 'Дорого. Наш бывший коллега'],
    [['Дорого', '', ' Далеко. '], 'Дорого. Далеко.'],
    [['', ''], ''],
  ])('%j', (parts, joined) => {
    expect(sentences(parts)).toBe(joined);
  });

  test('say why we part, each reason by itself', () => {
    const codes = ['outgrew_each_other', 'no_growth_plan'];
    expect(partingSentence(codes, 'Растёт только опт.', 'ru')).toBe(
      'Переросли друг друга. Нет плана развития. Растёт только опт.',
    );
    expect(partingSentence(codes, ' ', 'en')).toBe('Outgrew each other. No growth plan');
  });
});

test.each([
  ['Павел опоздал. Плана на год нет', 'Павел опоздал. Плана'.length, 'Плана на год нет'],
  ['Павел опоздал. Плана на год нет. ', 30, 'Плана на год нет.'],
  ['They wait. “Why us?” Nobody knows', 14, '“Why us?”'],
  ['One line', 0, 'One line'],
  ['', 0, ''],
])('of «%s» the sentence at %i is meant', (line, at, meant) => {
  expect(sentenceAt(line, at)).toBe(meant);
});

test.each([
  [0, /^word0 .*word\d+…$/],
  [45_000, /^…word\d+ .*word\d+…$/],
  [90_000, /^…word\d+ .*word9999$/],
])('of a sentence longer than a text may be the words around %i are meant', (at, meant) => {
  const line = `Before. ${Array.from({ length: 10_000 }, (_, number) => `word${number}`).join(' ')}`;
  const place = 'Before. '.length + 1 + at;
  const found = sentenceAt(line, place);
  expect(found).toMatch(meant);
  expect(found.length).toBeGreaterThan(longestText - 100);
  expect(found.length).toBeLessThanOrEqual(longestText);
  const [word = ''] = /\S+/.exec(line.slice(line.lastIndexOf(' ', Math.min(place, line.length) - 1) + 1)) ?? [];
  expect(found.split(' ').map((each) => each.replaceAll('…', ''))).toContain(word);
});
