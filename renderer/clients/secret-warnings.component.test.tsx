import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { ClientPage } from '../../shared/contract/clients.ts';
import { clientPageWith, contactWith } from '../ui/test-data.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { Agreements } from './agreements.tsx';
import { ContactForm } from './contact-form.tsx';
import { LineList } from './dossier/line-list.tsx';
import { PersonRow } from './dossier/person-row.tsx';
import { PersonFields } from './person-fields.tsx';

let leave = () => {};
afterEach(() => leave());

const client: ClientPage = clientPageWith({
  dossier: [
    { id: '1', kind: 'agreement', text: 'Answer by six', decidedOn: null },
    { id: '2', kind: 'watch', text: 'The shop sleeps at night', decidedOn: null },
  ],
});
const marina = contactWith('Marina');

const parts: Readonly<Record<string, ReactNode>> = {
  'a line of the dossier': <LineList page={client} kind="watch" title="Watch out" />,
  'the agreements': <Agreements page={client} />,
  'a row of the people': (
    <table>
      <tbody>
        <PersonRow contact={marina} lang={undefined} />
      </tbody>
    </table>
  ),
  'a person beside the notes': <PersonFields contact={marina} lang={undefined} />,
  'a new person': <ContactForm clientId={client.card.id} onDone={() => {}} />,
};

/** The button that opens the field is null where it is open already. */
test.each([
  ['a line of the dossier', 'Watch out: The shop sleeps at night', 'Watch out'],
  ['a line of the dossier', 'New line: Watch out: Add a line', 'New line: Watch out'],
  ['the agreements', 'Agreement: Answer by six', 'Agreement'],
  ['the agreements', 'Add an agreement', 'New agreement'],
  ['a row of the people', 'in your words (Marina): in your words', 'in your words (Marina)'],
  ['a row of the people', 'email (Marina): email', 'email (Marina)'],
  ['a row of the people', 'phone (Marina): phone', 'phone (Marina)'],
  ['a person beside the notes', 'In your words (Marina): —', 'In your words (Marina)'],
  ['a person beside the notes', 'Email (Marina): —', 'Email (Marina)'],
  ['a person beside the notes', 'Phone (Marina): —', 'Phone (Marina)'],
  ['a new person', null, 'In your words'],
  ['a new person', null, 'Email'],
  ['a new person', null, 'Phone'],
])('%s warns of a secret in “%s” while it is typed', async (part, door, field) => {
  answerBy(() => ({ ok: true, value: { revision: 1, page: client } }));
  leave = show(parts[part]);
  if (door !== null) await page.getByRole('button', { name: door, exact: true }).click();
  const warning = page.getByText(/^This looks like a password or a key/);
  await page.getByRole('textbox', { name: field, exact: true }).fill('Ask for the shop');
  await expect.element(warning).not.toBeInTheDocument();
  await page.getByRole('textbox', { name: field, exact: true }).fill('password: Tr0ub4dor&3x');
  await expect.element(warning).toBeVisible();
});
