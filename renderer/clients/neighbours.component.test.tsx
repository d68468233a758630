import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Language } from '../../shared/language.ts';
import { Announcer } from '../ui/announcer.tsx';
import { listenToKeys } from '../ui/commands.ts';
import { forgetTheWay, navigate, useNavigation } from '../ui/navigation.ts';
import { setNeighbours } from '../ui/neighbours.ts';
import { cardWith, clientPageWith, clientWorkWith, playbookWith } from '../ui/test-data.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { ClientPage } from './client-page.tsx';
import { useClients } from './client-store.ts';

let leave = () => {};
let stopKeys = () => {};

function replyTo(name: string, input: unknown): unknown {
  const id = typeof input === 'object' && input !== null && 'clientId' in input ? String(input.clientId) : '';
  switch (name) {
    case 'clients.playbook':
      return { ok: true, value: { revision: 1, playbook: playbookWith() } };
    case 'clients.work':
      return { ok: true, value: { revision: 1, work: clientWorkWith() } };
    case 'clients.signals':
      return { ok: true, value: { revision: 1, marks: [], dismissed: [] } };
    default:
      return { ok: true, value: { revision: 1, page: clientPageWith({ card: cardWith({ id, name: id }) }) } };
  }
}

function Window() {
  const route = useNavigation((navigation) => navigation.route);
  return (
    <>
      {route.name === 'client' && <ClientPage clientId={route.clientId} notes={() => <p>Notes</p>} />}
      <Announcer />
    </>
  );
}

async function heard(sentence: string): Promise<void> {
  await expect.element(page.getByRole('status').filter({ hasText: sentence })).toBeInTheDocument();
}

async function open(language: Language): Promise<void> {
  leave = show(<Window />, language);
  await seen('Alder');
}

async function seen(name: string): Promise<void> {
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(name);
}

beforeEach(() => {
  answerBy(replyTo);
  stopKeys = listenToKeys();
  navigate({ name: 'client', clientId: 'Alder' });
  setNeighbours({ stage: 'stable', clientIds: ['Alder', 'Birch', 'Cedar'] });
});

afterEach(() => {
  leave();
  stopKeys();
  setNeighbours(null);
  forgetTheWay();
  useClients.setState({ page: null, revision: -1, status: 'loading' });
});

test('Alt with arrows leads along the column the client was opened from, as far as it goes', async () => {
  await open('en');
  await expect.element(page.getByText('1 of 3 in Steady')).toBeVisible();
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await heard('This is the first client of the column');
  await seen('Alder');
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await seen('Birch');
  await expect.element(page.getByText('2 of 3 in Steady')).toBeVisible();
  await page.getByRole('button', { name: /^Next client/ }).click();
  await seen('Cedar');
  await expect.element(page.getByRole('button', { name: /^Next client/ })).toBeDisabled();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await heard('This is the last client of the column');
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await seen('Birch');
});

test('the place is told in Russian, and not at all while the column is not known', async () => {
  await open('ru');
  await expect.element(page.getByText('1 из 3 в «Стабильности»')).toBeVisible();
  setNeighbours(null);
  await expect.element(page.getByText(/из 3/)).not.toBeInTheDocument();
});
