import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ComboBox } from './combo-box.tsx';
import { show } from './testing.tsx';

const options = [
  { id: '1', label: 'Marina' },
  { id: '2', label: 'Mark' },
];

function FreeField() {
  const [text, setText] = useState('');
  return (
    <ComboBox
      label="Who"
      options={options}
      value={null}
      onChange={(id) => {
        const chosen = options.find((option) => option.id === id);
        if (chosen) setText(chosen.label);
      }}
      text={text}
      onTextChange={setText}
    />
  );
}

let leave = () => {};
afterEach(() => leave());

test('a field of free words closes its list when one of it is chosen, and takes other words as well', async () => {
  leave = show(<FreeField />);
  const field = page.getByRole('combobox', { name: 'Who' });
  await field.click();
  await userEvent.keyboard('Mark{ArrowDown}{Enter}');
  await expect.element(field).toHaveValue('Mark');
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  await userEvent.keyboard('us from the store');
  await expect.element(field).toHaveValue('Markus from the store');
  await userEvent.tab();
  await expect.element(field).toHaveValue('Markus from the store');
});

const list = page.getByRole('listbox');
const option = (name: string) => page.getByRole('option', { name, exact: true });

test('the list goes with words of one’s own, is there again with those that fit, and stays on the page to be chosen from', async () => {
  leave = show(<FreeField />);
  const field = page.getByRole('combobox', { name: 'Who' });
  await field.click();
  await userEvent.keyboard('Mars');
  await expect.element(list).not.toBeInTheDocument();
  await userEvent.keyboard('{Backspace}i');
  await expect.element(option('Marina')).toBeVisible();
  await expect.element(option('Mark')).not.toBeInTheDocument();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(field).toHaveValue('Marina');
  await expect.element(list).not.toBeInTheDocument();
});

test('the list stays while the words pass over one of it', async () => {
  leave = show(<FreeField />);
  const field = page.getByRole('combobox', { name: 'Who' });
  await field.click();
  await userEvent.keyboard('Mar');
  await expect.element(option('Marina')).toBeVisible();
  const shown = list.element();
  await userEvent.keyboard('k');
  await expect.element(option('Marina')).not.toBeInTheDocument();
  await userEvent.keyboard('{Backspace}');
  await expect.element(option('Marina')).toBeVisible();
  expect(list.element()).toBe(shown);
});

test('after leaving the field it is emptied, typed in and chosen from anew', async () => {
  leave = show(<FreeField />);
  const field = page.getByRole('combobox', { name: 'Who' });
  await field.click();
  await userEvent.keyboard('Markus');
  await userEvent.tab();
  await field.clear();
  await userEvent.keyboard('Mari');
  await expect.element(option('Mark')).not.toBeInTheDocument();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(field).toHaveValue('Marina');
});
