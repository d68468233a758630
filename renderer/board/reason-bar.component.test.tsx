import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { saveAll } from '../ui/closing.ts';
import { show } from '../ui/testing.tsx';
import { useBoard } from './board-store.ts';
import { ReasonBar } from './reason-bar.tsx';
import { askForReason, dropReason, useReason } from './reason-store.ts';
import { cardAt, serve } from './testing.ts';

let leave = () => {};
afterEach(() => {
  leave();
  dropReason();
});

test('a reason that is being written is asked about before the window closes; Escape drops it', async () => {
  const card = cardAt('Spindle', 'stable', 'a0');
  serve([card]);
  useBoard.setState({ saved: { [card.id]: card }, cards: { [card.id]: card } });
  askForReason({ stageChangeId: '1', clientId: card.id, stage: 'stable' });
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
