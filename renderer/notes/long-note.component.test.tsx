import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { draftWith } from '../ui/test-data.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { NoteBody } from './note-body.tsx';

let leave = () => {};
afterEach(() => leave());

test('a very long note shows its beginning, and all of it to who reads on', async () => {
  const lines = Array.from({ length: 2000 }, (_, index) => `They spoke of the order ${index}\n`);
  const body = `Talk\n${lines.join('\n')}\nThe last word`;
  answerBy(() => ({ ok: true, value: { note: draftWith({ body }) } }));
  leave = show(<NoteBody noteId="1" text={lines.slice(0, 100).join('\n')} isOpen isCut lang="en" />);
  await expect.element(page.getByText('They spoke of the order 99')).toBeVisible();
  await page.getByRole('button', { name: 'Show the whole note' }).click();
  await expect
    .poll(() => {
      page.getByRole('button', { name: 'Read on' }).elements()[0]?.scrollIntoView();
      return page.getByText('The last word').elements().length;
    })
    .toBe(1);
  expect(page.getByText('They spoke of the order 1234').elements()).toHaveLength(1);
});

test('a search leads to a word far behind the beginning, and what comes before it can be read', async () => {
  const filling = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => `They spoke of the order ${from + index}\n`).join('\n');
  const [before, after] = [filling(0, 2000), filling(2000, 4000)];
  const text = `${before}\nThe children drew a catalogue.\n\n${after}`;
  const reached = vi.fn();
  answerBy((name) => ({
    ok: true,
    value:
      name === 'search.place'
        ? { place: { at: before.length + 5, words: 'children' } }
        : { note: draftWith({ body: `Talk\n${text}` }) },
  }));
  const sought = { noteId: '1', words: '', text: 'child' };
  leave = show(
    <NoteBody noteId="1" text={text.slice(0, 20_000)} isOpen isCut lang="en" sought={sought} onReached={reached} />,
  );
  await expect.element(page.getByText('The children drew a catalogue.')).toBeInTheDocument();
  expect(reached).toHaveBeenCalledWith({ arrival: sought, words: 'children' });
  expect(page.getByText('They spoke of the order 0', { exact: true }).elements()).toHaveLength(0);
  const upwards = page.getByRole('button', { name: 'Show what comes before' });
  while (upwards.elements().length > 0) await upwards.click();
  expect(page.getByText('They spoke of the order 0', { exact: true }).elements()).toHaveLength(1);
});
