import { randomUUID } from 'node:crypto';
import type { Locator } from '@playwright/test';
import { expect, test } from './app.ts';
import { ClientPage } from './client-page.ts';
import type { Program } from './program.ts';

const command = () => ({ commandId: randomUUID() });

async function openWork(app: Program): Promise<{ readonly client: ClientPage; readonly clientId: string }> {
  await app.call('settings.finishFirstRun', {
    ...command(),
    agencyName: 'Quarta',
    partners: ['Vera Lunina'],
    language: 'en',
  });
  const sinceOn = '2020-01-15';
  const reply = await app.call('board.createClient', { ...command(), name: 'Alder', stage: 'stable', sinceOn });
  const client = new ClientPage(app.page);
  await client.open('Alder');
  await app.page.getByRole('tab', { name: 'Work' }).click();
  return { client, clientId: reply.card.id };
}

const region = (app: Program, name: string): Locator => app.page.getByRole('tabpanel').getByRole('region', { name });

test('values pasted from a table become a line, and one undo takes them away', async ({ app }) => {
  const { client } = await openWork(app);
  const { page } = app;
  await region(app, 'Figures').getByRole('button', { name: 'Add a figure' }).click();
  await page.getByRole('textbox', { name: 'What is measured' }).fill('Repeat orders');
  await page.getByRole('textbox', { name: 'Goal' }).fill('a lot');
  await page.keyboard.press('Enter');
  await expect(page.getByText('A number, such as 29 or 4.5')).toBeVisible();
  await page.getByRole('textbox', { name: 'Goal' }).fill('29,5');
  await page.getByRole('textbox', { name: 'Unit' }).fill('%');
  await page.keyboard.press('Enter');
  const figure = page.getByRole('listitem', { name: 'Repeat orders' });
  await expect(figure).toContainText('Nothing is measured yet.');

  await figure.getByRole('button', { name: 'More: Repeat orders' }).click();
  await page.getByRole('menuitem', { name: 'Paste from a table…' }).click();
  const rows = 'Month;Share\nянв. 2026;27\nFeb 2026;28 %\n31.03.2026;30,25;after the release\nlater;31';
  await page.getByRole('textbox', { name: 'Rows of the table' }).fill(rows);
  await expect(page.getByRole('table', { name: 'What was understood' }).getByRole('row')).toHaveCount(4);
  await expect(page.getByText('line 5, no day with a year: “later;31”')).toBeVisible();
  await page.getByRole('button', { name: 'Add 3 values' }).click();
  await expect(figure).toContainText('30.25\u00a0%');
  await expect(figure).toContainText('+3.25\u00a0pp over 3\u00a0months, goal 29.5\u00a0%');
  await expect(figure).toContainText('The goal is reached');
  await expect(client.section('Repeat orders')).toContainText('Jan\u00a02026');
  await client.section('Repeat orders').getByRole('button', { name: 'Table: Repeat orders' }).click();
  await expect(client.section('Repeat orders').getByRole('row', { name: 'Feb 2026' })).toContainText('28\u00a0%');

  await page.keyboard.press('Control+z');
  await expect(figure).toContainText('Nothing is measured yet.');
});

test('a report goes out, nothing older than its agreement is owed, work ends with a reason, and the history tells of both', async ({
  app,
}) => {
  const { client, clientId } = await openWork(app);
  const { page } = app;
  await app.call('clients.agreeReports', { ...command(), clientId, reportDay: 1, reviewsQuarter: false });
  const reports = region(app, 'Reports');
  await expect(reports).toContainText('Next: report for');
  await expect(reports.getByRole('button', { name: /^Mark as sent/ })).toHaveCount(0);
  await reports.getByRole('button', { name: 'Add a report' }).click();
  await page.getByRole('dialog', { name: 'New report' }).getByRole('button', { name: 'Add', exact: true }).click();
  const sentDay = reports.getByRole('button', { name: /^Sent on / });
  await expect(sentDay).toHaveText('not sent');
  const [report] = (await app.call('clients.work', { clientId })).work.reports;
  const sentOn = new Date().toLocaleDateString('sv-SE');
  await app.call('clients.editReport', { ...command(), reportId: report?.id ?? '', sentOn });
  await expect(sentDay).toContainText('sent');
  await expect(sentDay).not.toHaveText('not sent');
  await reports.getByRole('button', { name: 'In short' }).click();
  await page.keyboard.type('Orders grew');
  await page.keyboard.press('Control+Enter');
  await expect(reports.getByRole('button', { name: 'In short: Orders grew' })).toBeVisible();

  const engagements = region(app, 'Engagements');
  await engagements.getByRole('listitem', { name: 'Project' }).hover();
  await engagements.getByRole('button', { name: 'End: Project' }).click();
  await page.getByRole('textbox', { name: 'Why it ends' }).fill('The site is live');
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await expect(engagements).toContainText('The site is live');

  await page.getByRole('tab', { name: 'Notes' }).click();
  await client.history().getByRole('radio', { name: 'Figures' }).click();
  // The filtered history is drawn anew.
  await expect(client.history()).not.toContainText('Work ended: Project');
  const sent = client.history().getByRole('button', { name: /^Report for .* is sent$/ });
  await sent.press('Enter');
  await expect(sent).toHaveAttribute('aria-expanded', 'true');
  await expect(client.history()).toContainText('Orders grew');
  await client.history().getByRole('radio', { name: 'Stages' }).click();
  await expect(client.history()).toContainText('Work ended: Project');
});

test('goals that differ are said in words, on the page and beside it', async ({ app }) => {
  const { client } = await openWork(app);
  const goals = region(app, 'Goals');
  await goals.getByRole('button', { name: /^Our goal/ }).click();
  await app.page.keyboard.type('Years together');
  await app.page.keyboard.press('Control+Enter');
  await goals.getByRole('radiogroup', { name: 'How far we look ahead' }).getByRole('radio', { name: 'years' }).click();
  const words = 'We look years ahead, they look half a year ahead.';
  await expect(app.page.getByText(words)).toHaveCount(0);
  await goals
    .getByRole('radiogroup', { name: 'How far they look ahead' })
    .getByRole('radio', { name: 'half a year' })
    .click();
  await expect(app.page.getByRole('tabpanel').getByRole('status')).toHaveText(words);
  await expect(app.page.getByRole('complementary', { name: 'About the client' })).toContainText(words);
  await expect(goals.getByRole('button', { name: 'Our goal: Years together' })).toBeVisible();
  await expect(client.name('Alder')).toBeVisible();
});
