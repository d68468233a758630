import { expect, test } from 'vitest';
import { suggestedSignals } from './signal-suggestions.ts';

const suggest = (text: string, language: 'en' | 'ru', open: readonly string[] = []) =>
  suggestedSignals(text, { stage: 'plateau', own: [], open, language });

test('what a note speaks of is suggested with its sentence, in any form of the words', () => {
  expect(suggest('Встреча прошла ровно. Плана развития у клиента на год нет.\n[ ] отчёт', 'ru')).toEqual([
    { code: 'S-NOPLAN', sentence: 'Плана развития у клиента на год нет.' },
  ]);
  expect(suggest('All fine. The team burns out, this project is burning them', 'en')).toMatchObject([
    { sentence: 'The team burns out, this project is burning them' },
  ]);
});

test('nothing is suggested for common words, for words far apart, or twice', () => {
  expect(suggest('Клиент доволен, план готов, встречи идут', 'ru')).toEqual([]);
  expect(suggest(`У клиента всё хорошо. ${'И ещё одно слово о погоде. '.repeat(5)} Развития нет`, 'ru')).toEqual([]);
  const [found] = suggest('У клиента нет плана развития', 'ru');
  expect(suggest('У клиента нет плана развития', 'ru', [found?.code ?? ''])).toEqual([]);
});
