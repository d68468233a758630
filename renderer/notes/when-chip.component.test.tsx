import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { show } from '../ui/testing.tsx';
import { WhenChip } from './when-chip.tsx';

let leave = () => {};
afterEach(() => leave());

test('what is typed right after the press on the chip is the moment', async () => {
  const onChange = vi.fn();
  leave = show(<WhenChip happenedAt={new Date(2026, 2, 12, 10, 0).toISOString()} onChange={onChange} />);
  await userEvent.click(page.getByRole('button', { name: /^When it happened/ }));
  await userEvent.keyboard('13.03.2026 15:00{Enter}');
  await expect.poll(() => onChange.mock.calls).toEqual([[new Date(2026, 2, 13, 15, 0).toISOString()]]);
});
