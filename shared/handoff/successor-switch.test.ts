import { describe, expect, test } from 'vitest';
import { weekdaysCalendar } from '../content/calendars.ts';
import { makePlan, type SuccessorMode } from './plan.ts';
import { sideIn, type SwitchedItem, type SwitchedPlan, switchSuccessor } from './successor-switch.ts';

const startOn = '2026-11-09';

function begun(successor: SuccessorMode, more: readonly SwitchedItem[] = []): SwitchedPlan {
  const plan = makePlan({ startOn, calendar: weekdaysCalendar, successor, extended: [] });
  const items = plan.map(({ code, section, side }) => ({ id: code, code, section, side, state: 'todo' }));
  return { startOn, calendar: weekdaysCalendar, known: plan.map(({ code }) => code), items: [...items, ...more] };
}

const codes = (items: readonly { readonly code: string }[]) => items.map(({ code }) => code).toSorted();
const own: SwitchedItem = { id: 'own', code: '', section: '', side: 'successor', state: 'todo' };

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
});

test('with a contractor the search and the successor’s steps come in, as if it had begun so', () => {
  const { returning, passed, plan } = switchSuccessor(begun('freeze'), 'freeze', 'contractor');
  const whole = makePlan({ startOn, calendar: weekdaysCalendar, successor: 'contractor', extended: [] });
  expect(returning).toEqual(whole.filter(({ code }) => ['C2', 'C3', 'C4', 'C5'].includes(code)));
  expect(codes(passed)).toEqual(['D8', 'H3', 'I3', 'I4']);
  expect(plan).toEqual(whole);
});

test('what the search never had does not come with it', () => {
  const plan = begun('freeze');
  const { returning } = switchSuccessor({ ...plan, known: [...plan.known, 'C2', 'C4'] }, 'freeze', 'contractor');
  expect(codes(returning)).toEqual(['C2', 'C4']);
});

test('from one way without a contractor to the other nothing changes', () => {
  expect(switchSuccessor(begun('freeze'), 'freeze', 'in_house')).toMatchObject({
    passed: [],
    dropped: [],
    returning: [],
  });
});
