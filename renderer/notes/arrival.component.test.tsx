import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ClientPage, TimelineEntry } from '../../shared/contract/clients.ts';
import type { Arrival } from '../ui/navigation.ts';
import { clientPageWith, draftWith } from '../ui/test-data.ts';
import { bridgeTo, show } from '../ui/testing.tsx';
import { ClientNotes } from './client-notes.tsx';

let draft = draftWith();
const noteId = draft.id;

let entries: readonly TimelineEntry[] = [];
let leave = () => {};

beforeEach(() => {
  entries = [];
  draft = draftWith();
  bridgeTo((name, input) => {
    const isWithNotes = 'filter' in input && input.filter !== 'stages';
    const replies: Readonly<Record<string, unknown>> = {
      'notes.open': { note: draft },
      'notes.write': { revision: 1, note: draft, savedAt: draft.updatedAt },
      'notes.keep': {},
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

function talkWith(body: string): TimelineEntry {
  const { id, kind, happenedAt } = draft;
  return {
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
  };
}

const filler = 'They asked for the shop window again. ';

/** Whether the word can be read in the window, wherever in a paragraph it stands. */
function isInSight(word: string): boolean {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const at = node.textContent?.indexOf(word) ?? -1;
    if (at === -1) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + word.length);
    const { top, bottom } = range.getBoundingClientRect();
    if (bottom > top && top >= 0 && bottom <= window.innerHeight) return true;
  }
  return false;
}

describe('a search on the page that is open leads each time', () => {
  test('to a note, unfolded again and among all the history', async () => {
    entries = [talkWith(draft.body)];
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

  test('to the word itself in a paragraph that is longer than the window', async () => {
    entries = [talkWith(`${filler.repeat(700)}Then a thought came. ${filler.repeat(100)}`)];
    open();
    await expect.element(page.getByRole('button', { name: /^Call: Talk$/ })).toBeVisible();
    await search();
    await expect.poll(() => isInSight('thought')).toBe(true);
  });

  test('to the word itself in a long draft, behind which one goes on typing', async () => {
    draft = draftWith({ body: `${`${filler}\n\n`.repeat(200)}Then a thought came.\n\n${`${filler}\n\n`.repeat(200)}` });
    open({ draftNoteId: noteId });
    await expect.element(text()).toBeVisible();
    await search();
    await expect.poll(() => isInSight('thought')).toBe(true);
    await expect.element(text()).toHaveFocus();
    await userEvent.keyboard(' of mine');
    await expect.element(page.getByText('Then a thought of mine came.')).toBeVisible();
  });

  test('to the word itself in a finished note that is being edited', async () => {
    const body = `${`${filler}\n\n`.repeat(200)}Then a thought came.\n\n${`${filler}\n\n`.repeat(200)}`;
    draft = draftWith({ body });
    entries = [talkWith(body)];
    open();
    await page.getByRole('button', { name: /^Call: Talk$/ }).click();
    await userEvent.keyboard('e');
    await expect.element(text()).toBeVisible();
    await expect.poll(() => isInSight('thought')).toBe(false);
    await search();
    await expect.poll(() => isInSight('thought')).toBe(true);
    await expect.element(text()).toHaveFocus();
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
