import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Announcer } from './announcer.tsx';
import { EditableName } from './editable-name.tsx';
import { EditableText } from './editable-text.tsx';
import { Form } from './form.tsx';
import { useKeptWords } from './kept-words.ts';
import { SavedField } from './saved-field.tsx';
import { show } from './testing.tsx';
import { TextArea, TextField } from './text-field.tsx';

const saved = vi.fn();
const save = (text: string) => {
  saved(text);
  return Promise.resolve(true);
};
let leave = () => {};

beforeEach(() => saved.mockClear());
afterEach(() => {
  leave();
  useKeptWords.setState({ kept: [] });
});

function TwoFields() {
  const [title, setTitle] = useState('');
  const [more, setMore] = useState('');
  return (
    <Form onSubmit={() => save(title + more)}>
      <TextField label="Words" value={title} onChange={setTitle} maxLength={400} />
      <TextArea label="More" value={more} onChange={setMore} maxLength={400} />
    </Form>
  );
}

function Text() {
  return <EditableText label="Words" value="" placeholder="—" maxLength={400} onCommit={save} />;
}

function Saved() {
  return <SavedField label="Words" saved="" maxLength={400} onSave={save} />;
}

function Name() {
  return <EditableName label="Words" of="Domain" value="" suggestions={[]} placeholder="—" onCommit={save} />;
}

/** What a partner pasted, one character more than fits. */
const pasted = 'a'.repeat(401);

test.each([
  ['text', Text, 'Words: —'],
  ['a name', Name, 'Words (Domain): —'],
  ['a saved field', Saved, null],
  ['a form', TwoFields, null],
] as const)('%s that is too long stays whole, is said aloud, and is saved once it fits', async (_what, Field, door) => {
  leave = show(
    <>
      <Field />
      <Announcer />
    </>,
  );
  if (door !== null) await page.getByRole('button', { name: door }).click();
  const field = page.getByLabelText(/^Words/).first();
  await field.fill(pasted);
  await userEvent.keyboard('{Enter}');
  const sentence = 'Too long by 1 character. Shorten it: nothing is cut, and it is not saved yet.';
  await expect.element(page.getByText(sentence).first()).toBeVisible();
  await expect.element(page.getByRole('alert').filter({ hasText: sentence }).first()).toBeInTheDocument();
  await expect.element(field).toHaveValue(pasted);
  expect(saved).not.toHaveBeenCalled();
  await field.fill(pasted.slice(1));
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => saved).toHaveBeenCalledExactlyOnceWith(pasted.slice(1));
});

test('a form leads to the field that is too long', async () => {
  leave = show(<TwoFields />);
  await page.getByRole('textbox', { name: 'More' }).fill(pasted);
  await page.getByRole('textbox', { name: 'Words' }).click();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('textbox', { name: 'More' })).toHaveFocus();
  expect(saved).not.toHaveBeenCalled();
});
