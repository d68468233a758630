import { describe, expect, test } from 'vitest';
import { weekdaysCalendar } from '../content/calendars.ts';
import { keptPlan, type SuccessorMode } from './plan.ts';
import { sideIn, type SwitchedItem, type SwitchedPlan, switchSuccessor } from './successor-switch.ts';

function begun(successor: SuccessorMode, more: readonly SwitchedItem[] = []): SwitchedPlan {
  const { items, leftOut } = keptPlan({ startOn: '2026-11-09', calendar: weekdaysCalendar, successor, extended: [] });
  const kept = items.map(({ code, section, side }) => ({
    id: code,
    code,
    section,
    side,
    state: 'todo',
    isOut: leftOut.includes(code),
  }));
  return { items: [...kept, ...more], isEarly: false };
}

const codes = (items: readonly { readonly code: string }[]) => items.map(({ code }) => code).toSorted();
const own: SwitchedItem = { id: 'own', code: '', section: '', side: 'successor', state: 'todo', isOut: false };
const without = (plan: SwitchedPlan, ...gone: readonly string[]): SwitchedPlan => ({
  ...plan,
  items: plan.items.filter(({ code }) => !gone.includes(code)),
});

describe('without a contractor', () => {
  test.each(['in_house', 'freeze'] as const)('(%s) the search leaves the plan but for its first step', (to) => {
    const { dropped, passed, returning } = switchSuccessor(begun('contractor', [own]), 'contractor', to);
    expect(codes(dropped)).toEqual(['C2', 'C3', 'C4', 'C5']);
    expect(codes(passed)).toEqual(['', 'D8', 'H3', 'I3', 'I4']);
    expect(returning).toEqual([]);
  });

  test('what is done stays, and stays with who did it', () => {
    const plan = begun('contractor');
    const items = plan.items.map((item) => (['C2', 'D8'].includes(item.code) ? { ...item, state: 'done' } : item));
    const { dropped, passed } = switchSuccessor({ ...plan, items }, 'contractor', 'freeze');
    expect(codes(dropped)).toEqual(['C3', 'C4', 'C5']);
    expect(codes(passed)).not.toContain('D8');
    expect(sideIn('freeze', { side: 'successor', state: 'done' })).toBe('successor');
    expect(sideIn('freeze', { side: 'successor', state: 'todo' })).toBe('client');
    expect(sideIn('contractor', { side: 'successor', state: 'todo' })).toBe('successor');
    expect(sideIn('freeze', { side: 'agency', state: 'todo' })).toBe('agency');
  });

  test('the first step of the search stays, whichever it is', () => {
    const plan = without(begun('contractor'), 'C1', 'C3');
    expect(codes(switchSuccessor(plan, 'contractor', 'freeze').dropped)).toEqual(['C4', 'C5']);
  });
});

test('with a contractor the search and the successor’s steps come in', () => {
  const { returning, passed } = switchSuccessor(begun('freeze'), 'freeze', 'contractor');
  expect(codes(returning)).toEqual(['C2', 'C3', 'C4', 'C5']);
  expect(codes(passed)).toEqual(['D8', 'H3', 'I3', 'I4']);
});

test('what the search never had does not come with it', () => {
  const { returning } = switchSuccessor(without(begun('freeze'), 'C3', 'C5'), 'freeze', 'contractor');
  expect(codes(returning)).toEqual(['C2', 'C4']);
});

test('in a plan from before templates the search is what ships', () => {
  const { items } = without(begun('contractor'), 'C1');
  const { dropped } = switchSuccessor({ items, isEarly: true }, 'contractor', 'freeze');
  expect(codes(dropped)).toEqual(['C2', 'C3', 'C4', 'C5']);
});

test('from one way without a contractor to the other nothing changes', () => {
  expect(switchSuccessor(begun('freeze'), 'freeze', 'in_house')).toEqual({ passed: [], dropped: [], returning: [] });
});
