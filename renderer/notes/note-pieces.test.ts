import { expect, test } from 'vitest';
import { pieceAt, piecesOf } from './note-pieces.ts';

const textsOf = (markdown: string) => piecesOf(markdown).map(({ text }) => text);

test('a short note is one piece', () => {
  expect(textsOf('# Talk\n\nWhat was said')).toEqual(['# Talk\n\nWhat was said']);
});

test('a long note is cut between paragraphs, and nothing of it is lost', () => {
  const paragraph = `${'They asked for the shop window again. '.repeat(60).trim()}\n`;
  const text = `${paragraph}\n`.repeat(40);
  const pieces = textsOf(text);
  expect(pieces.length).toBeGreaterThan(5);
  expect(pieces.join('\n')).toBe(text);
  for (const piece of pieces.slice(1)) expect(piece).toMatch(/^\nThey/);
});

test('code is not torn apart at its empty lines', () => {
  const code = `\`\`\`\n${'let count = 1;\n\n'.repeat(1000)}\`\`\``;
  expect(textsOf(code)).toHaveLength(1);
});

test('a paragraph that begins with code within a line is cut behind as any other', () => {
  const paragraph = `${'They asked for the shop window again. '.repeat(60).trim()}\n\n`;
  const pieces = textsOf(`\`\`\`npm run build\`\`\` goes\n\n${paragraph.repeat(40)}`);
  expect(pieces.length).toBeGreaterThan(5);
  for (const piece of pieces.slice(1)) expect(piece).toMatch(/^\nThey/);
});

test('one endless line is cut between words', () => {
  const line = 'word '.repeat(10_000);
  const pieces = textsOf(line);
  expect(pieces.join('').replaceAll('\n', '')).toBe(line);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(40_000);
  expect(textsOf('x'.repeat(50_000)).join('').replaceAll('\n', '')).toHaveLength(50_000);
});

test.each(['word '.repeat(10_000), `${'They asked for the shop window again. '.repeat(60)}\n\n`.repeat(40)])(
  'a piece is found by a character of the text',
  (text) => {
    const pieces = piecesOf(text);
    for (const [index, { from, text: piece }] of pieces.entries()) {
      expect(text.slice(from, from + 20)).toBe(piece.slice(0, 20));
      expect(pieceAt(pieces, from)).toBe(index);
      const next = pieces[index + 1]?.from ?? text.length;
      expect(pieceAt(pieces, next - 1)).toBe(index);
    }
  },
);
