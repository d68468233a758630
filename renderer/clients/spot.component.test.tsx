import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { useNavigation } from '../ui/navigation.ts';
import { cardWith, clientPageWith, clientWorkWith, contactWith } from '../ui/test-data.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { Inspector } from './inspector.tsx';

const id = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
let leave = () => {};
afterEach(() => leave());

function open(spot: { readonly record: 'task' | 'contact'; readonly id: string }) {
  answerBy(() => ({ ok: true, value: { revision: 1, work: clientWorkWith({}), marks: [], dismissed: [] } }));
  useNavigation.setState({ route: { name: 'client', clientId: id(1), spot } });
  const task = { id: id(2), clientId: id(1), noteId: null, title: 'Send the export', side: 'agency', person: '' };
  const shown = clientPageWith({
    card: cardWith({ id: id(1) }),
    tasks: [{ ...task, dueOn: null, doneAt: null }],
    contacts: [contactWith('Marina', { id: id(3) })],
  });
  leave = show(<Inspector page={shown} />);
}

test('a search leads to a task, and to a person', async () => {
  open({ record: 'task', id: id(2) });
  await expect.element(page.getByRole('button', { name: 'Task: Send the export' })).toHaveFocus();
  expect(CSS.highlights.has('search-hit')).toBe(true);
  leave();
  expect(CSS.highlights.has('search-hit')).toBe(false);
  open({ record: 'contact', id: id(3) });
  await expect.element(page.getByRole('button', { name: /^Marina/ })).toHaveFocus();
});

test('a task that was done long ago is read and shown for a search that leads to it', async () => {
  const task = {
    id: id(4),
    clientId: id(1),
    noteId: null,
    title: 'Sign the first contract',
    side: 'agency',
    person: '',
  };
  const done = { ...task, dueOn: null, doneAt: '2020-01-15T09:00:00.000Z' };
  const others = { revision: 1, work: clientWorkWith({}), marks: [], dismissed: [] };
  answerBy((name) => ({ ok: true, value: name === 'clients.task' ? { task: done } : others }));
  useNavigation.setState({ route: { name: 'client', clientId: id(1), spot: { record: 'task', id: id(4) } } });
  leave = show(<Inspector page={clientPageWith({ card: cardWith({ id: id(1) }) })} />);
  await expect.element(page.getByRole('button', { name: 'Task: Sign the first contract' })).toHaveFocus();
  await expect.element(page.getByRole('checkbox', { name: 'Done: Sign the first contract' })).toBeChecked();
});
