import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { bridgeTo, show } from '../ui/testing.tsx';
import { NoteVersions } from './note-versions.tsx';

const noteId = '00000000-0000-4000-8000-000000000001';
const book = 'They asked for the shop window again.\n'.repeat(10_000);
const texts: Readonly<Record<number, { readonly body: string; readonly before: string | null }>> = {
  7: { body: 'The contract until Wednesday', before: 'The contract until Friday' },
  3: { body: 'The contract until Friday', before: null },
  1: { body: `${book}\nMiddle\n${book}\nThe end`, before: `${book}\n${book}\nThe end` },
};

let asked: { readonly name: string; readonly input: unknown }[] = [];
let isClosed = false;
let leave = () => {};

beforeEach(async () => {
  asked = [];
  isClosed = false;
  bridgeTo((name, input) => {
    asked.push({ name, input });
    const seq = 'seq' in input ? Number(input.seq) : 0;
    const versions = [
      { seq: 7, madeAt: '2026-11-23T09:00:00.000Z', by: null },
      { seq: 3, madeAt: '2026-11-20T09:00:00.000Z', by: 'Vera L.' },
      { seq: 1, madeAt: '2026-11-19T09:00:00.000Z', by: null },
    ];
    const values: Readonly<Record<string, unknown>> = {
      'notes.versions': { versions },
      'notes.version': texts[seq],
      'notes.restoreVersion': { revision: 9 },
    };
    return Promise.resolve(Reflect.apply(Object.assign, undefined, [{}, { ok: true, value: values[name] }]));
  });
  leave = show(<NoteVersions noteId={noteId} title="Talk" lang="en" onClose={() => (isClosed = true)} />);
  await expect.element(page.getByRole('button', { name: /as it is now/ })).toBeVisible();
});
afterEach(() => leave());

const text = () => page.getByRole('region', { name: 'Text of the version' });
const restore = () => page.getByRole('button', { name: 'Bring this text back' });

test('the newest text is shown with what came and went, and cannot be brought back', async () => {
  await expect.element(text().getByText('Wednesday')).toHaveRole('insertion');
  await expect.element(text().getByText('Friday')).toHaveRole('deletion');
  await expect.element(restore()).toBeDisabled();
});

test('each says who wrote it, whether or not that partner is still there', async () => {
  await expect.element(page.getByRole('button', { name: /Vera L\.$/ })).toBeVisible();
});

test('an earlier one is shown whole and comes back with one command', async () => {
  await page.getByRole('list', { name: 'Versions' }).getByRole('button').nth(1).click();
  await expect.element(text()).toHaveTextContent('The contract until Friday');
  await restore().click();
  await expect
    .poll(() => asked.find(({ name }) => name === 'notes.restoreVersion')?.input)
    .toMatchObject({
      noteId,
      seq: 3,
    });
  await expect.poll(() => isClosed).toBe(true);
});

test('of a very long one the places that changed are shown, and between them as much as is asked for', async () => {
  await page.getByRole('list', { name: 'Versions' }).getByRole('button').nth(2).click();
  await expect.element(text().getByText('Middle')).toHaveRole('insertion');
  await expect.element(text().getByText(/The end$/)).toBeInTheDocument();
  const shown = () => text().element().textContent.length;
  const before = shown();
  expect(before).toBeLessThan(100_000);
  await text().getByRole('button', { name: 'Show more' }).first().click();
  await expect.poll(shown).toBeGreaterThan(before + 10_000);
});

test('all of a very long one is there after a few times, and the keyboard goes on with what came', async () => {
  await page.getByRole('list', { name: 'Versions' }).getByRole('button').nth(2).click();
  const more = () => text().getByRole('button', { name: 'Show more' });
  await expect.element(more().first()).toBeVisible();
  let times = 0;
  for (; more().elements().length > 0; times += 1) {
    const before = text().element().textContent.length;
    await more().first().click();
    await expect.poll(() => text().element().textContent.length).not.toBe(before);
    expect(text().element().contains(document.activeElement)).toBe(true);
    expect(document.activeElement?.textContent).toMatch(/\S/);
  }
  expect(times).toBeLessThan(12);
});

test('Escape leaves everything as it is', async () => {
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => isClosed).toBe(true);
  expect(asked.some(({ name }) => name === 'notes.restoreVersion')).toBe(false);
});
