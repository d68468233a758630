import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { saveAll } from '../ui/closing.ts';
import { show } from '../ui/testing.tsx';
import { ReasonBar } from './reason-bar.tsx';
import { askForReason, dropReason, useReason } from './reason-store.ts';

let leave = () => {};
afterEach(() => {
  leave();
  dropReason();
});

test('a reason that is being written is asked about before the window closes; Escape drops it', async () => {
  askForReason({ stageChangeId: '1', clientId: '2', stage: 'stable' });
  leave = show(<ReasonBar />);
  const line = page.getByRole('textbox');
  await expect.element(line).toHaveFocus();
  expect(await saveAll()).toBe(true);
  await line.fill('The season is over');
  expect(await saveAll()).toBe(false);
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => useReason.getState().wanted).toBeNull();
  expect(await saveAll()).toBe(true);
});
