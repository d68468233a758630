import { expect, test } from 'vitest';
import { wordsPattern } from './found-words.ts';

test.each([
  'е\u0308лка',
  'за\u0301мок',
  'e-mail',
  'O\u0027Brien',
  'O’Brien',
  'a.b',
  '(50%)',
  'C++',
  'и/или',
  '#1',
  '[x]',
])('the word %s is found as it is written', (word) => {
  expect(` ${word} `.match(wordsPattern(`nothing ${word}`) ?? /^$/)?.[0]).toBe(word);
});

test('a sign stands for itself only', () => {
  expect('axb'.match(wordsPattern('a.b') ?? /^$/)).toBeNull();
});

test('spaces alone are no words', () => {
  expect(wordsPattern('  ')).toBeNull();
});
