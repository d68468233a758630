import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { ClientPage, TimelineEntry } from '../../shared/contract/clients.ts';
import type { Arrival } from '../ui/navigation.ts';
import { clientPageWith, draftWith } from '../ui/test-data.ts';
import { bridgeTo, show } from '../ui/testing.tsx';
import { ClientNotes } from './client-notes.tsx';

const draft = draftWith();
const noteId = draft.id;

let entries: readonly TimelineEntry[] = [];
let leave = () => {};

beforeEach(() => {
  entries = [];
  bridgeTo((name, input) => {
    const isWithNotes = 'filter' in input && input.filter !== 'stages';
    const replies: Readonly<Record<string, unknown>> = {
      'notes.open': { note: draft },
      'notes.templates': { templates: [], removed: [] },
      'clients.timeline': { entries: isWithNotes ? entries : [], more: false },
    };
    return Promise.resolve(Reflect.apply(Object.assign, undefined, [{}, { ok: true, value: replies[name] }]));
  });
});
afterEach(() => leave());

/** The page of a client that stays open while a search leads to it again and again. */
function Searched({ page: client }: { readonly page: ClientPage }) {
  const [target, setTarget] = useState<Arrival | null>(null);
  return (
    <>
      <button type="button" onClick={() => setTarget({ noteId, words: 'thought', text: 'thoughts' })}>
        Search
      </button>
      <ClientNotes page={client} target={target} />
    </>
  );
}

function open(more: Partial<ClientPage> = {}) {
  leave = show(<Searched page={clientPageWith(more)} />);
}

const search = () => page.getByRole('button', { name: 'Search' }).click();
const text = () => page.getByRole('textbox', { name: 'Text of the note' });

describe('a search on the page that is open leads each time', () => {
  test('to a note, unfolded again and among all the history', async () => {
    const { id, kind, happenedAt, body } = draft;
    entries = [
      {
        type: 'note',
        isBeingEdited: false,
        signals: [],
        initiatedBy: null,
        id,
        kind,
        happenedAt,
        title: 'Talk',
        body,
        isCut: false,
        attendees: [],
        tasksDone: 0,
        tasksTotal: 0,
      },
    ];
    open();
    const head = page.getByRole('button', { name: /^Call: Talk$/, expanded: true });
    const folded = page.getByRole('button', { name: /^Call: Talk$/, expanded: false });
    await expect.element(folded).toBeVisible();
    await search();
    await expect.element(head).toHaveFocus();
    await head.click();
    await expect.element(folded).toBeVisible();
    await search();
    await expect.element(head).toHaveFocus();
    await page.getByRole('radio', { name: 'Stages' }).click();
    await expect.element(head).not.toBeInTheDocument();
    await search();
    await expect.element(head).toHaveFocus();
  });

  test('to a draft in a row of its own', async () => {
    const { id, kind } = draft;
    open({ drafts: [{ id, kind, happenedAt: '2126-11-23T08:00:00.000Z', title: 'Half a thought' }] });
    await expect.element(page.getByText('Planned')).toBeVisible();
    await search();
    await expect.element(text()).toHaveFocus();
    await search();
    await expect.element(text()).toHaveFocus();
  });

  test('to the draft in the composer, also when it is collapsed', async () => {
    open({ draftNoteId: noteId });
    await expect.element(text()).toBeVisible();
    await search();
    await expect.element(text()).toHaveFocus();
    await page.getByRole('button', { name: /^Collapse/ }).click();
    await expect.element(page.getByRole('button', { name: /^Draft: Half a thought/ })).toBeVisible();
    await search();
    await expect.element(text()).toHaveFocus();
  });
});
