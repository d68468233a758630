import { expect, test } from 'vitest';
import { fenceOf, openBehind } from './code-fences.ts';

/** Of each line: whether code is open behind it. */
function openIn(lines: readonly string[]): readonly boolean[] {
  let open: string | null = null;
  return lines.map((line) => {
    open = openBehind(fenceOf(line), open);
    return open !== null;
  });
}

test.each([
  [
    ['```', 'code', '```'],
    [true, true, false],
  ],
  [
    ['```ts', 'code', '```  '],
    [true, true, false],
  ],
  [
    ['  ~~~ a `tick`', 'code', '~~~'],
    [true, true, false],
  ],
  [
    ['```\r', 'code\r', '```\r'],
    [true, true, false],
  ],
  [
    ['``` one line ```', 'text'],
    [false, false],
  ],
  [
    ['```a`', 'text'],
    [false, false],
  ],
  [
    ['``', 'text'],
    [false, false],
  ],
  [
    ['```', '~~~', '```'],
    [true, true, false],
  ],
  [
    ['````', '```', '````'],
    [true, true, false],
  ],
  [
    ['```', '`````'],
    [true, false],
  ],
  [
    ['```', '```ts', '```'],
    [true, true, false],
  ],
])('%j', (lines, open) => {
  expect(openIn(lines)).toEqual(open);
});
