import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ClientPage, Task } from '../../shared/contract/clients.ts';
import { cardWith, clientPageWith, clientWorkWith, contactWith } from '../ui/test-data.ts';
import { listenToKeys } from '../ui/commands.ts';
import { answerBy } from '../ui/testing.tsx';
import { useToasts } from '../ui/toast.ts';
import { showPartOfClient } from './client-in-test.tsx';
import { Inspector } from './inspector.tsx';

let sent: (readonly [name: string, input: object])[] = [];
let isRefused = false;
let tasks: readonly Task[] = [];
let leave = () => {};

function taskWith(title: string, dueOn: string | null): Task {
  const clientId = cardWith({}).id;
  return { id: title, clientId, noteId: null, title, side: 'agency', person: '', dueOn, doneAt: null };
}

/** The next step is the earliest open task of ours, as on the real page. */
function client(): ClientPage {
  const next = tasks
    .filter(({ side }) => side === 'agency')
    .toSorted((one, other) => (one.dueOn ?? '9').localeCompare(other.dueOn ?? '9'))[0];
  const nextStep = next === undefined ? null : { taskId: next.id, title: next.title, dueOn: next.dueOn };
  return clientPageWith({ card: cardWith({ nextStep }), tasks: [...tasks], contacts: [contactWith('Marina')] });
}

function answer(name: string, input: object): unknown {
  if (name === 'clients.signals') return { ok: true, value: { revision: 1, marks: [], dismissed: [] } };
  if (name === 'clients.work') return { ok: true, value: { revision: 1, work: clientWorkWith() } };
  if (name === 'clients.editTask' || name === 'clients.deleteTask') {
    sent.push([name, input]);
    if (isRefused) return { ok: false, code: 'disk_full', message: '' };
    const id: unknown = Reflect.get(input, 'taskId');
    if (name === 'clients.editTask') tasks = tasks.map((task) => (task.id === id ? { ...task, ...input } : task));
    else tasks = tasks.filter((task) => task.id !== id);
  }
  return { ok: true, value: { revision: sent.length + 1, page: client() } };
}

beforeEach(async () => {
  sent = [];
  isRefused = false;
  tasks = [taskWith('Call', '2030-01-15'), taskWith('Write', '2030-02-15'), taskWith('Meet', null)];
  answerBy((name, input) => answer(name, Object(input)));
  leave = showPartOfClient((client) => <Inspector page={client} />);
  await expect.element(button('Task: Write')).toBeVisible();
});
afterEach(() => leave());

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const section = (name: string) => page.getByRole('region', { name });
const whose = (title: string, words: string) => button(`Whose task it is (${title}): ${words}`);
const fields = () => sent.map(([, input]) => input);

test('what is to be done is edited where it stands, as one command, and keeps the focus', async () => {
  await button('Task: Write').click();
  await userEvent.keyboard('Write to Marina{Enter}');
  await expect.element(button('Task: Write to Marina')).toHaveFocus();
  expect(sent).toEqual([
    ['clients.editTask', { commandId: expect.any(String), taskId: 'Write', title: 'Write to Marina' }],
  ]);
  expect(useToasts.getState().shown?.actions?.[0]?.label).toBe('Undo');
  await userEvent.keyboard('{Enter}Nothing{Escape}');
  await expect.element(button('Task: Write to Marina')).toHaveFocus();
  expect(sent).toHaveLength(1);
});

test('T opens the text of the next step there is', async () => {
  const stop = listenToKeys();
  await userEvent.keyboard('t');
  const field = page.getByRole('textbox', { name: 'Task' });
  await expect.element(field).toHaveValue('Call');
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('Call Marina{Enter}');
  await expect.poll(fields).toMatchObject([{ taskId: 'Call', title: 'Call Marina' }]);
  stop();
});

test('a day is set and taken away where it stands', async () => {
  await button('By when (Meet): no date').click();
  await page.getByRole('spinbutton', { name: /^month/ }).click();
  await userEvent.keyboard('03122031{Enter}');
  await expect.element(button(/^By when \(Meet\): .*March 12/)).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await button('Without a date').click();
  await expect.element(button('By when (Meet): no date')).toHaveFocus();
  expect(fields()).toMatchObject([{ dueOn: '2031-03-12' }, { dueOn: null }]);
});

test('a next step that is put off takes the focus along to its new place', async () => {
  const day = section('Next step').getByRole('button', { name: /^By when \(Call\)/ });
  await day.click();
  await page.getByRole('spinbutton', { name: /^month/ }).click();
  await userEvent.keyboard('03122031{Enter}');
  await expect.element(section('Next step').getByRole('button', { name: 'Task: Write' })).toBeVisible();
  await expect.element(section('Tasks').getByRole('button', { name: /^By when \(Call\)/ })).toHaveFocus();
});

