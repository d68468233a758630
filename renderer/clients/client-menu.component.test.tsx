import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ClosingQuestion } from '../ui/closing-question.tsx';
import { stay } from '../ui/closing.ts';
import { forgetTheWay, navigate, useNavigation } from '../ui/navigation.ts';
import { clientPageWith } from '../ui/test-data.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { clearToasts, useToasts } from '../ui/toast.ts';
import { ClientMenu } from './client-menu.tsx';
import { TaskForm } from './task-form.tsx';

const client = clientPageWith();
const { id: clientId } = client.card;

let asked: string[] = [];
/** Lets the client go into the trash. */
let remove = () => {};
let leave = () => {};

beforeEach(() => {
  asked = [];
  answerBy(async (name) => {
    asked.push(name);
    if (name === 'clients.delete') await new Promise<void>((done) => (remove = done));
    return { ok: true, value: { revision: 1, page: null } };
  });
  navigate({ name: 'client', clientId });
  leave = show(
    <>
      <ClientMenu page={client} />
      <TaskForm page={client} onDone={() => {}} />
      <ClosingQuestion />
    </>,
  );
});

afterEach(() => {
  leave();
  stay();
  clearToasts();
  forgetTheWay();
});

const task = page.getByRole('textbox', { name: 'What is to be done' });
const question = page.getByRole('alertdialog', { name: 'Leave without saving?' });
const here = () => useNavigation.getState().route;

async function deleteClient(): Promise<void> {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Delete client' }).click();
}

test('a client with words on its page that were not sent goes when the partner lets them go', async () => {
  await task.fill('Return the keys');
  await deleteClient();
  await question.getByRole('button', { name: 'Stay here' }).click();
  await expect.element(task).toHaveValue('Return the keys');
  expect(asked).not.toContain('clients.delete');
  await deleteClient();
  await question.getByRole('button', { name: 'Leave without saving' }).click();
  await expect.poll(() => asked).toContain('clients.delete');
  remove();
  await expect.poll(here).toEqual({ name: 'board' });
});

test('who has gone on before the client is in the trash stays there', async () => {
  await deleteClient();
  await expect.poll(() => asked).toContain('clients.delete');
  navigate({ name: 'attention' });
  remove();
  await expect.poll(() => useToasts.getState().shown?.text).toBe('Alder is in the trash');
  await new Promise((settled) => setTimeout(settled));
  expect(here()).toEqual({ name: 'attention' });
});
