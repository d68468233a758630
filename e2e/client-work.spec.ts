import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { addAlder } from './alder.ts';
import { expect, test } from './app.ts';
import { ClientPage } from './client-page.ts';
import { dayFromNow, typeDay, yearsAgo } from './days.ts';
import type { Program } from './program.ts';

const command = () => ({ commandId: randomUUID() });

async function openWork(app: Program): Promise<{ readonly client: ClientPage; readonly clientId: string }> {
  const clientId = await addAlder(app, 'stable', '2020-01-15');
  const client = new ClientPage(app.page);
  await client.open('Alder');
  await app.page.getByRole('tab', { name: 'Work' }).click();
  return { client, clientId };
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

/** Of the only report: to the last quarter but one, and back by undo. */
async function movePeriodAndBack(page: Page, reports: Locator): Promise<void> {
  const period = reports.getByRole('button', { name: /^Period: / });
  const before = (await period.textContent()) ?? '';
  await period.click();
  const quarter = page.getByRole('menuitem', { name: /^Q\d/ }).nth(2);
  const after = (await quarter.textContent()) ?? '';
  await quarter.click();
  await expect(period).toHaveText(after);
  await expect(period).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(period).toHaveText(before);
}

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
  await movePeriodAndBack(page, reports);

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

test('an earlier engagement that ended is added with its reason, and the time with us counts from it', async ({
  app,
}) => {
  await addAlder(app, 'stable', yearsAgo(2));
  const { page } = app;
  const client = new ClientPage(page);
  await client.open('Alder');
  await page.getByRole('tab', { name: 'Work' }).click();
  const engagements = region(app, 'Engagements');
  const tenure = page.getByRole('button', { name: /^with us / });
  await expect(tenure).toHaveText(/^with us 2\syr$/);
  await engagements.getByRole('button', { name: 'Add an engagement' }).click();
  const form = page.getByRole('dialog', { name: 'New engagement' });
  await form.getByRole('button', { name: /Kind$/ }).click();
  await page.getByRole('option', { name: 'Support' }).click();
  await form.getByRole('textbox', { name: 'Name' }).fill('The old shop');
  await typeDay(form.getByRole('group', { name: 'Start' }), yearsAgo(5));
  await typeDay(form.getByRole('group', { name: 'End' }), yearsAgo(6));
  await expect(form.getByText('Work cannot end before it starts.')).toBeVisible();
  await typeDay(form.getByRole('group', { name: 'End' }), yearsAgo(4));
  await form.getByRole('textbox', { name: 'Why it ends' }).fill('They moved to a new shop');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(form).toBeHidden();
  await expect(tenure).toHaveText(/^with us 5\syr$/);
  await expect(engagements).toContainText(/With us 5\syr, 5\syears together today/);

  await app.restart();
  await new ClientPage(app.page).open('Alder');
  await app.page.getByRole('tab', { name: 'Work' }).click();
  const kept = region(app, 'Engagements').getByRole('listitem', { name: 'The old shop' });
  await expect(kept).toContainText('Support');
  await expect(kept).toContainText('They moved to a new shop');
  const again = app.page.getByRole('button', { name: /^with us / });
  await expect(again).toHaveText(/^with us 5\syr$/);
  await app.page.keyboard.press('Control+z');
  await expect(kept).toHaveCount(0);
  await expect(again).toHaveText(/^with us 2\syr$/);
});

test('a figure has a goal and what it is for; a value typed stands in the table of its line', async ({ app }) => {
  const { clientId } = await openWork(app);
  const { page } = app;
  await region(app, 'Figures').getByRole('button', { name: 'Add a figure' }).click();
  await page.getByRole('textbox', { name: 'What is measured' }).fill('Repeat orders');
  await page.getByRole('textbox', { name: 'Goal' }).fill('30');
  await page.getByRole('textbox', { name: 'Unit' }).fill('%');
  await page.keyboard.press('Enter');
  const figure = page.getByRole('listitem', { name: 'Repeat orders' });
  await figure.getByRole('button', { name: /^Business goal: / }).click();
  await page.keyboard.type('Fewer discounts');
  await page.keyboard.press('Enter');
  await expect(figure.getByRole('button', { name: 'Business goal: Fewer discounts' })).toBeVisible();
  const [kpi] = (await app.call('clients.work', { clientId })).work.kpis;
  const readings = [-70, -35].map((days, index) => ({
    measuredOn: dayFromNow(days),
    value: String(27 + index),
    remark: '',
  }));
  await app.call('clients.addReadings', { ...command(), kpiId: kpi?.id ?? '', readings });
  await expect(figure).toContainText('The line begins with the third');
  await figure.getByRole('button', { name: 'Write down a value: Repeat orders' }).click();
  const form = page.getByRole('dialog', { name: 'New reading' });
  await form.getByRole('textbox', { name: 'Value, %' }).fill('28,5');
  await form.getByRole('textbox', { name: 'Remark' }).fill('before the release');
  await page.keyboard.press('Enter');
  await expect(form).toBeHidden();
  await expect(figure).toContainText(/goal 30\s%/);

  await app.restart();
  await new ClientPage(app.page).open('Alder');
  await app.page.getByRole('tab', { name: 'Work' }).click();
  const kept = app.page.getByRole('listitem', { name: 'Repeat orders' });
  await expect(kept.getByRole('button', { name: 'Business goal: Fewer discounts' })).toBeVisible();
  await expect(kept.getByRole('textbox', { name: 'Goal' })).toHaveValue('30');
  await kept.getByRole('button', { name: 'Table: Repeat orders' }).press('Enter');
  const last = kept.getByRole('table', { name: 'Repeat orders' }).getByRole('row').last();
  await expect(last).toContainText(/28\.5\s%/);
  await app.page.keyboard.press('Control+z');
  await expect(kept).toContainText('The line begins with the third');
});
