import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ClientPage } from '../../shared/contract/clients.ts';
import { bridgeTo, show } from '../ui/testing.tsx';
import { clearToasts, useToasts } from '../ui/toast.ts';
import { ClientFacts } from './client-facts.tsx';
import { TaskForm } from './task-form.tsx';

const client: ClientPage = {
  card: {
    id: '00000000-0000-4000-8000-000000000001',
    name: 'Alder',
    stage: 'stable',
    place: 'a0',
    partnerId: null,
    sinceOn: '2024-01-01',
    lastTouchAt: null,
    contactNormDays: null,
    nextStep: null,
    openFlags: 0,
    handoff: null,
    isSample: true,
  },
  language: null,
  contacts: [],
  engagements: [],
  tasks: [],
  dossier: [],
  draftNoteId: null,
  drafts: [],
  runningHandoffId: null,
  lastHandoffId: null,
};

const asked = vi.fn();
let leave = () => {};

function answerWithPage(): void {
  asked.mockClear();
  bridgeTo(async (name, input) => {
    asked(name, input);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return Reflect.apply(Object.assign, undefined, [{}, { ok: true, value: { revision: 1, page: client } }]);
  });
}

afterEach(() => {
  leave();
  clearToasts();
});

test('a task is sent once, however often Enter is pressed', async () => {
  answerWithPage();
  const onDone = vi.fn();
  leave = show(<TaskForm page={client} task={null} onDone={onDone} />);
  await page.getByRole('textbox', { name: 'What is to be done' }).fill('Send the plan');
  await userEvent.keyboard('{Enter}{Enter}');
  await expect.poll(() => onDone).toHaveBeenCalledOnce();
  expect(asked.mock.calls.map(([name]) => name)).toEqual(['clients.addTask']);
});

test.each([
  ['en', 'Days between contacts', 'Save', '1', 'The norm is now 1 day'],
  ['ru', 'Дней между контактами', 'Сохранить', '3', 'Норма теперь 3 дня'],
] as const)('a norm is counted in days, in %s', async (language, label, save, days, said) => {
  answerWithPage();
  leave = show(<ClientFacts page={client} />, language);
  await page.getByRole('button', { name: /no contact yet|контакта ещё не было/ }).click();
  await page.getByRole('textbox', { name: label }).fill(days);
  await page.getByRole('button', { name: save }).click();
  await expect.poll(() => useToasts.getState().shown?.text.replaceAll('\u00a0', ' ')).toBe(said);
});
