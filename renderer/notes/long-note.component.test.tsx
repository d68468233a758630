import { afterEach, expect, test } from 'vitest';
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
