import { describe, expect, test } from 'vitest';
import { attentionCount, type AttentionClient, attentionOf, nextContact } from './attention.ts';

const today = '2026-11-23';

function client(id: string, change: Partial<AttentionClient> = {}): AttentionClient {
  return { id, lastTouchOn: '2026-11-20', contactNormDays: 14, nextStep: null, ...change };
}

describe('attention', () => {
  test('says nothing of a client in good order', () => {
    const calm = client('calm', { nextStep: { title: 'Plan', dueOn: '2026-12-15' } });
    expect(attentionOf([calm], [], today)).toEqual([]);
  });

  test.each([
    ['2026-11-20', 'today', 'step_overdue'],
    ['2026-11-23', 'today', 'step_today'],
    ['2026-11-30', 'week', 'step_soon'],
  ])('puts a step due on %s under %s', (dueOn, group, kind) => {
    const [row] = attentionOf([client('one', { nextStep: { title: 'Call', dueOn } })], [], today);
    expect(row).toMatchObject({ group, reason: { kind } });
  });

  test('counts the rhythm from the day after the norm', () => {
    const onTime = client('on time', { lastTouchOn: '2026-11-09' });
    const late = client('late', { lastTouchOn: '2026-11-08' });
    expect(attentionOf([onTime, late], [], today)).toEqual([
      { clientId: 'late', group: 'watch', reason: { kind: 'rhythm', days: 15, norm: 14 }, lateDays: 1 },
    ]);
  });

  test('shows a handoff with overdue items and one past its last day', () => {
    const rows = attentionOf(
      [],
      [
        { id: 'h1', clientId: 'a', overdue: 2, endOn: '2026-12-09' },
        { id: 'h2', clientId: 'b', overdue: 0, endOn: '2026-11-20' },
        { id: 'h3', clientId: 'c', overdue: 0, endOn: '2026-11-23' },
      ],
      today,
    );
    expect(rows.map((row) => row.reason.kind)).toEqual(['handoff_past_end', 'handoff_overdue']);
  });

  test('counts clients, not rows, and leaves out what is only near', () => {
    const rows = attentionOf(
      [
        client('both', { lastTouchOn: '2026-10-01', nextStep: { title: 'Call', dueOn: '2026-11-01' } }),
        client('near', { nextStep: { title: 'Call', dueOn: '2026-11-25' } }),
      ],
      [],
      today,
    );
    expect(rows).toHaveLength(3);
    expect(attentionCount(rows)).toBe(1);
  });

  test('knows the next contact by plan', () => {
    const clients = [client('later', { lastTouchOn: '2026-11-22' }), client('sooner', { lastTouchOn: '2026-11-11' })];
    expect(nextContact(clients, today)).toEqual({ clientId: 'sooner', on: '2026-11-25' });
    expect(nextContact([], today)).toBeNull();
  });
});
