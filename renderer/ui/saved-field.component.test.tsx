import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { saveAll } from './closing.ts';
import { SavedField } from './saved-field.tsx';
import { show } from './testing.tsx';

const saved = vi.fn();
let isRefused = false;
let moment = Promise.resolve();
let leave = () => {};
afterEach(() => leave());

function Count() {
  const [value, setValue] = useState('8');
  const save = async (text: string) => {
    saved(text);
    await moment;
    if (!isRefused) setValue(text);
    return !isRefused;
  };
  return (
    <SavedField
      label="Clients"
      saved={value}
      onSave={save}
      problemOf={(text) => (text === '0' ? 'Not none' : undefined)}
    />
  );
}

function open() {
  saved.mockClear();
  isRefused = false;
  moment = Promise.resolve();
  leave = show(<Count />);
}

const field = page.getByRole('textbox', { name: 'Clients' });

test('Enter and leaving save once', async () => {
  open();
  const { promise, resolve } = Promise.withResolvers<void>();
  moment = promise;
  await field.fill('9');
  await userEvent.keyboard('{Enter}{Tab}');
  resolve();
  await saveAll();
  expect(saved).toHaveBeenCalledExactlyOnceWith('9');
});

test('Enter and leaving send once what is refused', async () => {
  open();
  isRefused = true;
  const { promise, resolve } = Promise.withResolvers<void>();
  moment = promise;
  await field.fill('9');
  await userEvent.keyboard('{Enter}{Tab}');
  resolve();
  await expect.element(field).toHaveValue('9');
  await new Promise((done) => setTimeout(done, 50));
  expect(saved).toHaveBeenCalledExactlyOnceWith('9');
});

test('what was refused stays in the field and is sent again by leaving it', async () => {
  open();
  isRefused = true;
  await field.fill('9');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => saved).toHaveBeenCalledTimes(1);
  await expect.element(field).toHaveValue('9');
  isRefused = false;
  await userEvent.tab();
  await expect.poll(() => saved.mock.calls).toEqual([['9'], ['9']]);
  await expect.element(field).toHaveValue('9');
});

test('what cannot be saved stays with the reason, until Escape puts the saved text back', async () => {
  open();
  await field.fill('0');
  await userEvent.tab();
  await expect.element(page.getByText('Not none')).toBeVisible();
  await expect.element(field).toHaveValue('0');
  await field.click();
  await userEvent.keyboard('{Escape}');
  await expect.element(field).toHaveValue('8');
  await expect.element(page.getByText('Not none')).not.toBeInTheDocument();
  expect(saved).not.toHaveBeenCalled();
});
