import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { ClientPage } from './client-page.ts';
import { Palette } from './palette.ts';
import type { Program } from './program.ts';
import { writeNote } from './write-note.ts';

const command = () => ({ commandId: randomUUID() });

async function addClient(app: Program, name: string, bodies: readonly string[]): Promise<void> {
  const { card } = await app.call('board.createClient', { ...command(), name, stage: 'stable' });
  for (const [index, body] of bodies.entries()) {
    const happenedAt = new Date(Date.UTC(2025, 2, 10, 8 + index)).toISOString();
    await writeNote(app, { clientId: card.id, happenedAt, body });
  }
}

async function setScene(app: Program): Promise<void> {
  const partners = ['Vera Lunina'];
  await app.call('settings.finishFirstRun', { ...command(), agencyName: 'Quarta', partners, language: 'en' });
  const long = Array.from({ length: 60 }, (_, line) => `Line ${line} of the talk.`).join('\n\n');
  await addClient(app, 'Alder', [
    `A long talk\n\n${long}\n\nДва ребёнка рисовали на складе.`,
    'They went through the estimate\n\n[ ] Передадим макеты до 27.11.2030',
    ...Array.from({ length: 30 }, (_, number) => `Weekly talk ${number}`),
  ]);
  await addClient(app, 'Birch', ['Дети рисовали каталог', 'We go on with the estimates']);
}

const addDays = (day: string, count: number) =>
  new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
const field = (page: Page) => page.getByRole('combobox', { name: 'Search' });
const hits = (page: Page, group: string) => page.getByRole('group', { name: group, exact: true }).getByRole('option');

test('any form of a word leads to its note, and back to where one was', async ({ app }) => {
  await setScene(app);
  await app.page.keyboard.press('Control+Shift+f');
  await expect(field(app.page)).toBeFocused();

  // Two languages, words with another root in the plural or the past.
  await app.page.keyboard.type('дети');
  await expect(hits(app.page, 'Notes')).toHaveCount(2);
  await expect(hits(app.page, 'Notes').getByText('ребёнка', { exact: true })).toBeVisible();
  await field(app.page).fill('go estimate');
  await expect(hits(app.page, 'Notes')).toHaveCount(2);
  await expect(hits(app.page, 'Notes').getByText('went', { exact: true })).toBeVisible();

  // A filter, given its value by the list.
  await field(app.page).fill('дети');
  await app.page.getByRole('button', { name: 'client:' }).click();
  await app.page.keyboard.type('ald');
  await expect(app.page.getByRole('group', { name: 'Which client' }).getByRole('option')).toHaveText(/Alder/);
  await app.page.keyboard.press('Enter');
  await expect(field(app.page)).toHaveValue('дети client:Alder ');
  await expect(app.page.getByRole('button', { name: 'Without the filter “client Alder”' })).toBeVisible();
  await expect(hits(app.page, 'Notes')).toHaveCount(1);
  await app.page.keyboard.press('Enter');

  const client = new ClientPage(app.page);
  await expect(client.name('Alder')).toBeVisible();
  await expect(client.head('A long talk')).toHaveAttribute('aria-expanded', 'true');
  await expect(app.page.getByText('Два ребёнка рисовали на складе.')).toBeInViewport();

  await app.page.keyboard.press('Escape');
  await expect(field(app.page)).toHaveValue('дети client:Alder ');
  await expect(field(app.page)).toBeFocused();
  await expect(app.page.getByRole('option', { selected: true })).toContainText('A long talk');

  // One group alone, scrolled, and back again to the same place.
  await field(app.page).fill('talk');
  await app.page.getByRole('option', { name: 'Show all: 31' }).click();
  await expect(hits(app.page, 'Notes')).toHaveCount(31);
  const last = app.page.getByRole('option', { name: /^A long talk/ });
  await last.scrollIntoViewIfNeeded();
  await last.click();
  await expect(client.name('Alder')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('radio', { name: /^Notes/ })).toBeChecked();
  await expect(last).toBeInViewport();
});

test('a task is found in its place, and what was looked for is offered after a restart', async ({ app }) => {
  await setScene(app);
  const palette = new Palette(app.page);
  await palette.search('передать макет');
  await expect(palette.marked('Передадим')).not.toHaveCount(0);
  await app.page.keyboard.press('Control+Shift+f');
  await expect(field(app.page)).toHaveValue('передать макет');
  await hits(app.page, 'Tasks').first().click();
  const task = new ClientPage(app.page).section('Next step').getByRole('button', { name: 'Task: Передадим макеты' });
  await expect(task).toBeFocused();

  await app.restart();
  await new Palette(app.page).search('');
  await app.page.getByRole('option', { name: 'передать макет' }).click();
  await expect(new Palette(app.page).marked('Передадим')).not.toHaveCount(0);
  await app.page.keyboard.press('Control+a');
  await app.page.keyboard.press('Delete');
  await app.page.getByRole('option', { name: 'Forget these searches' }).click();
  await expect(app.page.getByRole('group', { name: 'Recent searches' })).toBeHidden();
  expect((await app.call('search.recent', {})).texts).toEqual([]);
});

