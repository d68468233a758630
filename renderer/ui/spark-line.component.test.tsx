import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { SparkLine, type SparkPoint } from './spark-line.tsx';
import { show } from './testing.tsx';

let leave = () => {};
afterEach(() => leave());

function points(...values: readonly (number | null)[]): readonly SparkPoint[] {
  return values.map((value, index) => ({
    label: `month ${index + 1}`,
    value,
    words: value === null ? '' : `${value} %`,
  }));
}

const paths = () => [...document.querySelectorAll('svg path')].map((path) => path.getAttribute('d') ?? '');

test('a gap stays a gap, and a lonely month is a dot', async () => {
  leave = show(<SparkLine name="Orders" points={points(1, 2, null, 4, null, 6, 7)} goal={5} />);
  await expect.element(page.getByText('month 7')).toBeVisible();
  // A fill and a line for each of the two stretches.
  expect(paths()).toHaveLength(4);
  expect(document.querySelectorAll('svg circle')).toHaveLength(2);
  expect(document.querySelectorAll('svg line')).toHaveLength(1);
});

test('without a goal there is no line for it, and equal values run in the middle', async () => {
  leave = show(<SparkLine name="Orders" points={points(3, 3, 3)} goal={null} />);
  await expect.element(page.getByText('month 1')).toBeVisible();
  expect(document.querySelectorAll('svg line')).toHaveLength(0);
  expect(paths().some((path) => path.includes('NaN'))).toBe(false);
});

test('the same is told as a table', async () => {
  leave = show(<SparkLine name="Orders" points={points(1, null, 3, 4)} goal={null} />);
  await page.getByRole('button', { name: 'Table: Orders' }).click();
  const table = page.getByRole('table', { name: 'Orders' });
  await expect.element(table.getByRole('row', { name: /^month 2/ })).toHaveTextContent('month 2not measured');
  await expect.element(table.getByRole('row', { name: /^month 3/ })).toHaveTextContent('month 33 %');
  await page.getByRole('button', { name: 'Line: Orders' }).click();
  expect(document.querySelector('svg')).not.toBeNull();
});

test.each([
  ['en', [], 'Nothing is measured yet.'],
  ['en', [1], 'One month is measured so far. The line begins with the third.'],
  ['ru', [1, null, 2], 'Пока измерено 2 месяца. Линия появится с третьего.'],
] as const)('with too few months it says so, in %s', async (language, values, words) => {
  leave = show(<SparkLine name="Orders" points={points(...values)} goal={null} />, language);
  await expect.element(page.getByText(words)).toBeVisible();
  expect(document.querySelector('svg')).toBeNull();
});
