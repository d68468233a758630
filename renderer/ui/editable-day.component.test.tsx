import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EditableDay } from './editable-day.tsx';
import { show } from './testing.tsx';

let leave = () => {};
afterEach(() => leave());

const committed = vi.fn();

function Renewal({ max }: { readonly max?: string }) {
  const [value, setValue] = useState<string | null>('2024-03-12');
  const commit = async (day: string | null) => {
    committed(day);
    await Promise.resolve();
    setValue(day);
    return true;
  };
  return (
    <EditableDay
      label="Renewal"
      of="Domain"
      value={value}
      placeholder="no date"
      allowsEmpty
      onCommit={commit}
      {...(max === undefined ? {} : { max })}
    />
  );
}

function open(max?: string): void {
  committed.mockClear();
  leave = show(<Renewal {...(max === undefined ? {} : { max })} />);
}

const shown = (words: string) => page.getByRole('button', { name: `Renewal (Domain): ${words}` });
const year = page.getByRole('spinbutton', { name: /^year/ });

test('the years that are passed through while typing are not kept', async () => {
  open();
  await shown('Mar 12, 2024').click();
  await year.click();
  await userEvent.keyboard('2025{Enter}');
  await expect.element(shown('Mar 12, 2025')).toHaveFocus();
  expect(committed).toHaveBeenCalledExactlyOnceWith('2025-03-12');
});

test('leaving the small form keeps the day', async () => {
  open();
  await shown('Mar 12, 2024').click();
  await year.click();
  await userEvent.keyboard('2025');
  await userEvent.click(document.body, { position: { x: 2, y: 2 }, force: true });
  await expect.element(shown('Mar 12, 2025')).toBeVisible();
  expect(committed).toHaveBeenCalledExactlyOnceWith('2025-03-12');
});

test('Escape puts the old day back', async () => {
  open();
  await shown('Mar 12, 2024').click();
  await year.click();
  await userEvent.keyboard('2025{Escape}');
  await expect.element(shown('Mar 12, 2024')).toHaveFocus();
  expect(committed).not.toHaveBeenCalled();
});

test('a day that is still to come is said to be one and not kept', async () => {
  open('2025-01-01');
  await shown('Mar 12, 2024').click();
  await year.click();
  await userEvent.keyboard('2025{Enter}');
  await expect.element(page.getByText('This day is still to come')).toBeVisible();
  expect(committed).not.toHaveBeenCalled();
});

test('the day is taken away', async () => {
  open();
  await shown('Mar 12, 2024').click();
  await page.getByRole('button', { name: 'Without a date' }).click();
  await expect.element(shown('no date')).toBeVisible();
  expect(committed).toHaveBeenCalledExactlyOnceWith(null);
});
