import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { show } from '../ui/testing.tsx';
import { MarkdownView } from './markdown-view.tsx';

let leave = () => {};
afterEach(() => leave());

function open(text: string) {
  leave = show(
    <section aria-label="Note">
      <MarkdownView text={text} />
    </section>,
  );
}

const note = () => page.getByRole('region', { name: 'Note' });

/** What a reader sees, line by line. */
async function linesOf(text: string): Promise<readonly string[]> {
  open(text);
  await expect.element(note()).not.toBeEmptyDOMElement();
  const shown = note().element();
  return shown instanceof HTMLElement ? shown.innerText.split(/\n+/) : [];
}

test('lines stay lines, also within marks', async () => {
  expect(await linesOf('first line\nsecond **bold\nand on**\n- item\n  of two lines')).toEqual([
    'first line',
    'second bold',
    'and on',
    'item',
    'of two lines',
  ]);
});

test('a task that is done and one that is not are told apart by words', async () => {
  open('[x] Prototype\n[ ] Export');
  await expect.element(note().getByRole('img', { name: 'Done', exact: true })).toBeVisible();
  await expect.element(note().getByRole('img', { name: 'Not done' })).toBeVisible();
});

test('what is a task has a box, what is none has not', async () => {
  open('1. [ ] Numbered\n\n> [х] Готово\n\n- [] Dashed\n\nNext -\n[ ] Plain\n\n```\n[ ] code\n```');
  await expect.element(note().getByRole('listitem').filter({ hasText: 'Numbered' })).toBeVisible();
  expect(note().getByRole('img', { name: 'Not done' }).elements()).toHaveLength(3);
  await expect.element(note().getByRole('blockquote').getByRole('img', { name: 'Done', exact: true })).toBeVisible();
  await expect.element(note().getByRole('code')).toHaveTextContent('[ ] code');
});
