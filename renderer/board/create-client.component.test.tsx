import { afterEach, expect, test } from 'vitest';
import { answerBy } from '../ui/testing.tsx';
import { clearToasts, useToasts } from '../ui/toast.ts';
import { speak } from '../ui/words.ts';
import { forgetBoard } from './board-store.ts';
import { createClient } from './create-client.ts';
import { cardAt } from './testing.ts';

afterEach(() => {
  clearToasts();
  forgetBoard();
});

test('a client that goes over the limit of its stage is created, and the notice says so', async () => {
  speak('en');
  const card = cardAt('Alder', 'honeymoon', 'a0');
  const overLimit = [{ limit: 'honeymoon', count: 3, allowed: 2 }];
  answerBy((name) => ({ ok: true, value: name === 'board.createClient' ? { revision: 1, card, overLimit } : {} }));
  await createClient({ name: 'Alder', stage: 'honeymoon', partnerId: null, sinceOn: null });
  expect(useToasts.getState().shown).toMatchObject({
    text: 'Alder is now in Immersion',
    detail: 'That makes 3 there, and the limit is 2',
  });
});
