import { expect, test } from 'vitest';
import { suggestedSignals } from './signal-suggestions.ts';

const suggest = (text: string, open: readonly string[] = []) =>
  suggestedSignals(text, { stage: 'plateau', own: [], open });

test('what a note speaks of is suggested with its sentence, in any form of the words of either language', () => {
  expect(suggest('Встреча прошла ровно. Плана развития у клиента на год нет.\n[ ] отчёт')).toEqual([
    { code: 'S-NOPLAN', sentence: 'Плана развития у клиента на год нет.' },
  ]);
  expect(suggest('All fine. The team burns out, this project is burning them')).toMatchObject([
    { sentence: 'The team burns out, this project is burning them' },
  ]);
});

test('nothing is suggested for common words, for words far apart, or twice', () => {
  expect(suggest('Клиент доволен, план готов, встречи идут')).toEqual([]);
  expect(suggest(`У клиента всё хорошо. ${'И ещё одно слово о погоде. '.repeat(5)} Развития нет`)).toEqual([]);
  const [found] = suggest('У клиента нет плана развития');
  expect(suggest('У клиента нет плана развития', [found?.code ?? ''])).toEqual([]);
});
