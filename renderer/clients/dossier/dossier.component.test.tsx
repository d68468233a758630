import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ClientPage, DossierLine } from '../../../shared/contract/clients.ts';
import type { Asset } from '../../../shared/contract/handoff.ts';
import { addDays } from '../../../shared/calendar.ts';
import { today } from '../../ui/clock.ts';
import { cardWith, clientPageWith, contactWith } from '../../ui/test-data.ts';
import { answerBy, show } from '../../ui/testing.tsx';
import { clearToasts } from '../../ui/toast.ts';
import { Dossier } from './dossier.tsx';

let leave = () => {};
afterEach(() => {
  leave();
  clearToasts();
});

let sent: { readonly name: string; readonly input: unknown }[] = [];

function open(client: ClientPage, assets: readonly Asset[] = [], language: 'en' | 'ru' = 'en'): void {
  sent = [];
  answerBy((name, input) => {
    if (name === 'clients.assets') return { ok: true, value: { revision: 1, assets } };
    sent.push({ name, input });
    return { ok: true, value: { revision: 2, page: client } };
  });
  leave = show(<Dossier page={client} />, language);
}

const line = (kind: string, text: string, decidedOn: string | null = null): DossierLine => ({
  id: text,
  kind,
  text,
  decidedOn,
});

const account = (name: string, renewalOn: string | null = null): Asset => ({
  id: name,
  name,
  whereKept: '',
  heldBy: '',
  goesTo: 'client',
  state: 'not_started',
  stateOn: null,
  owner: '',
  admin: '',
  payer: '',
  renewalOn,
  rotatedOn: null,
  place: 'a0',
});

const region = (name: string) => page.getByRole('region', { name });
const rowOf = (place: ReturnType<typeof region>, index: number) =>
  place.getByRole('row').elements()[index]?.textContent ?? '';

test.each([
  ['en', 'Nobody is known here yet: who sets the tasks, who accepts?'],
  ['ru', 'Здесь пока никого не знаем: кто ставит задачи, кто принимает?'],
] as const)('where nobody is known it is asked once who does what, in %s', async (language, words) => {
  open(clientPageWith(), [], language);
  await expect.element(page.getByText(words)).toBeVisible();
  await expect.element(page.getByText(/^(Nobody is known yet|Пока никого)/)).not.toBeInTheDocument();
});

test('after the parting nobody asks any more', async () => {
  open(clientPageWith({ card: cardWith({ stage: 'ended' }) }));
  await expect.element(page.getByText('Nobody is known yet')).toBeVisible();
  await expect.element(page.getByRole('list', { name: 'What is missing' })).not.toBeInTheDocument();
});

test('after the parting nothing is missed', async () => {
  open(clientPageWith({ card: cardWith({ stage: 'ended' }), contacts: [contactWith('Marina')] }));
  await expect.element(page.getByRole('checkbox', { name: 'Marina: decides' })).toBeInTheDocument();
  await expect.element(page.getByRole('list', { name: 'What is missing' })).not.toBeInTheDocument();
});

test('who left stands last with the day, and what nobody does any more is said', async () => {
  const left = contactWith('Igor', { acceptsResults: true, leftOn: '2024-03-12' });
  open(clientPageWith({ contacts: [left, contactWith('Marina', { setsTasks: true })] }));
  const people = region('People at the client');
  await expect.poll(() => rowOf(people, 1)).toMatch(/^Marina/);
  await expect.poll(() => rowOf(people, 2)).toMatch(/^Igor.*Mar\s12,\s2024/);
  await expect.element(people.getByText('Nobody accepts results: ask whose word is the last')).toBeVisible();
  await expect.element(people.getByText(/Nobody sets tasks/)).not.toBeInTheDocument();
});

test('a person is changed cell by cell, each one command', async () => {
  open(clientPageWith({ contacts: [contactWith('Marina')] }));
  await page.getByRole('checkbox', { name: 'Marina: accepts results' }).click({ force: true });
  await expect.poll(() => sent.at(-1)?.input).toMatchObject({ contactId: 'Marina', acceptsResults: true });
  await page.getByRole('button', { name: 'Role (Marina): marketing' }).click();
  await page.getByRole('menuitem', { name: 'CTO' }).click();
  await expect.poll(() => sent.at(-1)?.input).toMatchObject({ contactId: 'Marina', role: 'cto' });
  await page.getByRole('button', { name: 'email (Marina): email' }).click();
  await userEvent.keyboard('marina@alder.example{Enter}');
  await expect.poll(() => sent.at(-1)?.input).toMatchObject({ email: 'marina@alder.example' });
  expect(sent).toHaveLength(3);
});

