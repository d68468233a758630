import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useSession } from '../ui/session.ts';
import { contactWith, settingsWith } from '../ui/test-data.ts';
import { show } from '../ui/testing.tsx';
import type { NoteFields } from './note-fields.ts';
import { PeopleChip } from './people-chip.tsx';

let leave = () => {};
let changes: unknown[] = [];
afterEach(() => {
  leave();
  changes = [];
  useSession.setState({ settings: null });
});

const fields: Pick<NoteFields, 'attendees' | 'initiatedBy' | 'happenedAt'> = {
  attendees: [],
  initiatedBy: null,
  happenedAt: '2026-11-23T08:00:00.000Z',
};

test('who was there is found by typing, taken with Enter, and who started it is said', async () => {
  const contacts = [contactWith('Marina Orlova', { id: 'marina' }), contactWith('Pavel', { id: 'pavel' })];
  leave = show(<PeopleChip fields={fields} contacts={contacts} onChange={(change) => changes.push(change)} />);
  await page.getByRole('button', { name: 'Who was there' }).click();
  await expect.element(page.getByRole('textbox', { name: 'Find a person' })).toHaveFocus();
  await userEvent.keyboard('orl');
  await expect.element(page.getByRole('checkbox', { name: 'Pavel' })).not.toBeInTheDocument();
  await userEvent.keyboard('{Enter}');
  expect(changes).toEqual([{ attendees: [{ side: 'client', personId: 'marina' }] }]);
  await expect.element(page.getByRole('checkbox', { name: 'Pavel' })).toBeVisible();
  await userEvent.keyboard('nobody{Enter}');
  await expect.element(page.getByText('Nobody of that name')).toBeVisible();
  await page.getByRole('radio', { name: 'Us' }).click();
  expect(changes.slice(1)).toEqual([{ initiatedBy: 'agency' }]);
});

test('the chip says who was there and who started it', async () => {
  const attendees = [{ side: 'agency' as const, personId: '1' }];
  leave = show(
    <PeopleChip fields={{ ...fields, attendees, initiatedBy: 'client' }} contacts={[]} onChange={() => {}} />,
  );
  await expect.element(page.getByRole('button', { name: 'Who was there: us · started by the client' })).toBeVisible();
});

test('a partner who was removed since is among those who were there, and can be taken out', async () => {
  useSession.setState({
    settings: settingsWith({
      formerPartners: [
        { id: '3', name: 'Nika T.' },
        { id: '4', name: 'Oleg' },
      ],
    }),
  });
  const attendees = [{ side: 'agency' as const, personId: '3' }];
  leave = show(
    <PeopleChip fields={{ ...fields, attendees }} contacts={[]} onChange={(change) => changes.push(change)} />,
  );
  await page.getByRole('button', { name: 'Who was there: us' }).click();
  await expect.element(page.getByRole('checkbox', { name: 'Oleg' })).not.toBeInTheDocument();
  const nika = page.getByRole('checkbox', { name: 'Nika T.' });
  await expect.element(nika).toBeChecked();
  await page.getByText('Nika T.').click();
  expect(changes).toEqual([{ attendees: [] }]);
});
