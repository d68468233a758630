import { describe, expect, test } from 'vitest';
import { partingSentence } from './handoff/parting.ts';
import { sentence, sentences } from './sentences.ts';

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
