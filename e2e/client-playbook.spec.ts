import { expect, test } from './app.ts';
import { openPlaybook, openPlaybookTab, typeInto } from './playbook-page.ts';

/** Long enough for any clock. */
const nextYear = String(new Date().getFullYear() + 1);

test('a line is answered, a line to fulfil is marked, and both are there after a restart', async ({ app }) => {
  await openPlaybook(app, 'acquaintance');
  const { page } = app;
  await typeInto(page, /^Answer to “Does the owner do everything/, 'A team of three');
  await expect(page.getByRole('button', { name: 'Acquaintance: questions and steps 0 of 8' })).toBeVisible();
  const exit = page.getByRole('region', { name: 'Before moving on' }).getByRole('checkbox');
  await exit.press('Space');
  await expect(page.getByRole('button', { name: 'Acquaintance: questions and steps 1 of 8' })).toBeVisible();

  await app.restart();
  await openPlaybookTab(app.page);
  await expect(app.page.getByRole('button', { name: /^Answer to “Does the owner.*: A team of three$/ })).toBeVisible();
  const again = app.page.getByRole('region', { name: 'Before moving on' }).getByRole('checkbox');
  await expect(again).toBeChecked();
  await app.page.keyboard.press('Control+z');
  await expect(again).not.toBeChecked();
});

test('what they ask and what we ask is answered, and taken along as text with the answers', async ({ app }) => {
  await openPlaybook(app, 'acquaintance');
  const { page } = app;
  await page.getByRole('button', { name: 'Intro: what they ask us 0 of 10' }).press('Enter');
  await typeInto(page, /^Answer to “What do you want from this relationship/, 'Ten years together');
  await page.getByRole('button', { name: 'Copy all' }).press('Enter');
  await expect(page.getByRole('group', { name: 'The questions with the answers are on the clipboard' })).toBeVisible();
  await page.getByRole('button', { name: 'Intro: what they ask us 1 of 10' }).press('Enter');

  await page.getByRole('button', { name: 'Brief: what we ask 0 of 10' }).press('Enter');
  await page.getByRole('button', { name: /^Answer to “Which business problem should become smaller/ }).click();
  const field = page.getByRole('textbox', { name: /^Answer to “Which business problem/ });
  await page.keyboard.press('Control+v');
  await expect(field).toHaveValue(
    /^# Intro: what they ask us: Alder\n\n1\. \*\*What do you want .+\*\*\n\n {3}Ten years together\n\n2\. \*\*How long/,
  );
  await field.fill('Orders get lost');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Brief: what we ask 1 of 10' })).toBeVisible();

  await app.restart();
  await openPlaybookTab(app.page);
  await app.page.getByRole('button', { name: 'Intro: what they ask us 1 of 10' }).press('Enter');
  await expect(app.page.getByRole('button', { name: /^Answer to “What do you.*: Ten years together$/ })).toBeVisible();
  await app.page.getByRole('button', { name: 'Brief: what we ask 1 of 10' }).press('Enter');
  await expect(app.page.getByRole('button', { name: /^Answer to “Which.*: Orders get lost$/ })).toBeVisible();
  await app.page.keyboard.press('Control+z');
  await expect(app.page.getByRole('button', { name: 'Brief: what we ask 0 of 10' })).toBeVisible();
});