test('nothing found says what was looked for, and a word of it becomes a note', async ({ app }) => {
  await setScene(app);
  await app.page.keyboard.press('Control+Shift+f');
  await app.page.keyboard.type('unicorn after:2025-03-20 has:task ');
  await expect(app.page.getByText('Looked for: the word “unicorn”, since March 20, 2025, with a task.')).toBeVisible();
  await app.page.getByRole('button', { name: 'New note “unicorn”' }).click();
  await expect(app.page.getByRole('dialog', { name: 'Quick note' })).toContainText('unicorn');
});

test('a word far behind the beginning of a very long note is led to', async ({ app }) => {
  await setScene(app);
  const filling = Array.from({ length: 1500 }, (_, line) => `Line ${line} of the book, about this and that.`).join(
    '\n\n',
  );
  await addClient(app, 'Cedar', [`A book\n\n${filling}\n\nЛюди красили забор.\n\n${filling}`]);
  await app.page.keyboard.press('Control+Shift+f');
  await app.page.keyboard.type('человек красить');
  await hits(app.page, 'Notes').first().click();
  const client = new ClientPage(app.page);
  await expect(client.head('A book')).toHaveAttribute('aria-expanded', 'true');
  await expect(app.page.getByText('Люди красили забор.')).toBeInViewport();
  await expect(client.head('A book')).toBeFocused();
  await app.page.getByRole('button', { name: 'Show what comes before' }).click();
  await expect(app.page.getByText('Line 1499 of the book, about this and that.').first()).toBeVisible();
});

test('a task that was done long ago is shown where the client’s tasks are', async ({ app }) => {
  await setScene(app);
  const { card } = await app.call('board.createClient', { ...command(), name: 'Cedar', stage: 'stable' });
  for (const title of [
    'Sign the very first contract',
    ...Array.from({ length: 11 }, (_, number) => `Chore ${number}`),
  ]) {
    const task = { clientId: card.id, title, side: 'agency', person: '', dueOn: null } as const;
    const { page } = await app.call('clients.addTask', { ...command(), ...task });
    await app.call('clients.editTask', { ...command(), taskId: page.tasks[0]?.id ?? '', done: true });
  }
  await app.page.keyboard.press('Control+Shift+f');
  await app.page.keyboard.type('first contracts');
  await hits(app.page, 'Tasks').first().click();
  const task = new ClientPage(app.page)
    .section('Tasks')
    .getByRole('button', { name: 'Task: Sign the very first contract' });
  await expect(task).toBeFocused();
  await expect(task).toBeInViewport();
  await expect(app.page.getByRole('checkbox', { name: 'Done: Sign the very first contract' })).toBeChecked();
});

test('a handoff opens at the step that was found', async ({ app }) => {
  await setScene(app);
  const { card } = await app.call('board.createClient', { ...command(), name: 'Cedar', stage: 'stagnation' });
  const startOn = new Date().toISOString().slice(0, 10);
  const { handoffId } = await app.call('handoff.end', {
    ...command(),
    clientId: card.id,
    choice: 'handoff',
    startOn,
    successor: 'contractor',
    extended: [],
    reasons: ['no_growth_plan'],
    reasonText: '',
  });
  const { page: handoff } = await app.call('handoff.open', { handoffId: handoffId ?? '' });
  // The last step of the first week: it is folded away until it is looked for.
  const inWeek = handoff.items.filter(({ dueOn }) => dueOn < addDays(startOn, 7));
  expect(inWeek.length).toBeGreaterThan(5);
  const dueOn = inWeek.at(-1)?.dueOn ?? startOn;
  const step = { handoffId: handoffId ?? '', side: 'agency', person: '', dueOn } as const;
  await app.call('handoff.addItem', { ...command(), ...step, title: 'Return the badges of the printing house' });
  await app.page.keyboard.press('Control+Shift+f');
  await app.page.keyboard.type('badge printing');
  await hits(app.page, 'Handoffs').first().click();
  const found = app.page.getByRole('button', { name: 'Edit: Return the badges of the printing house' });
  await expect(found).toBeFocused();
  await expect(found).toBeInViewport();
});
