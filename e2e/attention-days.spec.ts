import { randomUUID } from 'node:crypto';
import { addAlder } from './alder.ts';
import { expect, test } from './app.ts';
import { openAttention, wayToAttention } from './attention-page.ts';
import { ClientPage } from './client-page.ts';
import { dayFromNow } from './days.ts';
import { HandoffPage } from './handoff-page.ts';
import { writeNote } from './write-note.ts';

const command = () => ({ commandId: randomUUID() });

test('a renewal comes up in time, leads to its account, and goes when the next one is far away', async ({ app }) => {
  const clientId = await addAlder(app, 'stable');
  const asset = async (name: string, days: number) => {
    await app.call('clients.addAsset', { ...command(), clientId, name });
    const { assets } = await app.call('clients.assets', { clientId });
    const assetId = assets.find((each) => each.name === name)?.id ?? '';
    await app.call('clients.editAsset', { ...command(), assetId, renewalOn: dayFromNow(days) });
  };
  await asset('Domain', 3);
  await asset('Hosting', 200);
  const { page } = app;
  await openAttention(page);
  const row = page.getByRole('region', { name: 'This week' }).getByRole('listitem');
  await expect(row).toContainText(/Domain: renewal on /);
  await expect(row).not.toContainText('more');

  await row.getByRole('button', { name: 'Open the client: Alder' }).click();
  await expect(page.getByRole('tab', { name: 'Dossier' })).toHaveAttribute('aria-selected', 'true');
  const accounts = page.getByRole('region', { name: 'Systems and accounts' });
  await accounts.getByRole('button', { name: /^Renewal \(Domain\): / }).click();
  await page.getByRole('spinbutton', { name: /^year/ }).click();
  await page.keyboard.type(String(new Date().getFullYear() + 2));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(accounts.getByText(/renewal soon$/)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'All is calm' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(row).toContainText(/Domain: renewal on /);
});

test('“not now” comes back on its day and is answered by a next step; that step is moved to another day', async ({
  app,
}) => {
  const clientId = await addAlder(app, 'acquaintance');
  await app.call('clients.addTrial', {
    ...command(),
    clientId,
    startedOn: dayFromNow(-40),
    endsOn: dayFromNow(-10),
    successSign: 'Orders by themselves',
  });
  const [trial] = (await app.call('clients.playbook', { clientId })).playbook.trials;
  const trialId = trial?.id ?? '';
  const { page } = app;
  await openAttention(page);
  const today = page.getByRole('region', { name: 'Today' }).getByRole('listitem');
  await expect(today).toContainText('the verdicts are not said yet');
  await today.getByRole('button', { name: 'Give the verdicts: Alder' }).click();
  await expect(page.getByRole('button', { name: 'Agreed success sign: Orders by themselves' })).toBeVisible();
  await page.getByRole('region', { name: 'Our verdict' }).getByRole('radio', { name: 'Yes' }).click();
  await page.getByRole('region', { name: 'The client’s verdict' }).getByRole('radio', { name: 'Not now' }).click();
  await expect(page.getByRole('button', { name: 'Trial Not now' })).toBeVisible();
  await app.call('clients.editTrial', { ...command(), trialId, revisitOn: dayFromNow(4) });

  await page.keyboard.press('Escape');
  const week = page.getByRole('region', { name: 'This week' }).getByRole('listitem');
  await expect(week).toContainText(/“Not now” until /);
  await week.getByRole('button', { name: 'Set a next step: Alder' }).click();
  await page.getByRole('textbox', { name: 'Next step' }).fill('Ask about spring');
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  await expect(week).toContainText(/: Ask about spring/);
  await expect(week).not.toContainText('“Not now”');

  // A step that is late by now is moved where it is seen.
  const { page: client } = await app.call('clients.open', { clientId });
  await app.call('clients.editTask', {
    ...command(),
    taskId: client.tasks[0]?.id ?? '',
    dueOn: dayFromNow(-2),
  });
  await expect(today).toContainText(/Ask about spring: 2\sdays late/);
  await today.getByRole('button', { name: 'Reschedule: Alder' }).click();
  await page.getByRole('dialog', { name: 'Move: Ask about spring' }).getByRole('button', { name: 'Tomorrow' }).click();
  await expect(week).toContainText(/Ask about spring/);
  await expect(today).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(today).toContainText(/Ask about spring: 2\sdays late/);
});

test('a quarterly review is agreed, added, and told with the quarter it is about', async ({ app }) => {
  const clientId = await addAlder(app, 'stable');
  await app.call('clients.edit', { ...command(), clientId, sinceOn: dayFromNow(-800) });
  const { page } = app;
  const client = new ClientPage(page);
  await client.open('Alder');
  await page.getByRole('tab', { name: 'Work' }).click();
  const reports = page.getByRole('tabpanel').getByRole('region', { name: 'Reports' });
  await reports.getByRole('checkbox', { name: 'Quarterly review' }).press('Space');
  await expect(reports).toContainText(/Next: review of Q\d\s\d{4}, by /);
  await reports.getByRole('button', { name: 'Add a report' }).click();
  const form = page.getByRole('dialog', { name: 'New report' });
  await form.getByRole('radio', { name: 'Quarter' }).click();
  await form.getByRole('textbox', { name: 'In short' }).fill('Fewer returns, a plan for spring');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  const review = reports.getByRole('listitem').filter({ hasText: 'Fewer returns' });
  await expect(review).toHaveAccessibleName(/^Q\d\s\d{4}$/);
  const [report] = (await app.call('clients.work', { clientId })).work.reports;
  await app.call('clients.editReport', { ...command(), reportId: report?.id ?? '', sentOn: dayFromNow(0) });

  await page.getByRole('tab', { name: 'Notes' }).click();
  await client.history().getByRole('radio', { name: 'Figures' }).click();
  const sent = client.history().getByRole('button', { name: /^Review of Q\d\s\d{4} is sent$/ });
  await sent.press('Enter');
  await expect(client.history()).toContainText('Fewer returns, a plan for spring');
});

test('a rhythm that is overdue and a handoff behind its plan are dealt with from their rows, and the number follows', async ({
  app,
}) => {
  const clientId = await addAlder(app, 'stable');
  await writeNote(app, { clientId, happenedAt: `${dayFromNow(-40)}T09:00:00.000Z`, body: 'The last talk' });
  const { card } = await app.call('board.createClient', { ...command(), name: 'Birch', stage: 'stagnation' });
  await app.call('handoff.end', {
    ...command(),
    clientId: card.id,
    choice: 'handoff',
    startOn: dayFromNow(-10),
    successor: 'contractor',
    extended: [],
    reasons: [],
    reasonText: '',
  });
  const { page } = app;
  await expect(wayToAttention(page)).toHaveText(/2$/);
  await openAttention(page);
  const rhythm = page.getByRole('region', { name: 'Keep an eye' }).getByRole('listitem');
  await expect(rhythm).toContainText(/No contact for \d+\sdays, the norm is 14/);
  await rhythm.getByRole('button', { name: 'Write down a contact: Alder' }).click();
  const sheet = page.getByRole('dialog', { name: 'Quick note' });
  await expect(sheet.getByRole('button', { name: 'Client: Alder' })).toBeVisible();
  await expect(new ClientPage(page).text()).toBeFocused();
  await page.keyboard.type('They are well');
  await page.keyboard.press('Control+Enter');
  await expect(rhythm).toHaveCount(0);
  await expect(wayToAttention(page)).toHaveText(/1$/);

  const handoff = page.getByRole('region', { name: 'Today' }).getByRole('listitem').filter({ hasText: 'Birch' });
  const overdue = handoff.filter({ hasText: 'Overdue in the handoff: ' });
  const count = Number(/handoff: (\d+)/.exec(await overdue.innerText())?.[1]);
  expect(count).toBeGreaterThan(1);
  await overdue.getByRole('button', { name: 'Open the handoff: Birch' }).click();
  await new HandoffPage(page, 'en').prove('Write down why we part', 'Agreed on Monday');
  await page.keyboard.press('Escape');
  await expect(overdue).toContainText(`Overdue in the handoff: ${count - 1}`);

  await app.restart();
  const { page: again } = app;
  await openAttention(again);
  await expect(wayToAttention(again)).toHaveText(/1$/);
  const today = again.getByRole('region', { name: 'Today' }).getByRole('listitem').filter({ hasText: 'Birch' });
  const late = today.filter({ hasText: `Overdue in the handoff: ${count - 1}` });
  await late.getByRole('button', { name: 'Snooze: Birch' }).click();
  await again.getByRole('button', { name: 'They are on holiday' }).press('Enter');
  await again.getByRole('button', { name: 'Snooze', exact: true }).press('Enter');
  await expect(late).toHaveCount(0);
  for (let left = await today.count(); left > 0; left -= 1) {
    // What is due today waits in a row of its own.
    await today.first().getByRole('button', { name: 'Snooze: Birch' }).click();
    await again.getByRole('button', { name: 'Waiting for their answer' }).press('Enter');
    await again.getByRole('button', { name: 'Snooze', exact: true }).press('Enter');
    await expect(today).toHaveCount(left - 1);
  }
  await expect(wayToAttention(again)).toHaveText('Attention');
  await again.keyboard.press('Control+z');
  await expect(wayToAttention(again)).toHaveText(/1$/);
});
