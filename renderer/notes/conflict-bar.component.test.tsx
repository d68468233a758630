import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { draftWith } from '../ui/test-data.ts';
import { show } from '../ui/testing.tsx';
import { ConflictBar } from './conflict-bar.tsx';
import { fieldsOfNote } from './note-fields.ts';
import { createNoteWriter } from './note-writer.ts';

const nothing = () => Promise.reject(new Error('not asked for'));

test('people whose names are gone still make a difference', async () => {
  const note = draftWith({ attendees: [] });
  const { body, kind: _kind, happenedAt, initiatedBy } = note;
  const attendees = ['one', 'other'].map((personId) => ({ side: 'client' as const, personId }));
  const facts = { kind: 'call' as const, happenedAt, initiatedBy, attendees };
  const both = { ...note, kept: { body, facts, keptAt: note.updatedAt } };
  const disk = {
    write: nothing,
    revise: nothing,
    read: nothing,
    keep: nothing,
    setAside: nothing,
    keepAside: nothing,
    dropAside: nothing,
  };
  const writer = createNoteWriter({ fields: fieldsOfNote(both), note: both, disk, newCommandId: () => 'command' });
  const leave = show(<ConflictBar writer={writer} contacts={[]} lang={undefined} onChosen={() => {}} />);
  await page.getByRole('button', { name: 'Look at the difference' }).click();
  await expect.element(page.getByText(/2 more/)).toBeVisible();
  await expect.element(page.getByText(/nobody named/)).toBeVisible();
  leave();
});
