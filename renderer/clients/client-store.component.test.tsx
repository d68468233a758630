import { afterEach, beforeAll, expect, test } from 'vitest';
import type { ErrorCode } from '../../shared/errors.ts';
import { clientPageWith } from '../ui/test-data.ts';
import { answerBy } from '../ui/testing.tsx';
import { clearToasts, useToasts } from '../ui/toast.ts';
import { speak } from '../ui/words.ts';
import { followClient, useClients } from './client-store.ts';

const client = clientPageWith();

beforeAll(() => speak('en'));

afterEach(() => {
  clearToasts();
  useClients.setState({ page: null, problem: null, revision: -1, status: 'loading' });
});

async function readAgain(refusal: ErrorCode): Promise<void> {
  answerBy(() => ({ ok: true, value: { revision: 1, page: client } }));
  const stop = followClient(client.card.id);
  await expect.poll(() => useClients.getState().status).toBe('ready');
  stop();
  answerBy(() => ({ ok: false, code: refusal, message: '' }));
  followClient(client.card.id);
  await expect.poll(() => useClients.getState().problem).not.toBeNull();
}

test('a page that cannot be read again stays, and it is said why', async () => {
  await readAgain('disk_error');
  expect(useClients.getState()).toMatchObject({ status: 'ready', page: client });
  expect(useToasts.getState().shown?.tone).toBe('danger');
});

test('a page whose client is gone goes', async () => {
  await readAgain('not_found');
  expect(useClients.getState()).toMatchObject({ status: 'failed', page: null });
});
