import { randomUUID } from 'node:crypto';
import { expect, test } from './app.ts';
import { openAttention, wayToAttention } from './attention-page.ts';
import type { Program } from './program.ts';

/** A client for whom we promised something weeks ago. */
async function lateClient(app: Program, name: string): Promise<void> {
  await app.call('settings.finishFirstRun', {
    commandId: randomUUID(),
    agencyName: 'Quarta Bureau',
    partners: ['Vera L.'],
    language: 'en',
  });
  const { card } = await app.call('board.createClient', { commandId: randomUUID(), name, stage: 'stable' });
  await app.call('clients.addTask', {
    commandId: randomUUID(),
    clientId: card.id,
    title: 'Send the estimate',
    side: 'agency',
    person: '',
    dueOn: '2026-01-12',
  });
}

test('a row is snoozed with a reason, and woken up', async ({ app }) => {
  await lateClient(app, 'Alder Furniture');
  const { page } = app;
  await expect(wayToAttention(page)).toHaveText(/1$/);
  await openAttention(page);
  const row = page.getByRole('region', { name: 'Today' }).getByRole('listitem');
  await expect(row).toContainText(/Send the estimate: \d+\sdays late/);
  await page.getByRole('button', { name: 'Snooze: Alder Furniture' }).click();
  await page.keyboard.type('They are moving offices');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'All is calm' })).toBeVisible();
  await expect(wayToAttention(page)).toHaveText('Attention');
  await page.getByRole('button', { name: 'Snoozed (1)' }).click();
  await expect(page.getByText(/^Until .+: They are moving offices$/)).toBeVisible();
  await page.getByRole('button', { name: 'Wake up: Alder Furniture' }).click();
  await expect(page.getByRole('button', { name: 'Reschedule' })).toBeVisible();
  await expect(wayToAttention(page)).toHaveText(/1$/);
});

test('the notification names a number, and a press on it leads to Attention', async ({ app }) => {
  // The day's own would come between, at some hours.
  await app.call('settings.setReminder', { isOn: false });
  await lateClient(app, 'Alder Furniture');
  const { page } = app;
  await page.keyboard.press('Control+Comma');
  await page.getByRole('button', { name: 'Reminders' }).click();
  await page.getByRole('button', { name: 'Show one now' }).click();
  const notified = () => app.desk().flatMap((entry) => entry.notified ?? []);
  await expect.poll(notified).toEqual([{ title: 'Attention', body: '1\u00a0client is waiting for you' }]);
  // The desktop's own cannot be pressed by a test: another one takes its place, which is pressed at once.
  await page.evaluate(() => {
    window.Notification = class extends window.Notification {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options);
        this.addEventListener('show', () => setTimeout(() => this.dispatchEvent(new Event('click')), 50));
      }
    };
  });
  // By key: a click would be tried again on the page that has come instead.
  await page.getByRole('button', { name: 'Show one now' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Attention' })).toBeVisible();
  await expect(page.getByText('Alder Furniture')).toBeVisible();
  expect(await page.evaluate(() => Notification.permission)).toBe('denied');
});

test.describe('in the example', () => {
  test.use({ program: { args: ['--sample'] } });

  test('a report that went out is marked, and that is taken back', async ({ app: { page } }) => {
    await openAttention(page);
    const report = page.getByRole('listitem').filter({ hasText: /The report for .* North|North Wind.*The report for/ });
    await report.getByRole('button', { name: 'Mark as sent' }).click();
    await expect(report).toHaveCount(0);
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect(report).toHaveCount(1);
  });
});