test('a trial has tasks of the client, two verdicts, and a day for “not now”', async ({ app }) => {
  await openPlaybook(app, 'acquaintance');
  const { page } = app;
  await typeInto(page, /^First impression: What struck you/, 'Calm people');
  await page.getByRole('button', { name: 'Begin a trial' }).click();
  await page.getByRole('textbox', { name: 'Agreed success sign' }).fill('Seen at six in the morning');
  await page.getByRole('button', { name: 'Add', exact: true }).click();

  await page.getByRole('button', { name: 'Add a task of the trial' }).click();
  await page.getByRole('textbox', { name: 'What is to be done' }).fill('Stock export');
  await page.keyboard.press('Enter');
  const inTrial = page.getByRole('group', { name: 'Tasks of the trial' }).getByRole('checkbox');
  const about = page.getByRole('complementary', { name: 'About the client' });
  await about.getByRole('checkbox', { name: 'Done: Stock export' }).press('Space');
  await expect(inTrial).toBeChecked();

  await about.getByRole('button', { name: 'Task: Stock export' }).click();
  await page.keyboard.type('Stock export by hour');
  await page.keyboard.press('Enter');
  await expect(about.getByRole('button', { name: 'Task: Stock export by hour' })).toBeFocused();
  await about.getByRole('button', { name: /^Whose task it is/ }).click();
  await page.getByRole('radio', { name: 'The client’s' }).press('Space');
  const whose = about.getByRole('button', { name: 'Whose task it is (Stock export by hour): client' });
  await expect(whose).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(about.getByRole('button', { name: /^Whose task it is.*: ours$/ })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(about.getByRole('button', { name: 'Task: Stock export', exact: true })).toBeVisible();

  const verdict = (name: string) => page.getByRole('region', { name });
  await verdict('Our verdict').getByRole('radio', { name: 'Yes' }).press('Space');
  await expect(page.getByRole('figure')).toContainText('Calm people');
  await verdict('The client’s verdict').getByRole('radio', { name: 'Not now' }).press('Space');
  await expect(page.getByRole('button', { name: 'Trial Not now' })).toBeVisible();
  const comeBack = page.getByRole('group', { name: 'Come back on' });
  await comeBack.getByRole('spinbutton', { name: /^month/ }).click();
  await page.keyboard.type(`0202${nextYear}`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('group', { name: 'The day to come back is set' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(comeBack.getByRole('spinbutton', { name: /^year/ })).toHaveText('yyyy');
});

test('“no” waits for an option that was looked at', async ({ app }) => {
  await openPlaybook(app, 'stable');
  const { page } = app;
  await page.getByRole('button', { name: 'Add a request' }).click();
  await page.getByRole('textbox', { name: 'Wish' }).fill('A mobile app');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const result = page.getByRole('radiogroup', { name: 'Result' });
  await result.getByRole('radio', { name: 'No', exact: true }).press('Space');
  await expect(page.getByText('Before a “no”, write down at least one option you looked at.')).toBeVisible();
  await page.getByRole('button', { name: 'Add an option' }).click();
  await page.keyboard.type('A page for the phone');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Option: A page for the phone', exact: true })).toBeVisible();
  await result.getByRole('radio', { name: 'No', exact: true }).press('Space');
  await expect(page.getByRole('button', { name: 'A mobile app No' })).toBeVisible();
  await result.getByRole('radio', { name: 'Partly, with less effort' }).press('Space');
  await expect(page.getByRole('button', { name: 'A mobile app Partly, with less effort' })).toBeVisible();
});

test('an insight beyond the contract is written down and comes back from a deletion', async ({ app }) => {
  await openPlaybook(app, 'stable');
  const { page } = app;
  await page.getByRole('button', { name: /^Insights/ }).click();
  await page.getByRole('button', { name: 'Add an insight' }).click();
  await page.getByRole('textbox', { name: 'What we told' }).fill('Show sets');
  await page.getByRole('checkbox', { name: 'Beyond the contract', exact: true }).press('Space');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const beyond = page.getByRole('button', { name: 'Beyond the contract', exact: true });
  await expect(beyond).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Delete the insight' }).click();
  await expect(beyond).toBeHidden();
  await expect(page.getByRole('button', { name: 'Add an insight' })).toBeFocused();
  await page.getByRole('group', { name: 'Insight deleted' }).getByRole('button', { name: /^Undo/ }).click();
  await expect(beyond).toHaveAttribute('aria-pressed', 'true');
});
