import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../calendar.ts';
import {
  inReadingOrder,
  isOpen,
  isOverdue,
  openPredecessors,
  progressOf,
  stateProblem,
  type ItemFacts,
} from './items.ts';

const today = '2026-11-23';

function item(facts: Partial<ItemFacts> & { readonly id: string }): ItemFacts {
  return {
    state: 'todo',
    stateReason: '',
    dueOn: today,
    isMandatory: true,
    evidence: '',
    place: 'a0',
    after: [],
    ...facts,
  };
}

const anyItem = fc.record({
  id: fc.uuid(),
  state: fc.constantFrom('todo', 'doing', 'blocked', 'done', 'not_applicable', 'from a newer version'),
  dueOn: fc.integer({ min: -20, max: 20 }).map((offset) => addDays(today, offset)),
  place: fc.constantFrom('a0', 'a1', 'a2'),
});

describe('stateProblem', () => {
  test.each([
    ['done', true, '', '', 'evidence_missing'],
    ['done', true, '  \n', '', 'evidence_missing'],
    ['done', true, 'letter of 9 November', '', null],
    ['done', false, '', '', null],
    ['doing', true, '', '', null],
    ['not_applicable', true, '', ' ', 'reason_missing'],
    ['not_applicable', false, '', 'no shop in 1C', null],
  ])('%s, mandatory %s, evidence “%s”, reason “%s”: %s', (state, isMandatory, evidence, stateReason, expected) => {
    expect(stateProblem({ state, isMandatory, evidence, stateReason })).toBe(expected);
  });
});

describe('openPredecessors', () => {
  test('names what is not done yet', () => {
    const items = [
      item({ id: 'a', state: 'done' }),
      item({ id: 'b', state: 'doing' }),
      item({ id: 'c', state: 'not_applicable' }),
      item({ id: 'd' }),
    ];
    const names = openPredecessors(item({ id: 'e', after: ['a', 'b', 'c', 'gone'] }), items).map(({ id }) => id);
    expect(names).toEqual(['b']);
  });
});

describe('overdue and progress', () => {
  test('an item is overdue from the day after its due day, while open', () => {
    expect(isOverdue(item({ id: 'a', dueOn: '2026-11-22' }), today)).toBe(true);
    expect(isOverdue(item({ id: 'a', dueOn: today }), today)).toBe(false);
    expect(isOverdue(item({ id: 'a', dueOn: '2026-11-22', state: 'done' }), today)).toBe(false);
    expect(isOverdue(item({ id: 'a', dueOn: '2026-11-22', state: 'not_applicable' }), today)).toBe(false);
  });

  test('what does not apply is not counted', () => {
    const states = ['done', 'done', 'todo', 'blocked', 'not_applicable'];
    const items = states.map((state, index) => item({ id: String(index), state, dueOn: '2026-11-20' }));
    expect(progressOf(items, today)).toEqual({ done: 2, total: 4, overdue: 2 });
    expect(progressOf([], today)).toEqual({ done: 0, total: 0, overdue: 0 });
  });
});

describe('inReadingOrder', () => {
  test('overdue, open by date, done, not applicable', () => {
    const items = [
      item({ id: 'done', state: 'done', dueOn: '2026-11-10' }),
      item({ id: 'later', dueOn: '2026-12-01' }),
      item({ id: 'none', state: 'not_applicable', dueOn: '2026-11-01' }),
      item({ id: 'soon', dueOn: '2026-11-24' }),
      item({ id: 'overdue', dueOn: '2026-11-20', state: 'blocked' }),
    ];
    expect(inReadingOrder(items, today).map(({ id }) => id)).toEqual(['overdue', 'soon', 'later', 'done', 'none']);
  });

  test('is the same order from any order, and loses nothing', () => {
    const list = fc.uniqueArray(anyItem, { selector: ({ id }) => id, maxLength: 30 });
    fc.assert(
      fc.property(list, fc.nat(), (facts, turn) => {
        const items = facts.map(item);
        const turned = [...items.slice(turn % 7), ...items.slice(0, turn % 7)];
        const ordered = inReadingOrder(items, today);
        expect(inReadingOrder(turned, today)).toEqual(ordered);
        expect(new Set(ordered)).toEqual(new Set(items));
        const open = ordered.map(isOpen);
        expect(open.lastIndexOf(true)).toBe(open.filter(Boolean).length - 1);
      }),
    );
  });
});
