import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { CallInput } from '../shared/contract/contract.ts';
import { expect, test } from './app.ts';
import { ClientPage } from './client-page.ts';
import type { Program } from './program.ts';

const command = () => ({ commandId: randomUUID() });

async function addAlder(app: Program, people: readonly Partial<CallInput<'clients.addContact'>>[] = []) {
  await app.call('settings.finishFirstRun', {
    ...command(),
    agencyName: 'Quarta',
    partners: ['Vera Lunina'],
    language: 'en',
  });
  const { card } = await app.call('board.createClient', { ...command(), name: 'Alder', stage: 'acquaintance' });
  for (const person of people)
    await app.call('clients.addContact', { ...command(), clientId: card.id, name: 'Leo', ...person });
  return card.id;
}

async function openDossier(app: Program): Promise<ClientPage> {
  const client = new ClientPage(app.page);
  await client.open('Alder');
  await app.page.getByRole('tab', { name: 'Dossier' }).click();
  return client;
}

test('an owner who does everything is suggested as a signal, marked, and counted on the card', async ({ app }) => {
  await addAlder(app, [{ role: 'owner', decides: true, setsTasks: true, acceptsResults: true, pays: true }]);
  const { page } = app;
  const client = new ClientPage(page);
  await client.open('Alder');
  const signals = client.section('Signals');
  const suggestion = signals.getByRole('group', { name: /^Suggested signal: The owner does everything/ });
  await suggestion.getByRole('button', { name: 'Mark it' }).click();
  await expect(suggestion).toBeHidden();
  await expect(signals.getByRole('heading', { name: /^The owner does everything/ })).toBeVisible();
  await expect(signals).toContainText('Leo decides, sets tasks, accepts results and pays');
  await page.keyboard.press('Escape');
  const card = page.getByRole('article', { name: 'Alder' });
  await expect(card).toContainText('1 open flag');

  await client.open('Alder');
  await signals.getByRole('button', { name: /^More: / }).click();
  await page.getByRole('menuitem', { name: 'No longer true' }).click();
  await expect(suggestion).toBeVisible();
  await expect(suggestion.getByRole('button', { name: 'Not a signal' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(suggestion).toBeHidden();
  await page.keyboard.press('Escape');
  await client.open('Alder');
  await expect(signals).toContainText('Not enough data');
  await expect(signals.getByRole('heading', { name: 'The owner does everything himself' })).toBeHidden();
  await expect(suggestion).toBeHidden();
});

test('what nobody does is said, until somebody does it; who left was not there', async ({ app }) => {
  await addAlder(app, [
    { name: 'Marina', setsTasks: true },
    { name: 'Igor', leftOn: '2026-01-10' },
  ]);
  const { page } = app;
  const client = await openDossier(app);
  const warning = client.section('People').getByText(/^Nobody accepts results/);
  await expect(warning).toBeVisible();
  await page.getByRole('checkbox', { name: 'Marina: accepts results' }).press('Space');
  await expect(warning).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(warning).toBeVisible();

  await page.getByRole('tab', { name: 'Notes' }).click();
  await client.beginNote();
  await page.getByRole('button', { name: 'Who was there' }).click();
  await expect(page.getByRole('checkbox', { name: 'Marina' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Igor' })).toBeHidden();
});

test('a person is changed beside the notes, one thing at a time, and each can be taken back', async ({ app }) => {
  await addAlder(app, [{ name: 'Marina' }]);
  const { page } = app;
  const client = new ClientPage(page);
  await client.open('Alder');
  const people = client.section('People');
  await people.getByRole('button', { name: /^Marina/ }).press('Enter');
  await people.getByRole('button', { name: 'Phone (Marina): —' }).press('Enter');
  await page.keyboard.type('+1 555 0100');
  await page.keyboard.press('Enter');
  await expect(people.getByRole('button', { name: 'Phone (Marina): +1 555 0100' })).toBeFocused();
  await people.getByRole('checkbox', { name: 'decides' }).press('Space');
  await expect(people.getByRole('button', { name: /^Marina.*decides/, expanded: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(people.getByRole('checkbox', { name: 'decides' })).not.toBeChecked();
  await expect(people.getByRole('checkbox', { name: 'decides' })).toBeFocused();
  await expect(people.getByRole('button', { name: 'Phone (Marina): +1 555 0100' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(people.getByRole('button', { name: 'Phone (Marina): —' })).toBeVisible();
});

test('what a successor will need is written down line by line, put in order, a decision with its day', async ({
  app,
}) => {
  await addAlder(app);
  const { page } = app;
  await openDossier(app);
  const write = async (list: string, ...lines: readonly string[]) => {
    await page.getByRole('button', { name: `New line: ${list}: Add a line` }).click();
    for (const [index, line] of lines.entries()) {
      if (index > 0) await page.keyboard.press('Enter');
      await page.keyboard.type(line);
    }
    await page.keyboard.press('Control+Enter');
    const first = lines[0] ?? '';
    await expect(
      page.getByRole('region', { name: list }).getByRole('button', { name: `More: ${first}` }),
    ).toBeAttached();
  };
  await write('Map of the project', 'The shop runs on their own server', 'Stock comes from the ERP every hour');
  await write('Unwritten agreements', 'No releases on Fridays');
  await write('Known defects and workarounds', 'Labels are printed twice');
  await write('Known defects and workarounds', 'The night import stops');
  await write('Decisions', 'We stay with our own shop');
  const decisions = page.getByRole('region', { name: 'Decisions' });
  await decisions.getByRole('button', { name: /^Decided on/ }).click();
  await page.getByRole('spinbutton', { name: /^year/ }).click();
  await page.keyboard.type('2024');
  await page.keyboard.press('Enter');
  await expect(decisions.getByRole('listitem').first()).toContainText(/2024.*We stay with our own shop/s);
  await page.getByRole('button', { name: 'More: The night import stops' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Move up' }).press('Enter');
  const line = (of: Page, list: string, place: number) =>
    of.getByRole('region', { name: list }).getByRole('listitem').nth(place);
  await expect(line(page, 'Known defects and workarounds', 0)).toContainText('The night import stops');

  await app.restart();
  await openDossier(app);
  const { page: again } = app;
  await expect(line(again, 'Map of the project', 0)).toContainText(/own server\nStock comes/);
  await expect(line(again, 'Unwritten agreements', 0)).toContainText('No releases on Fridays');
  await expect(line(again, 'Known defects and workarounds', 0)).toContainText('The night import stops');
  await expect(line(again, 'Known defects and workarounds', 1)).toContainText('Labels are printed twice');
  await expect(line(again, 'Decisions', 0)).toContainText(/2024.*We stay with our own shop/s);
  // Agreements stand beside the notes as well.
  await expect(new ClientPage(again).section('Agreements')).toContainText('No releases on Fridays');
  await again.keyboard.press('Control+z');
  await expect(line(again, 'Known defects and workarounds', 0)).toContainText('Labels are printed twice');
});

test('an account is kept without its secret, and its renewal is said in words', async ({ app }) => {
  const clientId = await addAlder(app);
  const { page } = app;
  await openDossier(app);
  const accounts = page.getByRole('region', { name: 'Systems and accounts' });
  await accounts.getByRole('button', { name: 'New account: Add an account' }).click();
  await page.keyboard.type('Domain');
  await page.keyboard.press('Enter');

  await accounts.getByRole('button', { name: 'Owner (Domain): —' }).click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(accounts.getByRole('button', { name: 'Owner (Domain): us' })).toBeFocused();
  await accounts.getByRole('button', { name: 'Admin (Domain): —' }).click();
  await page.keyboard.type('Vera');
  await page.getByRole('option', { name: 'Vera Lunina' }).click();
  await expect(accounts.getByRole('button', { name: 'Admin (Domain): Vera Lunina' })).toBeFocused();

  await accounts.getByRole('button', { name: 'Where it is kept (Domain): —' }).click();
  await page.keyboard.type('password: Tr0ub4dor&3x');
  await expect(accounts.getByText(/^This looks like a password or a key/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(accounts.getByText(/^This looks like a password or a key/)).toBeHidden();

  const { assets } = await app.call('clients.assets', { clientId });
  const soon = await page.evaluate(() => {
    const day = new Date(Date.now() + 12 * 86_400_000);
    return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  });
  await app.call('clients.editAsset', { ...command(), assetId: assets[0]?.id ?? '', renewalOn: soon });
  await expect(accounts.getByText(/^in 12\sdays$/)).toBeVisible();
  await expect(accounts.getByText(/^1\srenewal soon$/)).toBeVisible();
});
