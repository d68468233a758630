import type { Page } from '@playwright/test';
import { addAlder } from './alder.ts';
import { expect, test } from './app.ts';
import { ClientPage } from './client-page.ts';
import { dayFromNow, typeDay } from './days.ts';

interface Person {
  readonly name: string;
  readonly role: string;
  readonly does: readonly string[];
}

/** From the page of the client. */
async function addPerson(page: Page, { name, role, does }: Person): Promise<void> {
  await new ClientPage(page).section('People').getByRole('button', { name: 'Add a person' }).click();
  const form = page.getByRole('dialog', { name: 'New contact' });
  await form.getByRole('textbox', { name: 'Name' }).fill(name);
  await form.getByRole('button', { name: /Role$/ }).click();
  await page.getByRole('option', { name: role, exact: true }).click();
  for (const duty of does) await form.getByRole('checkbox', { name: duty }).press('Space');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(form).toBeHidden();
}

test('people are added with what they are and do; what nobody does, and who does everything, follows them', async ({
  app,
}) => {
  await addAlder(app, 'acquaintance');
  const { page } = app;
  const client = new ClientPage(page);
  await client.open('Alder');
  const people = client.section('People');
  const nobodyAccepts = people.getByText(/^Nobody accepts results/);
  const suggestion = client
    .section('Signals')
    .getByRole('group', { name: /^Suggested signal: The owner does everyth/ });
  await addPerson(page, { name: 'Marina', role: 'marketing', does: ['sets tasks', 'technical'] });
  await expect(people.getByRole('listitem').filter({ hasText: 'Marina' })).toContainText('marketing, sets tasks');
  await expect(nobodyAccepts).toBeVisible();
  await expect(suggestion).toBeHidden();
  await addPerson(page, { name: 'Leo', role: 'owner', does: ['decides', 'sets tasks', 'accepts results', 'pays'] });
  await expect(nobodyAccepts).toBeHidden();
  await expect(suggestion).toContainText('Leo decides, sets tasks, accepts results and pays');

  await page.getByRole('tab', { name: 'Dossier' }).click();
  await page.getByRole('button', { name: 'Left on (Leo): —' }).click();
  await typeDay(page.getByRole('dialog'), dayFromNow(-3));
  await page.keyboard.press('Enter');
  await expect(nobodyAccepts).toBeVisible();
  await expect(suggestion).toBeHidden();

  await app.restart();
  const { page: again } = app;
  const after = new ClientPage(again);
  await after.open('Alder');
  await expect(after.section('People').getByRole('listitem').filter({ hasText: 'Leo' })).toContainText(/owner, left /);
  await again.getByRole('tab', { name: 'Dossier' }).click();
  const does = (name: string, duty: string) => again.getByRole('checkbox', { name: `${name}: ${duty}` });
  await expect(again.getByRole('button', { name: 'Role (Marina): marketing' })).toBeVisible();
  await expect(does('Marina', 'technical')).toBeChecked();
  await expect(does('Leo', 'technical')).not.toBeChecked();
  for (const duty of ['decides', 'sets tasks', 'accepts results', 'pays'])
    await expect(does('Leo', duty)).toBeChecked();
  await again.keyboard.press('Control+z');
  await expect(again.getByRole('button', { name: 'Left on (Leo): —' })).toBeVisible();
  await expect(after.section('People').getByText(/^Nobody accepts results/)).toBeHidden();
  await again.keyboard.press('Control+z');
  await expect(again.getByRole('row', { name: /Leo/ })).toHaveCount(0);
});
