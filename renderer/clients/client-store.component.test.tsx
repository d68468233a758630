import { afterEach, beforeAll, expect, test } from 'vitest';
import type { ErrorCode } from '../../shared/errors.ts';
import { cardWith, clientPageWith } from '../ui/test-data.ts';
import { answerBy } from '../ui/testing.tsx';
import { clearToasts, useToasts } from '../ui/toast.ts';
import { speak } from '../ui/words.ts';
import { change, followClient, useClients } from './client-store.ts';

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

test('what a field of another client saved when it was left does not take the place of the open page', async () => {
  const other = clientPageWith({ card: cardWith({ id: '00000000-0000-4000-8000-000000000002', name: 'Birch' }) });
  useClients.setState({ status: 'ready', page: client, revision: 1 });
  await change(() => Promise.resolve({ revision: 2, page: other }), 'Renamed');
  expect(useClients.getState().page).toBe(client);
  await change(() => Promise.resolve({ revision: 3, page: clientPageWith({ language: 'ru' }) }), 'Changed');
  expect(useClients.getState().page?.language).toBe('ru');
});
