import { randomUUID } from 'node:crypto';
import { addAlder } from './alder.ts';
import { expect, test } from './app.ts';
import { ClientPage } from './client-page.ts';
import { yearsAgo } from './days.ts';
import { writeNote } from './write-note.ts';

const command = () => ({ commandId: randomUUID() });

test('the history tells everything under its year, narrowed by kind; Enter unfolds, E edits', async ({ app }) => {
  const clientId = await addAlder(app, 'stable');
  const note = (body: string, day: string) => writeNote(app, { clientId, body, happenedAt: `${day}T09:00:00.000Z` });
  const years = [2, 1].map((count) => yearsAgo(count).slice(0, 4));
  await note('The first plan\nA shop with a warehouse', `${years[0]}-06-02`);
  await note('A quiet year\nNothing new', `${years[1]}-06-02`);
  await app.call('clients.addReport', {
    ...command(),
    clientId,
    kind: 'quarter',
    period: `${years[1]}-Q1`,
    sentOn: `${years[1]}-04-10`,
    summary: 'Fewer returns',
  });
  const move = { clientId, stage: 'stagnation', after: null, reason: 'No plan for the next year' } as const;
  await app.call('board.moveClient', { ...command(), ...move });

  const { page } = app;
  const client = new ClientPage(page);
  await client.open('Alder');
  const history = client.history();
  const shown = history.getByRole('heading', { level: 3 });
  const thisYear = String(new Date().getFullYear());
  await expect(shown).toHaveText([thisYear, ...years.toReversed()]);
  const show = (kind: string) => history.getByRole('radio', { name: kind, exact: true }).click();
  await show('Stages');
  await expect(history).toContainText('No plan for the next year');
  await expect(shown).toHaveText([thisYear]);
  await show('Figures');
  await expect(history).toContainText(`Review of Q1\u00a0${years[1]} is sent`);
  await expect(shown).toHaveText([years[1] ?? '']);
  await show('Notes');
  await expect(shown).toHaveText(years.toReversed());

  const plan = client.head('The first plan');
  await plan.press('Enter');
  await expect(plan).toHaveAttribute('aria-expanded', 'true');
  await plan.press('e');
  await expect(client.text()).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' and an app');
  await client.finish();
  await expect(client.note('The first plan')).toContainText('A shop with a warehouse and an app');

  await app.restart();
  const again = new ClientPage(app.page);
  await again.open('Alder');
  await expect(again.note('The first plan')).toContainText('A shop with a warehouse and an app');
  await app.page.keyboard.press('Control+z');
  await expect(again.note('The first plan')).not.toContainText('and an app');
  await expect(again.note('The first plan')).toContainText('A shop with a warehouse');
});

test('a task done long ago is found in the history and opened again from there; E leads to a signal', async ({
  app,
}) => {
  const clientId = await addAlder(app, 'stable');
  for (let number = 1; number <= 11; number += 1) {
    const title = `Task ${number}`;
    const fields = { clientId, title, side: 'client', person: 'Marina', dueOn: null } as const;
    const added = await app.call('clients.addTask', { ...command(), ...fields });
    const taskId = added.page.tasks.find((task) => task.title === title)?.id ?? '';
    await app.call('clients.editTask', { ...command(), taskId, done: true });
  }
  const mark = { clientId, code: 'R-SLOW', side: 'client', markedOn: yearsAgo(1), evidence: 'Two letters' } as const;
  await app.call('clients.markSignal', { ...command(), ...mark });

  const { page } = app;
  const client = new ClientPage(page);
  await client.open('Alder');
  const tasks = page.getByRole('region', { name: 'Tasks' });
  await expect(tasks).toContainText('Earlier ones are in the history');
  await expect(tasks.getByRole('checkbox')).toHaveCount(10);
  await expect(tasks.getByRole('group', { name: 'Task 1', exact: true })).toHaveCount(0);
  const done = client.history().getByRole('button', { name: 'Done: Task 1', exact: true });
  await done.press('Enter');
  await client.history().getByRole('button', { name: 'Not done yet: open it again' }).press('Enter');
  await expect(tasks.getByRole('checkbox', { name: 'Done: Task 1', exact: true })).toBeFocused();
  await expect(done).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(done).toBeVisible();

  await client
    .history()
    .getByRole('button', { name: /^Signal marked/ })
    .press('e');
  await expect(page.getByRole('button', { name: /^What was seen/ })).toBeFocused();
});

test('keys lead from client to client of a column, and back to the card of the last one', async ({ app }) => {
  await addAlder(app, 'stable');
  await app.call('board.createClient', { ...command(), name: 'Birch', stage: 'stable' });
  const { page } = app;
  const client = new ClientPage(page);
  await client.open('Birch');
  await expect(page.getByText('1 of 2 in Steady')).toBeVisible();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(client.name('Alder')).toBeVisible();
  await expect(page.getByText('2 of 2 in Steady')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'Alder', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(client.name('Birch')).toBeVisible();
  await app.call('board.createClient', { ...command(), name: 'Cedar', stage: 'honeymoon' });
  await app.call('board.createClient', { ...command(), name: 'Dogwood', stage: 'honeymoon' });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('cedar');
  await expect(page.getByRole('option', { name: /Cedar/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(client.name('Cedar')).toBeVisible();
  await expect(page.getByText('2 of 2 in Immersion')).toBeVisible();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(client.name('Dogwood')).toBeVisible();
});
