import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { saveAll } from '../ui/closing.ts';
import { KeptWordsBar } from '../ui/kept-words-bar.tsx';
import { useKeptWords } from '../ui/kept-words.ts';
import { show } from '../ui/testing.tsx';
import { clearToasts } from '../ui/toast.ts';
import { useBoard } from './board-store.ts';
import { ReasonBar } from './reason-bar.tsx';
import { askForReason, dropReason, useReason } from './reason-store.ts';
import { cardAt, serve, type Server } from './testing.ts';

const first = cardAt('Spindle', 'stable', 'a0');
const second = cardAt('Alder', 'stable', 'a1');
let server: Server;
let leave = () => {};

function standing(...cards: readonly (typeof first)[]): void {
  const byId = Object.fromEntries(cards.map((card) => [card.id, card]));
  useBoard.setState({ saved: byId, cards: byId });
}

beforeEach(async () => {
  server = serve([first, second]);
  standing(first, second);
  leave = show(
    <>
      <ReasonBar />
      <KeptWordsBar />
    </>,
  );
  askForReason({ stageChangeId: '1', clientId: first.id, stage: 'stable' });
  await expect.element(line).toHaveFocus();
});
afterEach(() => {
  leave();
  dropReason();
  clearToasts();
  useKeptWords.setState({ kept: [] });
});

const line = page.getByRole('textbox');
const explained = () => server.sent.map(({ input }) => [input['stageChangeId'], input['reason']]);

test('a reason that is being written is saved before the window closes', async () => {
  expect(await saveAll()).toBe(true);
  expect(explained()).toEqual([]);
  await line.fill('The season is over');
  server.refuse = 'disk_full';
  expect(await saveAll()).toBe(false);
  await expect.element(line).toHaveValue('The season is over');
  server.refuse = null;
  expect(await saveAll()).toBe(true);
  expect(explained().at(-1)).toEqual(['1', 'The season is over']);
});

test('Escape drops it', async () => {
  await line.fill('The season is over');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => useReason.getState().wanted).toBeNull();
  expect(await saveAll()).toBe(true);
  expect(explained()).toEqual([]);
});

test('the reason of another move leaves the words of the first with their own', async () => {
  await line.fill('The season is over');
  askForReason({ stageChangeId: '2', clientId: second.id, stage: 'stable' });
  await expect.element(page.getByRole('textbox', { name: 'Why is Alder in Steady?' })).toHaveValue('');
  await expect.poll(explained).toEqual([['1', 'The season is over']]);
});

test('so does a card that moves on', async () => {
  await line.fill('The season is over');
  standing({ ...first, stage: 'stagnation' }, second);
  await expect.element(line).not.toBeInTheDocument();
  await expect.poll(explained).toEqual([['1', 'The season is over']]);
});

test('words of a move that is not there any more are kept', async () => {
  await line.fill('The season is over');
  server.refuse = 'not_found';
  standing({ ...first, stage: 'stagnation' }, second);
  await expect.element(page.getByText('Not saved: Reason of the move (Spindle)')).toBeVisible();
  await expect.element(page.getByText('The season is over')).toBeVisible();
});
