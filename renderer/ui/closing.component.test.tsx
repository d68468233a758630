import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from './button.tsx';
import { ClosingQuestion } from './closing-question.tsx';
import { getReadyToClose, saveOpenText, stay } from './closing.ts';
import { EditableText } from './editable-text.tsx';
import { Form } from './form.tsx';
import { Popover } from './popover.tsx';
import { SavedField } from './saved-field.tsx';
import { bridgeTo, show } from './testing.tsx';
import { TextField } from './text-field.tsx';

const saved = vi.fn();
let isRefused = false;
let closing: unknown[] = [];
let leave = () => {};

const save = (text: string) => {
  saved(text);
  return Promise.resolve(!isRefused);
};

function StepForm({ onSubmit }: { readonly onSubmit?: () => Promise<boolean> }) {
  const [title, setTitle] = useState('');
  const submit = async () => {
    if (onSubmit !== undefined) return onSubmit();
    setTitle('');
    return true;
  };
  return (
    <Form onSubmit={submit}>
      <TextField label="Step" value={title} onChange={setTitle} />
    </Form>
  );
}

function open(element: React.ReactNode) {
  leave = show(
    <>
      {element}
      <ClosingQuestion />
    </>,
  );
}

beforeEach(() => {
  saved.mockClear();
  isRefused = false;
  closing = [];
  bridgeTo((name, input) => {
    if (name === 'safety.readyToClose') closing.push(input);
    return Promise.resolve(Reflect.apply(Object.assign, undefined, [{}, { ok: true, value: {} }]));
  });
});
afterEach(() => {
  leave();
  stay();
});

const question = page.getByRole('alertdialog');

async function isClosing(): Promise<boolean> {
  await getReadyToClose();
  return closing.length === 2;
}

const letter = page.getByRole('textbox', { name: 'Letter' });

test('text edited where it stands is saved before the window closes', async () => {
  open(<EditableText label="Letter" value="" placeholder="Write" onCommit={save} />);
  await page.getByRole('button', { name: 'Letter: Write' }).click();
  await letter.fill('Dear all');
  expect(await isClosing()).toBe(true);
  expect(saved).toHaveBeenCalledExactlyOnceWith('Dear all');
});

test('a field that is saved on leaving is saved before the window closes', async () => {
  open(<SavedField label="Letter" saved="" onSave={save} />);
  await letter.fill('Dear all');
  expect(await isClosing()).toBe(true);
  expect(saved).toHaveBeenCalledExactlyOnceWith('Dear all');
});

test('text that is refused is asked about, and stays', async () => {
  isRefused = true;
  open(<EditableText label="Letter" value="Dear" onCommit={save} />);
  await page.getByRole('button', { name: 'Letter: Dear' }).click();
  await letter.fill('Dear all');
  expect(await isClosing()).toBe(false);
  await question.getByRole('button', { name: 'Keep open' }).click();
  await expect.element(letter).toHaveValue('Dear all');
});

test('a command of a field does not wait for the field', async () => {
  open(<SavedField label="Letter" saved="" onSave={(text) => saveOpenText().then(() => save(text))} />);
  await letter.fill('Dear all');
  await userEvent.tab();
  await expect.poll(() => saved.mock.calls).toEqual([['Dear all']]);
});

test('another page takes what is typed along to the disk', async () => {
  open(<SavedField label="Letter" saved="" onSave={save} />);
  await letter.fill('Dear all');
  leave();
  await expect.poll(() => saved.mock.calls).toEqual([['Dear all']]);
});

test('a form with words that are not sent is asked about; an empty one and one that was sent are not', async () => {
  open(<StepForm />);
  await expect.element(page.getByRole('textbox', { name: 'Step' })).toBeVisible();
  expect(await isClosing()).toBe(true);
  closing = [];
  await page.getByRole('textbox', { name: 'Step' }).fill('Return the keys');
  expect(await isClosing()).toBe(false);
  await question.getByRole('button', { name: 'Keep open' }).click();
  closing = [];
  await page.getByRole('textbox', { name: 'Step' }).click();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('textbox', { name: 'Step' })).toHaveValue('');
  expect(await isClosing()).toBe(true);
});

test('a small form beside its button stays open under the question', async () => {
  open(
    <Popover label="New step" trigger={<Button>New step</Button>}>
      {() => <StepForm />}
    </Popover>,
  );
  await page.getByRole('button', { name: 'New step' }).click();
  await page.getByRole('textbox', { name: 'Step' }).fill('Return the keys');
  expect(await isClosing()).toBe(false);
  await question.getByRole('button', { name: 'Keep open' }).click();
  await expect.element(question).not.toBeInTheDocument();
  await expect.element(page.getByRole('textbox', { name: 'Step' })).toHaveValue('Return the keys');
});

test('a form that was sent is not asked about while it is still on the page; one that was refused, or typed in since, is', async () => {
  open(<StepForm onSubmit={() => Promise.resolve(!isRefused)} />);
  const step = page.getByRole('textbox', { name: 'Step' });
  await step.fill('Return the keys');
  isRefused = true;
  await userEvent.keyboard('{Enter}');
  expect(await isClosing()).toBe(false);
  stay();
  await expect.element(question).not.toBeInTheDocument();
  isRefused = false;
  closing = [];
  await step.click();
  await userEvent.keyboard('{Enter}');
  expect(await isClosing()).toBe(true);
  await expect.element(step).toHaveValue('Return the keys');
  closing = [];
  await step.fill('Return all keys');
  expect(await isClosing()).toBe(false);
});
