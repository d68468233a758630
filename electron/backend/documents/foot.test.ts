import { expect, test } from 'vitest';
import { footOf } from './foot.ts';

test('the foot of usual names is divided as designed', () => {
  const line = 'Передача дел: Текстиль «Веретено», версия от 23 ноября 2026';
  expect(footOf('Бюро Кварта', line)).toEqual({ left: 20, center: 60, right: 20, size: 8 });
});

test('long names take more of the width and smaller letters, never all of it', () => {
  const long = footOf('Очень длинное имя '.repeat(22), 'Передача дел');
  expect(long).toMatchObject({ left: 64, right: 12 });
  expect(long.size).toBeLessThan(8);
  expect(long.size).toBeGreaterThanOrEqual(5);
  const both = footOf('Щ'.repeat(400), `Передача дел: ${'Щ'.repeat(200)}, версия от 23 ноября 2026`);
  expect(both.left + both.center + both.right).toBe(100);
  expect(both.size).toBeGreaterThanOrEqual(4);
});
