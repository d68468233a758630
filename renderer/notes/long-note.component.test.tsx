import { useState } from 'react';
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
  leave = show(<NoteBody noteId="1" text={lines.slice(0, 100).join('\n')} isOpen tasksDone={0} isCut lang="en" />);
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

test('a box far behind the beginning is ticked, the right one of two, and is seen ticked', async () => {
  const filling = Array.from({ length: 2000 }, (_, index) => `They spoke of the order ${index}\n`).join('\n');
  const twice = (last: string) => `[ ] Call\n\n${filling}\n${last}`;
  let body = `Talk\n${twice('[ ] Call')}`;
  const ticked: unknown[] = [];
  answerBy((name, input) => {
    if (name === 'notes.tickLine') {
      ticked.push(input);
      body = `Talk\n${twice('[x] Call')}`;
      return { ok: true, value: { revision: 2 } };
    }
    return { ok: true, value: { note: draftWith({ body }) } };
  });
  const shown = (tasksDone: number) => (
    <NoteBody noteId="1" text={twice('').slice(0, 20_000)} isOpen tasksDone={tasksDone} isCut lang="en" />
  );
  leave = show(<Ticked>{shown}</Ticked>);
  await page.getByRole('button', { name: 'Show the whole note' }).click();
  const boxes = page.getByRole('checkbox', { name: 'Done: Call' });
  await expect
    .poll(() => {
      page.getByRole('button', { name: 'Read on' }).elements()[0]?.scrollIntoView();
      return boxes.elements().length;
    })
    .toBe(2);
  await boxes.nth(1).click();
  await expect.poll(() => ticked).toMatchObject([{ noteId: '1', line: '[ ] Call', nth: 1, done: true }]);
  await page.getByRole('button', { name: 'The page was read again' }).click();
  await expect.element(boxes.nth(1)).toHaveAttribute('aria-checked', 'true');
  await expect.element(boxes.nth(0)).toHaveAttribute('aria-checked', 'false');
});

function Ticked({ children }: { readonly children: (tasksDone: number) => React.ReactNode }) {
  const [tasksDone, setDone] = useState(0);
  return (
    <>
      <button type="button" onClick={() => setDone(1)}>
        The page was read again
      </button>
      {children(tasksDone)}
    </>
  );
}

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
    <NoteBody
      noteId="1"
      text={text.slice(0, 20_000)}
      isOpen
      tasksDone={0}
      isCut
      lang="en"
      sought={sought}
      onReached={reached}
    />,
  );
  await expect.element(page.getByText('The children drew a catalogue.')).toBeInTheDocument();
  expect(reached).toHaveBeenCalledWith({ arrival: sought, words: 'children' });
  expect(page.getByText('They spoke of the order 0', { exact: true }).elements()).toHaveLength(0);
  const upwards = page.getByRole('button', { name: 'Show what comes before' });
  while (upwards.elements().length > 0) await upwards.click();
  expect(page.getByText('They spoke of the order 0', { exact: true }).elements()).toHaveLength(1);
});
