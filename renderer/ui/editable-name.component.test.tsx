import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { saveAll } from './closing.ts';
import { EditableName } from './editable-name.tsx';
import { secretWarning } from './secret-warning.ts';
import { show } from './testing.tsx';

let leave = () => {};
afterEach(() => leave());

const committed = vi.fn();
let isRefused = false;

function Owner() {
  const [value, setValue] = useState('');
  const commit = async (text: string) => {
    committed(text);
    await Promise.resolve();
    if (!isRefused) setValue(text);
    return !isRefused;
  };
  return (
    <>
      <EditableName
        label="Owner"
        of="Domain"
        value={value}
        suggestions={['client', 'us', 'Marina']}
        placeholder="—"
        warningFor={secretWarning}
        onCommit={commit}
      />
      <button type="button">Elsewhere</button>
    </>
  );
}

function open(): void {
  committed.mockClear();
  isRefused = false;
  leave = show(<Owner />);
}

const shown = (words: string) => page.getByRole('button', { name: `Owner (Domain): ${words}` });
const field = page.getByRole('combobox', { name: 'Owner (Domain)' });

test('a name that is not suggested is typed; Enter keeps it and the focus stays', async () => {
  open();
  await userEvent.keyboard('{Tab}{Enter}');
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('Olga{Enter}');
  await expect.element(shown('Olga')).toHaveFocus();
  expect(committed).toHaveBeenCalledExactlyOnceWith('Olga');
});

test('Escape puts the old name back, leaving keeps the new one', async () => {
  open();
  await shown('—').click();
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('Olga{Escape}');
  await expect.element(shown('—')).toHaveFocus();
  expect(committed).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('Olga{Tab}');
  await expect.element(shown('Olga')).toBeVisible();
  expect(committed).toHaveBeenCalledExactlyOnceWith('Olga');
});

test('what is refused stays typed, and is kept when the window closes', async () => {
  open();
  isRefused = true;
  await shown('—').click();
  await userEvent.keyboard('Olga{Enter}');
  await expect.poll(() => committed).toHaveBeenCalled();
  await expect.element(field).toHaveValue('Olga');
  isRefused = false;
  await expect(saveAll()).resolves.toBe(true);
  await expect.element(shown('Olga')).toBeVisible();
});

test('a secret is warned of while it is typed', async () => {
  open();
  await shown('—').click();
  await userEvent.keyboard('password: Tr0ub4dor&3x');
  await expect.element(page.getByText(/^This looks like a password or a key/)).toBeVisible();
});

test('what looks like an escaped letter is named as it was typed', async () => {
  const words = String.raw`C:\x41\u0416 \x5cx41`;
  leave = show(
    <EditableName
      label="Owner"
      of="Domain"
      value={words}
      suggestions={[]}
      placeholder="—"
      onCommit={() => Promise.resolve(true)}
    />,
  );
  await expect.element(page.getByRole('button', { name: `Owner (Domain): ${words}`, exact: true })).toBeVisible();
});
