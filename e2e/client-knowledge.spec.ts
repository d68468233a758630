import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { ClientPage } from './client-page.ts';
import { openPlaybook, openPlaybookTab, typeInto } from './playbook-page.ts';

const command = () => ({ commandId: randomUUID() });

/** One of a few, from the menu of its chip. */
async function choose(page: Page, chip: string | RegExp, choice: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: chip }).click();
  await page.getByRole('menuitem', { name: choice, exact: true }).click();
}

test('a mini-audit rates its topics with what was seen, and names the one first lever', async ({ app }) => {
  await openPlaybook(app, 'honeymoon');
  const { page } = app;
  const audit = page.getByRole('button', { name: /^Mini-audit/ });
  await expect(audit).toHaveAccessibleName('Mini-audit not begun');
  const score = (topic: string) => page.getByRole('radiogroup', { name: `Score: ${topic}` });
  await score('Business processes').getByRole('radio', { name: '2' }).click();
  await score('Best-margin products').getByRole('radio', { name: '4' }).click();
  await expect(audit).toHaveAccessibleName('Mini-audit 2 of 5 rated');
  await typeInto(page, 'Evidence: Business processes: What shows it', 'Orders are copied by hand');
  await typeInto(page, 'Open question: Business processes: What is still to be asked', 'Who copies them on holidays?');
  await typeInto(page, /^First lever: What to redo first/, 'Orders straight into the store');

  await app.restart();
  const { page: again } = app;
  await openPlaybookTab(again);
  const kept = (topic: string, value: string) =>
    again.getByRole('radiogroup', { name: `Score: ${topic}` }).getByRole('radio', { name: value });
  await expect(kept('Business processes', '2')).toBeChecked();
  await expect(kept('Best-margin products', '4')).toBeChecked();
  await expect(again.getByRole('button', { name: /: Who copies them on holidays\?$/ })).toBeVisible();
  const lever = again.getByRole('region', { name: 'First lever' });
  await expect(lever.getByRole('button', { name: 'First lever: Orders straight into the store' })).toBeVisible();
  // Pressed once more, a score is taken back.
  await kept('Best-margin products', '4').click();
  await expect(again.getByRole('button', { name: 'Mini-audit 1 of 5 rated' })).toBeVisible();
  await again.keyboard.press('Control+z');
  await expect(kept('Best-margin products', '4')).toBeChecked();
});

test('an intent check keeps who said what and asks again after half a year; an insight is linked to report and figure', async ({
  app,
}) => {
  const clientId = await openPlaybook(app, 'stable');
  const { page } = app;
  await app.call('clients.addContact', { ...command(), clientId, name: 'Marina' });
  const section = page.getByRole('button', { name: /^Intent checks/ });
  await expect(section).toHaveAccessibleName('Intent checks never asked');
  await section.click();
  await page.getByRole('button', { name: 'Write down an answer' }).click();
  const form = page.getByRole('dialog', { name: 'New intent check' });
  await form.getByRole('radio', { name: 'No plan' }).click();
  await form.getByRole('combobox', { name: 'Who said it' }).fill('Mar');
  await page.getByRole('option', { name: 'Marina' }).click();
  await expect(page.getByRole('listbox')).toBeHidden();
  await form.getByRole('textbox', { name: 'In their words' }).fill('We live from month to month');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(section).toHaveAccessibleName('Intent checks No plan, today');
  await expect(page.getByRole('button', { name: 'Who said it: Marina' })).toBeVisible();
  await choose(page, 'Plan of development: No plan', 'There is a plan');
  await expect(section).toHaveAccessibleName('Intent checks There is a plan, today');

  await page.getByRole('tab', { name: 'Notes' }).click();
  const history = new ClientPage(page).history();
  await expect(history).toContainText('We live from month to month');
  await page.getByRole('tab', { name: 'Playbook' }).click();
  const [check] = (await app.call('clients.playbook', { clientId })).playbook.intentChecks;
  await app.call('clients.editIntentCheck', { ...command(), checkId: check?.id ?? '', checkedOn: '2024-02-01' });
  await expect(section).toHaveAccessibleName('Intent checks Ask again');
  await expect(page.getByText('The last answer is more than half a year old. Ask again.')).toBeVisible();

  await app.call('clients.addReport', {
    ...command(),
    clientId,
    kind: 'quarter',
    period: '2026-Q1',
    sentOn: '2026-04-10',
    summary: '',
  });
  await app.call('clients.addKpi', {
    ...command(),
    clientId,
    name: 'Repeat orders',
    unit: '%',
    target: '30',
    direction: 'up',
    businessGoal: '',
  });
  await page.getByRole('button', { name: /^Insights/ }).click();
  await page.getByRole('button', { name: 'Add an insight' }).click();
  const insight = page.getByRole('dialog');
  await insight.getByRole('radio', { name: 'Global problem' }).click();
  await insight.getByRole('textbox', { name: 'What we told' }).fill('Nobody owns the store data');
  await insight.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('button', { name: 'What it is: Global problem' })).toBeVisible();
  await choose(page, 'What became of it: Told', 'Accepted');
  await choose(page, 'Report it came from: From a report', /^Report: Q1.2026$/);
  await choose(page, 'Figure it moved: Moved a figure', 'Repeat orders');
  await expect(page.getByRole('button', { name: 'Figure it moved: Repeat orders' })).toBeVisible();

  await app.restart();
  await openPlaybookTab(app.page);
  await app.page.getByRole('button', { name: /^Insights/ }).click();
  await expect(app.page.getByRole('button', { name: /^Report it came from: Report: / })).toContainText('2026');
  await expect(app.page.getByRole('button', { name: 'What became of it: Accepted' })).toBeVisible();
  await choose(app.page, 'Figure it moved: Repeat orders', 'No figure');
  const free = app.page.getByRole('button', { name: 'Figure it moved: Moved a figure' });
  await expect(free).toBeVisible();
  await app.page.keyboard.press('Control+z');
  await expect(app.page.getByRole('button', { name: 'Figure it moved: Repeat orders' })).toBeVisible();
});
