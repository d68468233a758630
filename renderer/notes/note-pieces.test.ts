import { expect, test } from 'vitest';
import { piecesOf } from './note-pieces.ts';

test('a short note is one piece', () => {
  expect(piecesOf('# Talk\n\nWhat was said')).toEqual(['# Talk\n\nWhat was said']);
});

test('a long note is cut between paragraphs, and nothing of it is lost', () => {
  const paragraph = `${'They asked for the shop window again. '.repeat(60).trim()}\n`;
  const text = `${paragraph}\n`.repeat(40);
  const pieces = piecesOf(text);
  expect(pieces.length).toBeGreaterThan(5);
  expect(pieces.join('\n')).toBe(text);
  for (const piece of pieces.slice(1)) expect(piece).toMatch(/^\nThey/);
});

test('code is not torn apart at its empty lines', () => {
  const code = `\`\`\`\n${'let count = 1;\n\n'.repeat(1000)}\`\`\``;
  expect(piecesOf(code)).toHaveLength(1);
});

test('one endless line is cut between words', () => {
  const line = 'word '.repeat(10_000);
  const pieces = piecesOf(line);
  expect(pieces.join('').replaceAll('\n', '')).toBe(line);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(40_000);
  expect(piecesOf('x'.repeat(50_000)).join('').replaceAll('\n', '')).toHaveLength(50_000);
});