test('the side of a task is one command, and a next step given away keeps the focus', async () => {
  await whose('Call', 'ours').click();
  await page.getByRole('radio', { name: 'The client’s' }).click();
  await expect.element(section('Tasks').getByRole('button', { name: /^Whose.*\(Call\): client$/ })).toHaveFocus();
  expect(fields()).toEqual([{ commandId: expect.any(String), taskId: 'Call', side: 'client' }]);
});

test('a person is taken from the list of the side, written freely, and taken away', async () => {
  tasks = tasks.map((task) => (task.id === 'Meet' ? { ...task, side: 'client' } : task));
  await button('Task: Write').click();
  await userEvent.keyboard('Write now{Enter}');
  await whose('Meet', 'client').click();
  await page.getByRole('combobox', { name: 'Who' }).click();
  await page.getByRole('option', { name: 'Marina' }).click();
  await expect.element(whose('Meet', 'Marina, client')).toHaveFocus();
  for (const [before, typed, after] of [
    ['Marina, client', 'Their lawyer', 'Their lawyer, client'],
    ['Their lawyer, client', '', 'client'],
  ] as const) {
    await whose('Meet', before).click();
    await page.getByRole('combobox', { name: 'Who' }).fill(typed);
    await userEvent.keyboard('{Enter}');
    await expect.element(whose('Meet', after)).toHaveFocus();
  }
  expect(fields().slice(1)).toMatchObject([{ person: 'Marina' }, { person: 'Their lawyer' }, { person: '' }]);
});

test('a person that is left with Escape is not saved, and one that was being typed is on leaving', async () => {
  await whose('Write', 'ours').click();
  const who = page.getByRole('combobox', { name: 'Who' });
  await who.fill('Nobody');
  await userEvent.keyboard('{Escape}');
  await expect.element(whose('Write', 'ours')).toHaveFocus();
  expect(sent).toEqual([]);
  await whose('Write', 'ours').click();
  await who.fill('Vera');
  await userEvent.keyboard('{Tab}');
  await expect.poll(fields).toMatchObject([{ person: 'Vera' }]);
});

test('what is refused stays in the field', async () => {
  isRefused = true;
  await button('Task: Write').click();
  await userEvent.keyboard('Write now{Enter}');
  await expect.poll(() => useToasts.getState().shown?.tone).toBe('danger');
  await expect.element(page.getByRole('textbox', { name: 'Task' })).toHaveValue('Write now');
  await userEvent.keyboard('{Escape}');
  await whose('Call', 'ours').click();
  const who = page.getByRole('combobox', { name: 'Who' });
  await who.fill('Vera');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => sent.length).toBe(2);
  await expect.element(who).toHaveValue('Vera');
});

test.each([
  ['Tasks', 'Write', 'Add a task'],
  ['Next step', 'Call', /^Done: Write$/],
])('a task deleted in %s leaves the focus there', async (place, title, next) => {
  button(`Delete: ${title}`).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button(`Task: ${title}`)).not.toBeInTheDocument();
  const role = typeof next === 'string' ? 'button' : 'checkbox';
  await expect.element(section(place).getByRole(role, { name: next })).toHaveFocus();
  expect(sent).toMatchObject([['clients.deleteTask', { taskId: title }]]);
});

test('a day that has passed says so to those who hear the page', async () => {
  tasks = [taskWith('Late', '2020-01-10'), ...tasks];
  await button('Task: Write').click();
  await userEvent.keyboard('Write now{Enter}');
  await expect.element(button(/^By when \(Late\): .*, overdue$/)).toBeVisible();
});

test('of very many tasks the nearest are drawn, and all of them when asked for', async () => {
  leave();
  tasks = Array.from({ length: 200 }, (_, number) =>
    taskWith(`Step ${number}`, `2030-01-${String((number % 28) + 1).padStart(2, '0')}`),
  );
  leave = showPartOfClient((opened) => <Inspector page={opened} />);
  const section = page.getByRole('region', { name: 'Tasks' });
  await expect.poll(() => section.getByRole('checkbox').elements().length).toBe(30);
  await section.getByRole('button', { name: 'Show all: 199' }).click();
  // Nothing limits the height of the list here: as far as one can see, all are near.
  await expect.poll(() => section.getByRole('checkbox').elements().length).toBeGreaterThanOrEqual(60);
});

test('a person that is refused stays in the small form when one presses outside of it', async () => {
  isRefused = true;
  await whose('Call', 'ours').click();
  const who = page.getByRole('combobox', { name: 'Who' });
  await who.fill('Vera');
  await userEvent.click(document.body, { position: { x: 2, y: 2 }, force: true });
  await expect.element(page.getByText('Not sent yet. Escape closes this without it.')).toBeVisible();
  await expect.element(who).toHaveValue('Vera');
  isRefused = false;
  await userEvent.keyboard('{Enter}');
  await expect.element(whose('Call', 'Vera, ours')).toBeVisible();
});
