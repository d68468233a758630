import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { show } from '../ui/testing.tsx';
import { NoteBody } from './note-body.tsx';

vi.mock('./markdown-view.tsx', () => ({
  MarkdownView: ({ text }: { readonly text: string }) => {
    if (text.includes('broken')) throw new Error('cannot be drawn');
    return <p>{text}</p>;
  },
}));

let leave = () => {};
afterEach(() => leave());

test('a note that cannot be drawn says so, shows its source text, and leaves the other in place', async () => {
  leave = show(
    <>
      <NoteBody noteId="1" text="sound" isOpen tasksDone={0} isCut={false} lang="en" />
      <NoteBody noteId="2" isCut={false} text={'# broken\n- [ ] line'} isOpen tasksDone={0} lang="en" />
    </>,
  );
  await expect.element(page.getByText('sound')).toBeVisible();
  await expect.element(page.getByRole('alert')).toMatchTextContent('The note could not be read');
  await page.getByRole('button', { name: 'Show the source text' }).click();
  await expect.element(page.getByText('# broken - [ ] line')).toBeVisible();
  expect(page.getByRole('alert').element().querySelector('pre')?.textContent).toBe('# broken\n- [ ] line');
});
