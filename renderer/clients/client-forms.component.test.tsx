import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { saveAll } from '../ui/closing.ts';
import { cardWith, clientPageWith } from '../ui/test-data.ts';
import { bridgeTo, show } from '../ui/testing.tsx';
import { clearToasts, useToasts } from '../ui/toast.ts';
import { Agreements } from './agreements.tsx';
import { ClientFacts } from './client-facts.tsx';
import { ContactForm } from './contact-form.tsx';
import { TaskForm } from './task-form.tsx';

const client = clientPageWith();

const asked = vi.fn();
let leave = () => {};

/** `moment` is what the answers wait for. */
function answerWithPage(moment: Promise<void> = Promise.resolve()): void {
  asked.mockClear();
  bridgeTo(async (name, input) => {
    asked(name, input);
    await moment;
    return Reflect.apply(Object.assign, undefined, [{}, { ok: true, value: { revision: 1, page: client } }]);
  });
}

afterEach(() => {
  leave();
  clearToasts();
});

test.each([
  ['task', 'What is to be done', 'clients.addTask', (done: () => void) => <TaskForm page={client} onDone={done} />],
  [
    'person',
    'Name',
    'clients.addContact',
    (done: () => void) => <ContactForm clientId={client.card.id} onDone={done} />,
  ],
] as const)('a %s is sent once, however often Enter is pressed', async (_what, label, name, form) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  answerWithPage(promise);
  const onDone = vi.fn();
  leave = show(form(onDone));
  await page.getByRole('textbox', { name: label }).fill('Paul');
  await userEvent.keyboard('{Enter}{Enter}');
  resolve();
  await expect.poll(() => onDone).toHaveBeenCalledOnce();
  expect(asked.mock.calls.map(([call]) => call)).toEqual([name]);
});

test.each([
  ['en', 'Days between contacts', '1', 'The norm is now 1 day'],
  ['ru', 'Дней между контактами', '3', 'Норма теперь 3 дня'],
] as const)('a norm is counted in days and saved by Enter, in %s', async (language, label, days, said) => {
  answerWithPage();
  leave = show(<ClientFacts page={client} />, language);
  const door = page.getByRole('button', { name: /no contact yet|контакта ещё не было/ });
  await door.click();
  await page.getByRole('textbox', { name: label }).fill(days);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => useToasts.getState().shown?.text.replaceAll('\u00a0', ' ')).toBe(said);
  await expect.element(door).toHaveFocus();
  expect(asked.mock.calls).toMatchObject([['clients.edit', { contactNormDays: Number(days) }]]);
});

test.each([
  ['stable', 1],
  ['ended', 0],
])('a client in %s has %i meters of the contact', async (stage, meters) => {
  answerWithPage();
  leave = show(
    <ClientFacts page={clientPageWith({ card: cardWith({ stage, lastTouchAt: '2020-01-15T10:00:00.000Z' }) })} />,
  );
  await expect.element(page.getByRole('button', { name: /^contact / })).toBeVisible();
  expect(document.querySelectorAll('[aria-hidden] > [style*="width"]')).toHaveLength(meters);
});

const norm = page.getByRole('textbox', { name: 'Days between contacts' });

test('a norm that is refused or no number stays in the small form until Escape puts the old one back', async () => {
  bridgeTo(() => Promise.resolve({ ok: false, code: 'disk_full', message: '' }));
  leave = show(<ClientFacts page={client} />);
  const door = page.getByRole('button', { name: /no contact yet/ });
  await door.click();
  await norm.fill('12');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => useToasts.getState().shown).not.toBeNull();
  await expect.element(norm).toHaveValue('12');
  await norm.fill('now and then');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('A number of days from 1 to 365')).toBeVisible();
  await expect.element(norm).toHaveValue('now and then');
  await userEvent.keyboard('{Escape}');
  await expect.element(norm).toHaveValue('');
  await userEvent.keyboard('{Escape}');
  await expect.element(norm).not.toBeInTheDocument();
  await expect.element(door).toHaveFocus();
});

test('the first signed work is saved on its day, and the focus is back at the fact', async () => {
  answerWithPage();
  leave = show(<ClientFacts page={client} />);
  const door = page.getByRole('button', { name: /^with us/ });
  await door.click();
  await page.getByRole('spinbutton', { name: /^year/ }).click();
  await userEvent.keyboard('2019{Enter}');
  await expect.element(door).toHaveFocus();
  expect(asked.mock.calls).toMatchObject([['clients.edit', { sinceOn: '2019-01-15' }]]);
});

test('a new agreement is saved once, and one that was left with Escape is not', async () => {
  answerWithPage();
  leave = show(<Agreements page={client} />);
  const plus = page.getByRole('button', { name: 'Add an agreement' });
  await plus.click();
  await userEvent.keyboard('By letter only{Escape}');
  await expect.element(plus).toHaveFocus();
  expect(asked).not.toHaveBeenCalled();
  await plus.click();
  await userEvent.keyboard('Until 18:00{Enter}!');
  await expect(saveAll()).resolves.toBe(true);
  await expect.poll(() => asked.mock.calls).toMatchObject([['clients.addDossierLine', { text: 'Until 18:00' }]]);
});

test('a norm that cannot be one stays in the small form when one presses outside of it', async () => {
  answerWithPage();
  leave = show(<ClientFacts page={client} />);
  await page.getByRole('button', { name: /no contact yet/ }).click();
  await norm.fill('400');
  await userEvent.click(document.body, { position: { x: 2, y: 2 }, force: true });
  await expect.element(page.getByText('A number of days from 1 to 365')).toBeVisible();
  await expect.element(norm).toHaveValue('400');
  expect(asked).not.toHaveBeenCalled();
});
