import { expect, test } from 'vitest';
import { breakable, footOf } from './foot.ts';

test('the foot of usual names is as designed', () => {
  const line = 'Передача дел: Текстиль «Веретено», версия от 23 ноября 2026';
  expect(footOf('Бюро Кварта', line)).toEqual({ isStacked: false, size: 8 });
});

test('long names stand below each other, in letters that leave room for all of them', () => {
  expect(footOf('Очень длинное имя '.repeat(22), 'Передача дел')).toEqual({ isStacked: true, size: 6 });
  const longest = footOf('Щ'.repeat(400), `Передача дел: ${'Щ'.repeat(200)}, версия от 23 ноября 2026`);
  expect(longest.isStacked).toBe(true);
  expect(longest.size).toBeGreaterThanOrEqual(4);
});

test('only a word without an end gets places to break', () => {
  expect(breakable('Передача дел: Текстиль «Веретено»')).toBe('Передача дел: Текстиль «Веретено»');
  const word = 'Донаудампф'.repeat(4);
  expect(
    breakable(`Бюро ${word}`)
      .split('\u200b')
      .map((part) => part.length),
  ).toEqual([13, 8, 8, 8, 8]);
  expect(breakable(word).replaceAll('\u200b', '')).toBe(word);
});
