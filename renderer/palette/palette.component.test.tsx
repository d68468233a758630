import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SearchHit } from '../../shared/contract/search.ts';
import { useCommands } from '../ui/commands.ts';
import { useNavigation } from '../ui/navigation.ts';
import { useAnnouncements } from '../ui/announce.ts';
import { searchHitWith } from '../ui/test-data.ts';
import { bridgeTo, show } from '../ui/testing.tsx';
import { Palette } from './palette.tsx';

const id = (last: number) => `00000000-0000-4000-8000-00000000000${last}`;

function hit(group: SearchHit['group'], last: number, snippet: string): SearchHit {
  const from = snippet.indexOf('showcase');
  return searchHitWith({
    id: id(last),
    group,
    clientId: id(9),
    title: { text: 'Alder', hits: [] },
    snippet: { text: snippet, hits: [[from, from + 8]] },
  });
}

const hits = [
  hit('notes', 1, 'a mark in the showcase'),
  hit('notes', 2, 'the showcase of last year'),
  hit('clients', 9, 'Prototype of the showcase'),
];
const ofTheClient = [
  hit('contacts', 3, 'Vera showcase'),
  hit('tasks', 4, 'Show the showcase'),
  hit('tasks', 5, 'Pay the showcase'),
];

let found = hits;
let counted: Partial<Record<SearchHit['group'], number>> = {};
let texts: readonly string[] = [];
let indexed: number | null = null;
let calls: (readonly [name: string, input: unknown])[] = [];
let leave = () => {};
let answered: Promise<void> = Promise.resolve();

beforeEach(async () => {
  answered = Promise.resolve();
  [found, counted] = [hits, {}];
  texts = [];
  indexed = null;
  calls = [];
  const clients = [{ id: id(9), name: 'Alder', stage: 'stable' }];
  bridgeTo((name, input) => {
    const text = 'text' in input && typeof input.text === 'string' ? input.text : '';
    const isFound = 'showcase'.startsWith(text);
    const isClientFound = isFound || 'prototype'.startsWith(text);
    const reply = {
      hits: found.filter(({ group }) => (group === 'notes' ? isFound : isClientFound)),
      total: { notes: isFound ? 7 : 0, clients: isClientFound ? 1 : 0, contacts: 0, tasks: 0, handoffs: 0, ...counted },
      atLeast: [],
      indexed,
    };
    calls.push([name, input]);
    const others: Readonly<Record<string, unknown>> = { 'clients.names': { clients }, 'search.recent': { texts } };
    const value = others[name] ?? reply;
    return answered.then(() => Reflect.apply(Object.assign, undefined, [{}, { ok: true, value }]));
  });
  useNavigation.setState({ route: { name: 'board' }, overlay: { name: 'palette' } });
  leave = show(<Palette />);
  await expect.element(field()).toHaveFocus();
});
afterEach(() => leave());

const field = () => page.getByRole('combobox', { name: 'Search' });
const active = () => page.getByRole('option', { selected: true });
const route = () => useNavigation.getState().route;

describe('before anything is typed', () => {
  test('it offers the clients seen last', async () => {
    await expect.element(page.getByRole('group', { name: 'Recent clients' })).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(route()).toEqual({ name: 'client', clientId: id(9) });
  });

  test('it tells what a search is narrowed with', async () => {
    await expect.element(page.getByText('has:task')).toBeVisible();
  });
});

/** A page offers something of its own under the name of what is offered everywhere. */
function Offering({ label }: { readonly label: string }) {
  useCommands([{ id: 'quick-note', label, section: 'note', keys: ['KeyN'], run: () => {} }]);
  return null;
}

test('a command is offered once, by its newest name, and goes when it does not fit any more', async () => {
  leave();
  leave = show(
    <>
      <Offering label="Quick note" />
      <Offering label="New note" />
      <Palette />
    </>,
  );
  await expect.element(field()).toHaveFocus();
  await userEvent.keyboard('n');
  await expect.element(page.getByRole('option', { name: /^New note(?! “)/ })).toBeVisible();
  await expect.element(page.getByRole('option', { name: /^Quick note/ })).not.toBeInTheDocument();
  await userEvent.keyboard('arwhal');
  await expect.element(page.getByRole('option', { name: /^New note “narwhal”/ })).toBeVisible();
  await expect.element(page.getByRole('option', { name: /^New note(?! “)/ })).not.toBeInTheDocument();
});

describe('what was looked for before', () => {
  beforeEach(async () => {
    leave();
    texts = ['showcase', 'estimate'];
    leave = show(<Palette />);
  });

  test('is searched again', async () => {
    await page.getByRole('option', { name: 'showcase' }).click();
    await expect.element(field()).toHaveValue('showcase');
    await expect.element(page.getByRole('group', { name: 'Notes' })).toBeVisible();
  });

  test('is forgotten', async () => {
    await page.getByRole('option', { name: 'Forget these searches' }).click();
    await expect.element(page.getByRole('group', { name: 'Recent searches' })).not.toBeInTheDocument();
    expect(calls).toContainEqual(['search.forget', {}]);
  });
});

test('a filter gets its value from those that fit', async () => {
  await userEvent.keyboard('showcase client:al');
  await expect.element(active()).toMatchTextContent('Alder');
  await userEvent.keyboard('{Enter}');
  await expect.element(field()).toHaveValue('showcase client:Alder ');
});

