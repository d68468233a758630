import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { differenceOf } from './text-difference.ts';

test('shows which words came and went', () => {
  expect(differenceOf('Договор до пятницы', 'Договор до среды')).toEqual([
    { text: 'Договор до ', change: 'kept' },
    { text: 'пятницы', change: 'removed' },
    { text: 'среды', change: 'added' },
  ]);
});

test('of long texts it is told by lines', () => {
  const line = 'Слово за словом.\n';
  const pieces = differenceOf(line.repeat(2000), `${line.repeat(1999)}Иначе.\n`);
  expect(pieces.map(({ text, change }) => [change, text.length])).toEqual([
    ['kept', line.length * 1999],
    ['removed', line.length],
    ['added', 'Иначе.\n'.length],
  ]);
});

test('of very long texts that have little in common it is told as a whole, in no time', () => {
  const linesOf = (word: string) => Array.from({ length: 20_000 }, (_, number) => `${word} ${number}\n`).join('');
  const [before, after] = [linesOf('договор'), linesOf('смета')];
  expect(differenceOf(before, after)).toEqual([
    { text: before, change: 'removed' },
    { text: after, change: 'added' },
  ]);
});

test('loses nothing of either text', () => {
  const text = fc.array(fc.constantFrom('договор', 'смета', ' ', '\n', ', ', 'é', '👩‍💻')).map((words) => words.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = differenceOf(before, after);
      const without = (change: string) => pieces.filter((piece) => piece.change !== change);
      expect(
        without('added')
          .map((piece) => piece.text)
          .join(''),
      ).toBe(before);
      expect(
        without('removed')
          .map((piece) => piece.text)
          .join(''),
      ).toBe(after);
    }),
  );
});
