import { expect, test } from 'vitest';
import type { TimelineEntry } from '../../shared/contract/clients.ts';
import { appended, replaced, spotAbove, stale, type TimelinePage } from './timeline-pages.ts';

function entry(hour: number): TimelineEntry {
  const happenedAt = `2026-11-23T${String(hour).padStart(2, '0')}:00:00.000Z`;
  return { type: 'snooze', id: `note ${hour}`, happenedAt, untilOn: '2026-12-01', reason: '', subjects: [] };
}
const spot = (hour: number) => ({ happenedAt: entry(hour).happenedAt, id: entry(hour).id });
const hours = (pages: readonly TimelinePage[]) =>
  pages.map(({ entries }) => entries?.map(({ id }) => Number(id.slice(5))) ?? null);

const first = appended([], null, { entries: [entry(9), entry(8)], more: true });
const both = appended(first, spot(8), { entries: [entry(7), entry(6)], more: false });

test('pages follow one another, the last one open at its end', () => {
  expect(hours(both)).toEqual([
    [9, 8],
    [7, 6],
  ]);
  expect(both).toMatchObject([
    { before: null, until: spot(8) },
    { before: spot(8), until: null },
  ]);
});

test('a page keeps its stretch when its entries change', () => {
  const changed = replaced(stale(both), 0, { entries: [entry(10), entry(9)], more: false });
  expect(changed).toMatchObject([
    { before: null, until: spot(8), isStale: false },
    { before: spot(8), isStale: true },
  ]);
  expect(hours(changed)[0]).toEqual([10, 9]);
});

test('what one answer cannot hold is read later, without a gap', () => {
  const full = replaced(both, 0, { entries: [entry(11), entry(10)], more: true });
  expect(full).toMatchObject([
    { before: null, until: spot(10) },
    { before: spot(10), until: spot(8), entries: null, isStale: true },
    { before: spot(8), until: null },
  ]);
  expect(new Set(full.map(({ key }) => key)).size).toBe(3);
});

test('the open end closes where an answer was cut', () => {
  expect(replaced(both, 1, { entries: [entry(7)], more: true })[1]).toMatchObject({ until: spot(7) });
});

test('a page begins under the last entry above it, also when the page between has become empty', () => {
  const three = appended(both, spot(6), { entries: [entry(5)], more: false });
  expect(three.map((_page, index) => spotAbove(three, index)?.id)).toEqual([undefined, 'note 8', 'note 6']);
  const emptied = replaced(three, 1, { entries: [], more: false });
  expect(spotAbove(emptied, 2)?.id).toBe('note 8');
  const unread = emptied.map((page) => (page.key === 1 ? { ...page, entries: null } : page));
  expect(spotAbove(unread, 2)).toEqual(spot(6));
});

test('entries that are read again and say the same stay the same list', () => {
  const again = replaced(stale(first), 0, { entries: [entry(9), entry(8)], more: true });
  expect(again[0]?.entries).toBe(first[0]?.entries);
  expect(again[0]?.isStale).toBe(false);
});
