import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CallOutput, Changed } from '../../shared/contract/contract.ts';
import type { SearchHit } from '../../shared/contract/search.ts';
import { type SearchRoute, useNavigation } from '../ui/navigation.ts';
import { searchHitWith } from '../ui/test-data.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { listenToKeys } from '../ui/commands.ts';
import { SearchPage } from './search-page.tsx';

const id = (last: number) => `00000000-0000-4000-8000-0000000000${String(last).padStart(2, '0')}`;
const none = { notes: 0, clients: 0, contacts: 0, tasks: 0, handoffs: 0 };

function hit(group: SearchHit['group'], last: number, more: Partial<SearchHit> = {}): SearchHit {
  return searchHitWith({
    id: id(last),
    group,
    clientId: id(90),
    title: { text: `Title ${last}`, hits: [] },
    snippet: { text: 'on showcases', hits: [[3, 12]] },
    ...more,
  });
}

type Found = CallOutput<'search.find'>;
type Question = { readonly text: string; readonly group?: string };

let found: (question: Question) => Found;
let isRefused = false;
let texts: readonly string[];
let change: (event: Changed) => void;
const asked = vi.fn();
let leave = () => {};

const nothing: Found = { hits: [], total: none, atLeast: [], indexed: null };

beforeEach(async () => {
  asked.mockClear();
  texts = [];
  isRefused = false;
  found = () => nothing;
  change = answerBy((name, input) => {
    asked(name, input);
    const question = { text: '', ...(typeof input === 'object' ? input : {}) };
    const values: Readonly<Record<string, unknown>> = {
      'clients.names': { clients: [{ id: id(90), name: 'Alder', stage: 'stable' }] },
      'search.recent': { texts },
      'search.find': found(question),
    };
    if (name === 'search.forget') texts = [];
    if (name === 'search.find' && isRefused) return { ok: false, code: 'disk_error', message: '' };
    return { ok: true, value: values[name] ?? {} };
  });
});
afterEach(() => leave());

/** As the window does: the page of the route that is current. */
function Window() {
  const route = useNavigation((navigation) => navigation.route);
  return route.name === 'search' ? <SearchPage route={route} /> : null;
}

function open(route: Partial<SearchRoute> = {}, language: 'en' | 'ru' = 'en') {
  useNavigation.setState({ route: { name: 'search', text: '', group: null, ...route }, overlay: null, back: [] });
  leave = show(<Window />, language);
}

const field = () => page.getByRole('combobox', { name: 'Search' });
const active = () => page.getByRole('option', { selected: true });
const group = (name: string) => page.getByRole('group', { name, exact: true });
const route = () => useNavigation.getState().route;

describe('what was found', () => {
  const hits = [
    hit('notes', 1),
    hit('notes', 2),
    hit('tasks', 3, { noteId: id(1), isOver: true }),
    hit('tasks', 4, { isNextStep: true }),
    hit('contacts', 5),
  ];
  beforeEach(() => {
    found = ({ group: only }) => ({
      hits: hits.filter((each) => only === undefined || each.group === only),
      total: { ...none, notes: 501, tasks: 2, contacts: 1 },
      atLeast: [],
      indexed: null,
    });
  });

  test('stands in groups with their numbers, its words marked', async () => {
    open();
    await expect.element(field()).toHaveFocus();
    await userEvent.keyboard('showcase');
    await expect.element(group('Notes')).toMatchTextContent('Show all: 500+');
    await expect.element(group('Notes').getByText('showcases').first()).toBeVisible();
    await expect.element(group('Tasks')).toMatchTextContent('Alder, next step');
    await expect.element(page.getByRole('radio', { name: /^People\s1/ })).toBeVisible();
    expect(route()).toMatchObject({ text: 'showcase', group: null });
  });

  test('is walked with the arrows; Enter opens it, keeps what found it, and the way back leads to the same row', async () => {
    open({ text: 'showcase' });
    await expect.element(active()).toMatchTextContent('Title 1');
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(active()).toMatchTextContent('Title 2');
    await userEvent.keyboard('{Enter}');
    expect(route()).toEqual({
      name: 'client',
      clientId: id(90),
      arrival: { noteId: id(2), words: 'showcases', text: 'showcase' },
    });
    expect(asked).toHaveBeenCalledWith('search.remember', { text: 'showcase' });
    expect(useNavigation.getState().back.at(-1)?.route).toMatchObject({ text: 'showcase', openedId: `notes ${id(2)}` });
    useNavigation.setState(({ back }) => ({ route: back.at(-1)?.route ?? { name: 'board' } }));
    await expect.element(active()).toMatchTextContent('Title 2');
  });

  test.each([
    ['Title 3', { arrival: { noteId: id(1), words: 'showcases', text: 'showcase' } }],
    ['Title 4', { spot: { record: 'task', id: id(4) } }],
    ['Title 5', { spot: { record: 'contact', id: id(5) } }],
  ])('%s leads to its place', async (title, place) => {
    open({ text: 'showcase' });
    await page.getByRole('option', { name: new RegExp(`^${title}`) }).click();
    expect(route()).toEqual({ name: 'client', clientId: id(90), ...place });
  });

  test('a handoff opens at the step that was found', async () => {
    found = () => ({
      hits: [hit('handoffs', 6, { itemId: id(7) })],
      total: { ...none, handoffs: 1 },
      atLeast: [],
      indexed: null,
    });
    open({ text: 'showcase' });
    await page.getByRole('option', { name: /^Title 6/ }).click();
    expect(route()).toEqual({ name: 'handoff', handoffId: id(6), spot: { record: 'item', id: id(7) } });
  });

  test('of one group is shown alone, more on demand, and the other numbers stay', async () => {
    open({ text: 'showcase' });
    await page.getByRole('option', { name: 'Show all: 500+' }).click();
    await expect.element(page.getByRole('radio', { name: /^Notes/ })).toBeChecked();
    await expect.element(group('Tasks')).not.toBeInTheDocument();
    await expect.element(page.getByRole('radio', { name: /^Tasks\s2/ })).toBeVisible();
    await page.getByRole('option', { name: 'Show more' }).click();
    await expect
      .poll(() => asked.mock.lastCall)
      .toEqual(['search.find', expect.objectContaining({ text: 'showcase' })]);
    expect(route()).toMatchObject({ group: 'notes', limit: 152 });
  });

  test('of a phrase that was not looked for to the end are told as at least so many, and more of them are offered', async () => {
    const notes = Array.from({ length: 50 }, (_, number) => hit('notes', number));
    found = ({ group: only }) => ({
      hits: only === undefined ? notes.slice(0, 1) : notes,
      total: { ...none, notes: only === undefined ? 3 : 50, tasks: 2 },
      atLeast: ['notes'],
      indexed: null,
    });
    open({ text: '"on showcases"', group: 'notes' });
    await expect.element(page.getByRole('radio', { name: /^Notes\s50\+/ })).toBeVisible();
    await expect.element(page.getByRole('radio', { name: /^Tasks\s2/ })).toBeVisible();
    await page.getByRole('option', { name: 'Show more' }).click();
    expect(route()).toMatchObject({ group: 'notes', limit: 200 });
  });
});

