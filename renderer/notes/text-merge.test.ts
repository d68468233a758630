import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeTexts } from './text-merge.ts';

describe('two changes of a text', () => {
  test.each([
    ['one side', 'a\nb', 'a\nb\nc', 'a\nb', 'a\nb\nc'],
    ['the other side', 'a\nb', 'a\nb', 'x\nb', 'x\nb'],
    ['far apart', 'a\nb\nc', 'A\nb\nc', 'a\nb\nC', 'A\nb\nC'],
    ['a tick above the line that is written', '[ ] a\nb', '[ ] a\nb more', '[x] a\nb', '[x] a\nb more'],
    ['a line behind one that was ticked', '[ ] a', '[ ] a\nmore', '[x] a', '[x] a\nmore'],
    ['the same on both sides', 'a', 'b', 'b', 'b'],
    ['the same, and more on one', 'a\nx', 'b\nx\ny', 'b\nx', 'b\nx\ny'],
    ['a line taken away', 'a\nb\nc', 'a\nc', 'a\nb\nc\nd', 'a\nc\nd'],
  ])('%s', (_, base, mine, theirs, merged) => {
    expect(mergeTexts(base, mine, theirs)).toBe(merged);
    expect(mergeTexts(base, theirs, mine)).toBe(merged);
  });

  test.each([
    ['the same line', 'a\nb', 'a1\nb', 'a2\nb'],
    ['both behind the last line', 'a', 'a\nx', 'a\ny'],
    ['one takes away what the other writes in', 'a\nb', 'b', 'a more\nb'],
    ['everything', 'a', '', 'b'],
  ])('meet in %s', (_, base, mine, theirs) => {
    expect(mergeTexts(base, mine, theirs)).toBeNull();
  });

  test('that do not meet are both there, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const merged = mergeTexts(base.join('\n'), mine.join('\n'), theirs.join('\n'));
        if (merged === null) return;
        for (const line of mine.filter((each) => !base.includes(each))) expect(merged.split('\n')).toContain(line);
        for (const line of theirs.filter((each) => !base.includes(each))) expect(merged.split('\n')).toContain(line);
      }),
    );
  });
});
