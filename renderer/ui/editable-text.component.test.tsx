import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EditableText } from './editable-text.tsx';
import { secretWarning } from './secret-warning.ts';
import { show } from './testing.tsx';

let leave = () => {};
afterEach(() => leave());

const committed = vi.fn();
let isRefused = false;

function Name({ allowsEmpty = false }: { readonly allowsEmpty?: boolean }) {
  const [value, setValue] = useState('Alder Furniture');
  const commit = async (text: string) => {
    committed(text);
    await Promise.resolve();
    if (!isRefused) setValue(text);
    return !isRefused;
  };
  return (
    <EditableText label="Name" value={value} onCommit={commit} allowsEmpty={allowsEmpty} placeholder="Add a name" />
  );
}

function open(allowsEmpty = false) {
  committed.mockClear();
  isRefused = false;
  leave = show(<Name allowsEmpty={allowsEmpty} />);
}

const field = page.getByRole('textbox', { name: 'Name' });

test('Enter begins with all text selected, Enter commits and the focus stays', async () => {
  open();
  await userEvent.keyboard('{Tab}{Enter}');
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('Spindle{Enter}');
  await expect.element(page.getByRole('button', { name: 'Name: Spindle' })).toHaveFocus();
  expect(committed).toHaveBeenCalledExactlyOnceWith('Spindle');
});

test('Escape puts the old text back', async () => {
  open();
  await page.getByRole('button', { name: 'Name: Alder Furniture' }).click();
  await field.fill('Something else');
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('button', { name: 'Name: Alder Furniture' })).toHaveFocus();
  expect(committed).not.toHaveBeenCalled();
});

test('leaving the field commits; an empty name is not taken', async () => {
  open();
  await page.getByRole('button', { name: 'Name: Alder Furniture' }).click();
  await field.fill('  Kitewell Toys ');
  await userEvent.tab();
  await expect.element(page.getByRole('button', { name: 'Name: Kitewell Toys' })).toBeVisible();
  await page.getByRole('button', { name: 'Name: Kitewell Toys' }).click();
  await field.fill('   ');
  await userEvent.tab();
  await expect.element(page.getByRole('button', { name: 'Name: Kitewell Toys' })).toBeVisible();
  expect(committed).toHaveBeenCalledExactlyOnceWith('Kitewell Toys');
});

test('where nothing is fine, nothing can be committed', async () => {
  open(true);
  await page.getByRole('button', { name: 'Name: Alder Furniture' }).click();
  await field.fill('');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: 'Name: Add a name' })).toBeVisible();
  expect(committed).toHaveBeenCalledExactlyOnceWith('');
});

test('what was refused stays in the open field, and is sent again by leaving it', async () => {
  open();
  isRefused = true;
  await page.getByRole('button', { name: 'Name: Alder Furniture' }).click();
  await field.fill('Spindle');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => committed).toHaveBeenCalledTimes(1);
  await expect.element(field).toHaveValue('Spindle');
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('e');
  await expect.element(field).toHaveValue('Spindlee');
  isRefused = false;
  await userEvent.tab();
  await expect.element(page.getByRole('button', { name: 'Name: Spindlee' })).toBeVisible();
  expect(committed.mock.calls).toEqual([['Spindle'], ['Spindlee']]);
});

test('what looks like a secret is told at once only while it is typed', async () => {
  leave = show(
    <EditableText
      label="Account"
      value="password: Tr0ub4dor&3x"
      warningFor={secretWarning}
      onCommit={() => Promise.resolve(true)}
    />,
  );
  const warning = page.getByText(/^This looks like a password or a key/);
  await expect.element(warning).toBeVisible();
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  await page.getByRole('button', { name: /^Account/ }).click();
  await expect.element(page.getByRole('alert')).toMatchTextContent('This looks like a password or a key');
});

test('a long text is read beside its button, which is called by the label alone', async () => {
  const long = 'What was agreed. '.repeat(20).trim();
  leave = show(<EditableText label="Agreement" value={long} onCommit={() => Promise.resolve(true)} />);
  await expect.element(page.getByText(long)).toBeVisible();
  expect(page.getByText(long).element().closest('button')).toBeNull();
  await page.getByRole('button', { name: 'Agreement', exact: true }).click();
  await expect.element(page.getByRole('textbox', { name: 'Agreement' })).toHaveValue(long);
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('button', { name: 'Agreement', exact: true })).toHaveFocus();
});