test('a decision is written down with today as its day, which can be changed', async () => {
  open(clientPageWith({ dossier: [line('decision', 'We stay', '2024-03-12')] }));
  await page.getByRole('button', { name: 'New line: Decisions: Add a line' }).click();
  await userEvent.keyboard('No second shop{Control>}{Enter}{/Control}');
  await expect
    .poll(() => sent)
    .toMatchObject([{ input: { kind: 'decision', text: 'No second shop', decidedOn: today() } }]);
  await page.getByRole('button', { name: 'Decided on (We stay): Mar 12, 2024' }).click();
  await page.getByRole('button', { name: 'Without a date' }).click();
  await expect.poll(() => sent.at(-1)?.input).toMatchObject({ lineId: 'We stay', decidedOn: null });
});

test('lines move among their own and are deleted from their menu', async () => {
  const lines = ['First', 'Second', 'Third'].map((text) => line('watch', text));
  open(clientPageWith({ dossier: [line('decision', 'Other'), ...lines] }));
  const choose = async (text: string, item: string) => {
    await page.getByRole('button', { name: `More: ${text}` }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await choose('Third', 'Move up');
  await expect.poll(() => sent.at(-1)?.input).toMatchObject({ lineId: 'Third', after: 'First' });
  await choose('Second', 'Move up');
  await expect.poll(() => sent.at(-1)?.input).toMatchObject({ lineId: 'Second', after: null });
  await choose('First', 'Move down');
  await expect.poll(() => sent.at(-1)?.input).toMatchObject({ lineId: 'First', after: 'Second' });
  await choose('First', 'Delete');
  await expect.poll(() => sent.at(-1)).toMatchObject({ name: 'clients.deleteDossierLine' });
  await page.getByRole('button', { name: 'More: Third' }).click();
  const down = page.getByRole('menuitem', { name: /^Move down/ });
  await expect.element(down).toHaveAttribute('aria-disabled', 'true');
  await expect.element(page.getByText('it is the last')).toBeVisible();
});

test('accounts stand by their renewal, and one that comes or has passed is said in words', async () => {
  const assets = [
    account('Mail'),
    account('Hosting', addDays(today(), 200)),
    account('Domain', addDays(today(), 12)),
    account('Maps', addDays(today(), -3)),
  ];
  open(clientPageWith(), assets);
  const accounts = region('Systems and accounts');
  await expect.element(accounts.getByText('2\u00a0renewals soon')).toBeVisible();
  await expect.poll(() => rowOf(accounts, 1)).toMatch(/^Maps.*it was 3\u00a0days ago/);
  await expect.poll(() => rowOf(accounts, 2)).toMatch(/^Domain.*in 12\u00a0days/);
  await expect.poll(() => rowOf(accounts, 3)).toMatch(/^Hosting/);
  await expect.poll(() => rowOf(accounts, 4)).toMatch(/^Mail/);
});

test('an account is added by its name; every cell warns of a secret', async () => {
  open(clientPageWith(), [account('Domain')]);
  await page.getByRole('button', { name: 'New account: Add an account' }).click();
  await userEvent.keyboard('Hosting{Enter}');
  await expect.poll(() => sent.at(-1)).toMatchObject({ name: 'clients.addAsset', input: { name: 'Hosting' } });
  for (const cell of ['Owner (Domain)', 'Admin (Domain)', 'Pays (Domain)', 'Where it is kept (Domain)', 'What']) {
    await page.getByRole('button', { name: `${cell}: `, exact: false }).click();
    await userEvent.keyboard('password: Tr0ub4dor&3x');
    await expect.element(page.getByText(/^This looks like a password or a key/)).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText(/^This looks like a password or a key/)).not.toBeInTheDocument();
  }
  expect(sent).toHaveLength(1);
});

test('says whether it could be handed over in a month, and leads to what is missing', async () => {
  const setsTasks = contactWith('Pavel', { setsTasks: true, acceptsResults: true, isTechnical: true });
  const dossier = [line('how_it_works', 'Stock from 1C'), line('decision', 'Stay on the ERP', '2026-05-01')];
  const hosting = { ...account('Hosting'), owner: 'us', whereKept: 'the vault' };
  open(clientPageWith({ contacts: [setsTasks], dossier }), [hosting, { ...account('Mail'), owner: 'client' }]);
  const gauge = region('Could we hand over in a month?');
  await expect.element(gauge.getByText('Not yet: too much is only in our heads')).toBeVisible();
  await expect.element(gauge.getByText('7 of 11')).toBeVisible();
  expect(
    gauge
      .getByRole('button')
      .elements()
      .map((each) => each.textContent),
  ).toEqual([
    'Unwritten agreements are not written down',
    'Known defects and workarounds are not written down',
    'Not said where it is kept: Mail',
    'In our name: Hosting',
  ]);
  await userEvent.click(gauge.getByRole('button', { name: 'Unwritten agreements are not written down' }));
  await expect.element(page.getByRole('button', { name: /^New line: Unwritten agreements/ })).toHaveFocus();
});