describe('filters', () => {
  test('get a value from those that fit', async () => {
    open();
    await page.getByRole('button', { name: 'client:' }).click();
    await expect.element(field()).toHaveFocus();
    await expect.element(active()).toMatchTextContent('Alder');
    await userEvent.keyboard('{Enter}');
    await expect.element(field()).toHaveValue('client:Alder ');
    await userEvent.keyboard('vitrn kind:c');
    await expect.element(group('Which kind of note')).toMatchTextContent('call');
  });

  test('that are understood are chips, which take them away', async () => {
    open({ text: 'client:Alder showcase after:2026-11-02' });
    await page.getByRole('button', { name: 'Without the filter “client Alder”' }).first().click();
    expect(route()).toMatchObject({ text: 'showcase after:2026-11-02' });
    await expect.element(page.getByRole('button', { name: /since November\s2/ }).first()).toBeVisible();
  });
});

describe('nothing found', () => {
  test('is said in words, with the ways on', async () => {
    found = () => ({ ...nothing, total: { ...none, tasks: 2 } });
    open({ text: 'unicorn kind:call', group: 'notes' });
    await expect.element(page.getByText('Looked for: the word “unicorn”, only: notes, kind: call.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'In all groups: 2' })).toBeVisible();
    found = () => nothing;
    await page.getByRole('button', { name: 'In all groups: 2' }).click();
    expect(route()).toMatchObject({ group: null });
    await page.getByRole('main').getByRole('button', { name: 'Without the filter “kind: call”' }).last().click();
    expect(route()).toMatchObject({ text: 'unicorn' });
    await expect.element(page.getByRole('button', { name: 'New note “unicorn”' })).toBeVisible();
    await page.getByRole('button', { name: 'New note “unicorn”' }).click();
    expect(useNavigation.getState().overlay).toEqual({ name: 'quick-note', text: 'unicorn' });
  });

  test('speaks Russian as well', async () => {
    open({ text: 'синий единорог вид:созвон' }, 'ru');
    await expect.element(page.getByText('Искали: все слова из «синий единорог», вид: созвон.')).toBeVisible();
  });
});

describe('recent searches', () => {
  test('are offered before anything is typed, and forgotten', async () => {
    texts = ['showcase', 'estimate'];
    open();
    await expect.element(group('Recent searches')).toMatchTextContent('estimate');
    await page.getByRole('option', { name: 'Forget these searches' }).click();
    await expect.element(group('Recent searches')).not.toBeInTheDocument();
    await expect.element(page.getByText('What are you looking for?')).toBeVisible();
  });

  test('are searched again', async () => {
    texts = ['showcase'];
    open();
    await page.getByRole('option', { name: 'showcase' }).click();
    expect(route()).toMatchObject({ text: 'showcase' });
  });
});

test('a search that did not work says so, and is tried again', async () => {
  isRefused = true;
  open({ text: 'showcase' });
  await expect.element(page.getByText('The search did not work')).toBeVisible();
  isRefused = false;
  found = () => ({ ...nothing, hits: [hit('notes', 1)], total: { ...none, notes: 1 } });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(page.getByRole('option', { name: /^Title 1/ })).toBeVisible();
});

test('while the index is built that is said, and what was asked is asked again as it grows', async () => {
  found = () => ({ ...nothing, indexed: 40 });
  open({ text: 'showcase' });
  await expect.element(page.getByText(/index is being rebuilt, 40\s%/)).toBeVisible();
  found = () => ({ hits: [hit('notes', 1)], total: { ...none, notes: 1 }, atLeast: [], indexed: null });
  change({ revision: 2, areas: ['search'] });
  await expect.element(page.getByRole('option', { name: /^Title 1/ })).toBeVisible();
  await expect.element(page.getByText(/index is being rebuilt/)).not.toBeInTheDocument();
});

test('the slash leads into the field, Escape back', async () => {
  const stop = listenToKeys();
  open({ text: 'showcase' });
  await page.getByRole('radio', { name: 'All' }).click();
  await userEvent.keyboard('/');
  await expect.element(field()).toHaveFocus();
  expect(route()).toMatchObject({ text: 'showcase' });
  await userEvent.keyboard('{Escape}');
  expect(route()).toEqual({ name: 'board' });
  stop();
});
