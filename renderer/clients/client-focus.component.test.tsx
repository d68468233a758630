import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ClientPage, DossierLine, Task } from '../../shared/contract/clients.ts';
import { cardWith, clientPageWith, clientWorkWith } from '../ui/test-data.ts';
import { answerBy } from '../ui/testing.tsx';
import { showPartOfClient } from './client-in-test.tsx';
import { Inspector } from './inspector.tsx';

const task: Task = {
  id: 'task',
  clientId: cardWith({}).id,
  noteId: null,
  title: 'Call',
  side: 'agency',
  person: '',
  dueOn: '2030-01-15',
  doneAt: null,
};
const step = cardWith({ nextStep: { taskId: task.id, title: task.title, dueOn: task.dueOn } });

function agreement(id: string): DossierLine {
  return { id, kind: 'agreement', text: id, decidedOn: null };
}

const start = clientPageWith({ card: step, tasks: [task], dossier: ['First', 'Second'].map(agreement) });

/** What each command makes of the page. */
const after: Readonly<Record<string, (client: ClientPage) => Partial<ClientPage>>> = {
  'clients.editTask': () => ({ card: cardWith({}), tasks: [{ ...task, doneAt: '2026-01-15T10:00:00.000Z' }] }),
  'clients.addDossierLine': ({ dossier }) => ({ dossier: [...dossier, agreement('Third')] }),
  'clients.deleteDossierLine': ({ dossier }) => ({ dossier: dossier.slice(1) }),
};

let leave = () => {};
let sent: string[] = [];

beforeEach(async () => {
  let client = start;
  let revision = 1;
  sent = [];
  answerBy((name) => {
    if (name === 'clients.signals') return { ok: true, value: { revision, marks: [], dismissed: [] } };
    const change = after[name];
    if (change !== undefined) {
      sent.push(name);
      revision += 1;
      client = { ...client, ...change(client) };
    }
    if (name === 'clients.work') return { ok: true, value: { revision, work: clientWorkWith() } };
    return { ok: true, value: { revision, page: client } };
  });
  leave = showPartOfClient((client) => <Inspector page={client} />);
  await expect.element(page.getByRole('region', { name: 'Agreements' })).toBeVisible();
});

afterEach(() => leave());

const plus = page.getByRole('button', { name: 'Add an agreement' });

function press(key: string, name: string): Promise<void> {
  const element = page.getByRole('button', { name }).element();
  if (element instanceof HTMLElement) element.focus();
  return userEvent.keyboard(key);
}

test('a task that is ticked takes the focus along to its new place', async () => {
  const box = page.getByRole('checkbox', { name: 'Done: Call' });
  const element = box.element();
  if (element instanceof HTMLElement) element.focus();
  await userEvent.keyboard(' ');
  await expect.element(page.getByRole('region', { name: 'Tasks' }).getByRole('checkbox')).toHaveFocus();
});

test('a new agreement is added once, and the focus returns to the plus', async () => {
  await press('{Enter}', 'Add an agreement');
  await page.getByRole('textbox', { name: 'New agreement' }).fill('Third');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('textbox', { name: 'New agreement' })).not.toBeInTheDocument();
  await expect.element(plus).toHaveFocus();
  expect(sent).toEqual(['clients.addDossierLine']);
});

test('Escape drops what is typed of an agreement and returns to the plus', async () => {
  await press('{Enter}', 'Add an agreement');
  await page.getByRole('textbox', { name: 'New agreement' }).fill('Third');
  await userEvent.keyboard('{Escape}');
  await expect.element(plus).toHaveFocus();
  expect(sent).toEqual([]);
});

test('an agreement that is deleted gives the focus to the next one, the last one to the plus', async () => {
  await press('{Enter}', 'Delete the agreement: First');
  await expect.element(page.getByRole('button', { name: 'Delete the agreement: Second' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(plus).toHaveFocus();
});
