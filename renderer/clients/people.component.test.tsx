import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addDays } from '../../shared/calendar.ts';
import type { Contact } from '../../shared/contract/clients.ts';
import { today } from '../ui/clock.ts';
import { formatShortDay } from '../ui/format.ts';
import { clientPageWith, contactWith } from '../ui/test-data.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { useToasts } from '../ui/toast.ts';
import { showPartOfClient } from './client-in-test.tsx';
import { People } from './people.tsx';

let sent: (readonly [name: string, input: object])[] = [];
let isRefused = false;
let leave = () => {};
/** What is unfolded stays so: another person for every test. */
let tests = 0;
let contacts: readonly Contact[] = [];

function answer(name: string, input: object): unknown {
  if (name !== 'clients.open') {
    sent.push([name, input]);
    if (isRefused) return { ok: false, code: 'disk_full', message: '' };
    if (name === 'clients.editContact')
      contacts = contacts.map((contact) =>
        contact.id === Reflect.get(input, 'contactId') ? { ...contact, ...input } : contact,
      );
    else contacts = contacts.slice(1);
  }
  return { ok: true, value: { revision: sent.length + 1, page: clientPageWith({ contacts: [...contacts] }) } };
}

beforeEach(async () => {
  tests += 1;
  sent = [];
  isRefused = false;
  contacts = [
    { ...contactWith('Marina', { decides: true }), id: `marina ${tests}` },
    { ...contactWith('Pavel'), id: `pavel ${tests}` },
  ];
  answerBy((name, input) => answer(name, Object(input)));
  leave = showPartOfClient((client) => <People page={client} />);
  await page.getByRole('button', { name: /^Marina/ }).click();
});
afterEach(() => leave());

const fields = page.getByRole('group', { name: 'Marina', exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });

test.each([
  ['In your words (Marina)', 'roleNote', 'warehouse and ERP'],
  ['Email (Marina)', 'email', 'marina@alder.example'],
  ['Phone (Marina)', 'phone', '+1 555 0100'],
])('%s is edited where it stands, as one command, and keeps the focus', async (label, field, words) => {
  await button(`${label}: —`).click();
  await userEvent.keyboard(`${words}{Enter}`);
  await expect.element(button(`${label}: ${words}`)).toHaveFocus();
  expect(sent).toEqual([
    ['clients.editContact', { commandId: expect.any(String), contactId: `marina ${tests}`, [field]: words }],
  ]);
  expect(useToasts.getState().shown?.actions?.[0]?.label).toBe('Undo');
});

test('the name, the role and what they do are one command each', async () => {
  await button('Name: Marina').click();
  await userEvent.keyboard('Marina Belova{Enter}');
  await expect.element(button('Name: Marina Belova')).toHaveFocus();
  await button('Role (Marina Belova): marketing').click();
  await page.getByRole('menuitem', { name: 'CTO' }).click();
  await expect.element(button('Role (Marina Belova): CTO')).toHaveFocus();
  for (const duty of ['decides', 'sets tasks', 'accepts results', 'pays', 'technical']) {
    const box = page.getByRole('checkbox', { name: duty });
    box.element().focus();
    await userEvent.keyboard(' ');
    await expect.element(box).toHaveFocus();
  }
  await expect.poll(() => sent.length).toBe(7);
  expect(sent.map(([, input]) => input)).toMatchObject([
    { name: 'Marina Belova' },
    { role: 'cto' },
    { decides: false },
    { setsTasks: true },
    { acceptsResults: true },
    { pays: true },
    { isTechnical: true },
  ]);
});

test('who left goes to the end of the list, unfolded and with the focus', async () => {
  await button('Left on (Marina): —').click();
  await page.getByRole('spinbutton', { name: /^month/ }).click();
  await userEvent.keyboard('03122024{Enter}');
  await expect.element(page.getByRole('list').first().getByRole('listitem').last()).toMatchTextContent(/^Marina/);
  await expect.element(button('Left on (Marina): Mar 12, 2024')).toHaveFocus();
  expect(sent.map(([, input]) => input)).toMatchObject([{ leftOn: '2024-03-12' }]);
});

test.each([
  ['en', 'marketing, decides, leaves'],
  ['ru', 'маркетинг, решает, уходит'],
] as const)('who is going to leave still does what they do, and the day is told, in %s', async (language, words) => {
  leave();
  const leftOn = addDays(today(), 10);
  const olga = contactWith('Olga', { decides: true, leftOn });
  leave = show(<People page={clientPageWith({ contacts: [olga] })} />, language);
  await expect.element(page.getByText(`${words} ${formatShortDay(language, leftOn, today())}`)).toBeVisible();
});

test('what is refused stays in the field', async () => {
  isRefused = true;
  await button('Phone (Marina): —').click();
  await userEvent.keyboard('+1 555 0100{Enter}');
  await expect.poll(() => useToasts.getState().shown?.tone).toBe('danger');
  await expect.element(page.getByRole('textbox', { name: 'Phone (Marina)' })).toHaveValue('+1 555 0100');
});

test('a person who is deleted leaves the focus at the way to add one', async () => {
  fields.getByRole('button', { name: 'Delete' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('button', { name: /^Marina/ })).not.toBeInTheDocument();
  await expect.element(button('Add a person')).toHaveFocus();
});
