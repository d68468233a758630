import { addAlder } from './alder.ts';
import { expect, test } from './app.ts';
import { ClientPage } from './client-page.ts';

test('a template that the partner changed is put below what is written, over a restart', async ({ app }) => {
  await addAlder(app, 'stable');
  const { page } = app;
  await page.getByRole('button', { name: /^Settings/ }).click();
  await page.getByRole('button', { name: 'Note templates' }).click();
  await page.getByRole('button', { name: /^Weekly call/ }).click();
  const text = page.getByRole('button', { name: /^Text of the template: Weekly call/ });
  await text.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('# Our Monday\n\n- What hurts?\n\n[ ] Send the summary, by tomorrow');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: /^Weekly call.*changed/ })).toBeVisible();

  await app.restart();
  const client = new ClientPage(app.page);
  await client.open('Alder');
  await client.beginNote();
  await client.type('They were kind.');
  await app.page.keyboard.press('Alt+Digit2');
  await app.page.getByRole('button', { name: 'Template', exact: true }).click();
  await app.page.getByRole('menu', { name: 'Template' }).getByRole('menuitem').first().click();
  await expect(client.text()).toBeFocused();
  await client.type(' Dates');
  await client.untilSaved();
  await expect(client.text()).toContainText('They were kind.');
  await expect(client.text()).toContainText('What hurts? Dates');
  await expect(client.section('Next step')).toContainText('Send the summary');

  await client.finish();
  await app.page.getByRole('button', { name: /^Settings/ }).click();
  await app.page.getByRole('button', { name: 'Note templates' }).click();
  await app.page.getByRole('button', { name: /^Weekly call/ }).click();
  await app.page.getByRole('button', { name: 'Bring back the original' }).click();
  await expect(client.toast('The original text is back: Weekly call')).toBeVisible();
  await expect(app.page.getByRole('main')).toContainText('What the figures say');
});

test('a template of one’s own is found by / in the quick note', async ({ app }) => {
  await addAlder(app, 'stable');
  const { page } = app;
  await page.getByRole('button', { name: /^Settings/ }).click();
  await page.getByRole('button', { name: 'Note templates' }).click();
  await page.getByRole('textbox', { name: 'New template' }).fill('Check of the bill');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Text of the template: Check of the bill/ }).click();
  await page.keyboard.type('# The bill\n\n[ ] Send it');
  await page.keyboard.press('Control+Enter');
  await page
    .getByRole('button', { name: 'Remove the template Brief' })
    .or(page.getByRole('button', { name: /^Brief/ }))
    .first()
    .click();
  await page.getByRole('button', { name: 'Remove the template Brief' }).click();
  await expect(page.getByRole('button', { name: 'Bring back the template Brief' })).toBeVisible();

  const client = new ClientPage(page);
  await page.getByRole('button', { name: /^Board/ }).click();
  await client.open('Alder');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(page.getByRole('button', { name: 'Client: Alder' })).toBeVisible();
  await expect(client.text()).toBeFocused();
  await page.keyboard.type('/');
  const list = page.getByRole('listbox', { name: 'Templates' });
  await expect(list.getByRole('option')).toHaveCount(4);
  await page.keyboard.type('bill');
  await page.keyboard.press('Enter');
  await expect(client.text()).toContainText('The bill');
  await page.keyboard.press('Control+Enter');
  await expect(client.toast('Note saved: Alder')).toBeVisible();
});
