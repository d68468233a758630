import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ArchiveEntry } from '../../shared/contract/handoff.ts';
import { forgetTheWay, navigate } from '../ui/navigation.ts';
import { cardWith } from '../ui/test-data.ts';
import { answerBy, show } from '../ui/testing.tsx';
import { clearToasts, useToasts } from '../ui/toast.ts';
import { ArchivePage } from './archive-page.tsx';
import { loadArchive, useArchive } from './archive-store.ts';

let leave = () => {};
afterEach(() => {
  leave();
  clearToasts();
  forgetTheWay();
  useArchive.setState({ status: 'loading', problem: null, entries: [] });
});

function ended(name: string, reason: string): ArchiveEntry {
  return {
    card: cardWith({ id: name, name, stage: 'ended' }),
    endedOn: '2020-06-30',
    reason,
    handoffId: null,
    isPromiseKept: null,
    wouldReturn: '',
  };
}

const entries = [ended('Birch Bakery', 'No growth plan'), ended('Весёлая ферма', 'Переросли друг друга')];
const found = () =>
  page
    .getByRole('listitem')
    .elements()
    .map((row) => row.querySelector('button')?.textContent);

test('is searched by any words of name and reason, and opens with what was looked for on the board', async () => {
  answerBy(() => ({ ok: true, value: { revision: 1, entries } }));
  navigate({ name: 'archive', text: 'bakery birch' });
  leave = show(<ArchivePage />);
  await expect.poll(found).toEqual(['Birch Bakery']);
  const field = page.getByRole('searchbox', { name: 'Search in the archive' });
  await expect.element(field).toHaveValue('bakery birch');
  await field.fill('веселая друг');
  await expect.poll(found).toEqual(['Весёлая ферма']);
  await userEvent.clear(field);
  await expect.poll(found).toHaveLength(2);
});

test('years and days stand under each other, whatever buttons a row has', async () => {
  const [birch, farm] = entries;
  answerBy(() => ({ ok: true, value: { revision: 1, entries: [{ ...birch, handoffId: 'h1' }, farm] } }));
  leave = show(<ArchivePage />);
  const days = page.getByText(/^until /);
  await expect.poll(() => days.elements()).toHaveLength(2);
  const [first, second] = days.elements().map((element) => element.getBoundingClientRect().left);
  expect(first).toBe(second);
});

test('says how the month came out and whether they would come back', async () => {
  const [birch, farm] = entries;
  const told = [
    { ...birch, handoffId: 'h1', isPromiseKept: true, wouldReturn: 'perhaps' },
    { ...farm, handoffId: 'h2', isPromiseKept: false, wouldReturn: '' },
  ];
  answerBy(() => ({ ok: true, value: { revision: 1, entries: told } }));
  leave = show(<ArchivePage />);
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await expect.element(row('Birch Bakery').getByText('handed over within the month')).toBeVisible();
  await expect.element(row('Birch Bakery').getByText('might come back')).toBeVisible();
  await expect.element(row('Весёлая ферма').getByText('the promise of a month was not kept')).toBeVisible();
});

test('stays in sight when it cannot be brought up to date', async () => {
  answerBy(() => ({ ok: true, value: { revision: 1, entries } }));
  leave = show(<ArchivePage />);
  await expect.poll(found).toHaveLength(2);
  answerBy(() => ({ ok: false, code: 'disk_error', message: '' }));
  await loadArchive();
  expect(useToasts.getState().shown?.tone).toBe('danger');
  expect(found()).toHaveLength(2);
});

test('an answer that was overtaken changes nothing', async () => {
  const waiting: (() => void)[] = [];
  let asked = 0;
  answerBy(() => {
    asked += 1;
    const value = { revision: asked, entries: entries.slice(0, asked) };
    return new Promise((resolve) => waiting.push(() => resolve({ ok: true, value })));
  });
  const both = [loadArchive(), loadArchive()];
  waiting[1]?.();
  waiting[0]?.();
  await Promise.all(both);
  expect(useArchive.getState().entries).toHaveLength(2);
});
