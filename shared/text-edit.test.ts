import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editBetween, withEdit } from './text-edit.ts';

const between = (before: string, after: string) => editBetween(before.split('\n'), after.split('\n'));

test('a word at the end of a long text is all that is told', () => {
  const text = 'One line\n'.repeat(1000);
  expect(between(text, `${text}more`)).toEqual({ from: text.length, to: text.length, insert: 'more' });
});

test('a word in the middle of a line', () => {
  expect(between('first\nsecond line\nthird', 'first\nsecond new line\nthird')).toEqual({
    from: 13,
    to: 13,
    insert: 'new ',
  });
});

test('the halves of a sign stay together', () => {
  expect(between('a😀b', 'a😁b')).toEqual({ from: 1, to: 3, insert: '😁' });
  expect(between('a😀b', 'a🨀b').insert).toBe('🨀');
});

test('any text becomes any other', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', '\n', '😀', '😁', '🨀', ''), { maxLength: 12 })
    .map((signs) => signs.join(''));
  fc.assert(fc.property(text, text, (before, after) => withEdit(before, between(before, after)) === after));
});

test('a stretch that the text does not have is refused', () => {
  expect(withEdit('short', { from: 2, to: 9, insert: '' })).toBeNull();
  expect(withEdit('short', { from: 3, to: 2, insert: '' })).toBeNull();
});