test('what was opened is remembered by what found it', async () => {
  await userEvent.keyboard('showcase');
  await expect.element(active()).toMatchTextContent('a mark in the showcase');
  await userEvent.keyboard('{Enter}');
  expect(calls).toContainEqual(['search.remember', { text: 'showcase' }]);
});

test('all results have a page of their own', async () => {
  await userEvent.keyboard('showcase');
  await expect.element(page.getByRole('option', { name: /All results for “showcase”/ })).toBeVisible();
  await userEvent.keyboard('{Control>}{Shift>}f{/Shift}{/Control}');
  expect(route()).toEqual({ name: 'search', text: 'showcase', group: null });
});

test('while the index is built that is said', async () => {
  indexed = 40;
  await userEvent.keyboard('showcase');
  await expect.element(page.getByText(/index is being rebuilt, 40\s%/)).toBeVisible();
});

describe('hits', () => {
  beforeEach(async () => {
    await userEvent.keyboard('showcase');
    await expect.element(page.getByRole('group', { name: 'Notes' })).toBeVisible();
  });

  test('are marked, grouped and counted', async () => {
    await expect.element(page.getByText('showcase', { exact: true }).nth(2)).toBeVisible();
    await expect.element(page.getByRole('group', { name: 'Notes' })).toMatchTextContent('7');
    await expect.element(page.getByRole('group', { name: 'Commands' })).toMatchTextContent('New note “showcase”');
  });

  test('that lead to the same client stand in one row, and all of them are counted', async () => {
    found = [...hits, ...ofTheClient];
    counted = { contacts: 1, tasks: 2 };
    await userEvent.keyboard('{Backspace}e');
    const clients = page.getByRole('group', { name: 'Clients' });
    await expect.element(clients.getByText('4', { exact: true })).toBeVisible();
    expect(clients.getByRole('option').elements()).toHaveLength(1);
  });

  test('are walked with the arrows, round the ends, and opened with Enter', async () => {
    await expect.element(active()).toMatchTextContent('a mark in the showcase');
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(active()).toMatchTextContent('last year');
    await userEvent.keyboard('{ArrowUp}{ArrowUp}');
    await expect.element(active()).toMatchTextContent('New note');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(route()).toEqual({
      name: 'client',
      clientId: id(9),
      arrival: { noteId: id(1), words: 'showcase', text: 'showcase' },
    });
  });

  test('of one group alone are shown with Tab, and all again with Tab', async () => {
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByRole('group', { name: 'Clients' })).not.toBeInTheDocument();
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByRole('group', { name: 'Clients' })).toBeVisible();
  });

  test('of one group alone may be none: that is said, and the limit stays in sight', async () => {
    await userEvent.keyboard('{Tab}');
    await expect.poll(() => useAnnouncements.getState().polite).toBe('Found: 2');
    await userEvent.keyboard('{Control>}a{/Control}proto');
    await expect.element(page.getByText('Nothing about “proto”')).toBeVisible();
    await expect.poll(() => useAnnouncements.getState().polite).toBe('Nothing found');
    await expect.element(page.getByText('all', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Notes' }).click();
    await expect.element(active()).toMatchTextContent('Prototype of the showcase');
  });

  test('lead to a quick note for their client with Ctrl Enter', async () => {
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(useNavigation.getState().overlay).toEqual({ name: 'quick-note', clientId: id(9) });
  });
});

test('what is typed becomes a note with the keys that its row shows', async () => {
  await userEvent.keyboard('showcase');
  await expect.element(page.getByRole('option', { name: /New note “showcase”/ })).toBeVisible();
  await userEvent.keyboard('{Control>}n{/Control}');
  expect(useNavigation.getState().overlay).toEqual({ name: 'quick-note', text: 'showcase' });
});

test('what narrows the search does not stand in the note', async () => {
  await userEvent.keyboard('showcase kind:call');
  await userEvent.click(page.getByRole('option', { name: /New note “showcase”/ }));
  expect(useNavigation.getState().overlay).toEqual({ name: 'quick-note', text: 'showcase' });
});

test('nothing found is said in words, with a way on', async () => {
  await userEvent.keyboard('vitrn');
  await expect.element(page.getByText('Nothing about “vitrn”')).toBeVisible();
  await expect.element(active()).toMatchTextContent('New note “vitrn”');
  await userEvent.keyboard('{Enter}');
  expect(useNavigation.getState().overlay).toEqual({ name: 'quick-note', text: 'vitrn' });
});

describe('Enter before the answer is there', () => {
  test('waits for it, and opens what it found', async () => {
    let answer = () => {};
    answered = new Promise((resolve) => {
      answer = resolve;
    });
    await userEvent.keyboard('prototype{Enter}');
    expect(useNavigation.getState().overlay).toEqual({ name: 'palette' });
    answer();
    await expect.poll(() => route()).toMatchObject({ name: 'client', clientId: id(9) });
  });

  test('is forgotten when one types on', async () => {
    let answer = () => {};
    answered = new Promise((resolve) => {
      answer = resolve;
    });
    await userEvent.keyboard('prototyp{Enter}e');
    answer();
    await expect.element(active()).toMatchTextContent('Prototype of the showcase');
    expect(route()).toEqual({ name: 'board' });
  });
});
