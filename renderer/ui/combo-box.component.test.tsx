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
