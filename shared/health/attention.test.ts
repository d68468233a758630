import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { addDays } from '../calendar.ts';
import { attentionCount, attentionOf, nextContacts } from './attention.ts';
import type { AttentionClient, AttentionHandoff } from './attention-entries.ts';
import type { Doubt } from './doubts.ts';
import type { Snooze } from './snoozes.ts';

const today = '2026-11-23';

function client(id: string, more: Partial<AttentionClient> = {}): AttentionClient {
  return {
    id,
    name: id,
    partnerId: null,
    addedOn: '2020-01-01',
    lastTouchOn: '2026-11-20',
    lastTouchAt: '2026-11-20T09:00:00.000Z',
    contactNormDays: 14,
    tasks: [],
    reports: [],
    renewals: [],
    revisit: null,
    verdict: null,
    ...more,
  };
}

function task(id: string, dueOn: string, madeAt = '2026-01-01T09:00:00.000Z') {
  return { id, title: id, dueOn, madeAt };
}

function snooze(subject: string, untilOn: string, more: Partial<Snooze> = {}): Snooze {
  const madeAt = '2026-11-23T08:00:00.000Z';
  return { id: `${subject} ${untilOn}`, clientId: 'one', subject, untilOn, reason: 'Later', madeAt, ...more };
}

interface Scene {
  readonly clients?: readonly AttentionClient[];
  readonly handoffs?: readonly AttentionHandoff[];
  readonly snoozes?: readonly Snooze[];
  readonly doubts?: Readonly<Record<string, Doubt>>;
}

function attention({ clients = [], handoffs = [], snoozes = [], doubts = {} }: Scene, day = today) {
  return attentionOf({ clients, handoffs, snoozes, doubts: new Map(Object.entries(doubts)) }, day);
}

const rowsOf = (scene: Scene, day = today) => attention(scene, day).rows;

describe('attention', () => {
  test('says nothing of a client in good order', () => {
    expect(rowsOf({ clients: [client('calm', { tasks: [task('Plan', '2026-12-15')] })] })).toEqual([]);
  });

  test('keeps an eye on who is in doubtful health, those at risk before the others', () => {
    const worst = { code: 'quiet', now: 1, before: 4 } as const;
    const doubt = (verdict: Doubt['verdict']): Doubt => ({ verdict, reasons: [worst], language: null });
    const scene: Scene = {
      clients: [client('a'), client('b'), client('leaving')],
      handoffs: [{ id: 'handoff', clientId: 'leaving', endOn: '2026-12-20', items: [] }],
      doubts: { a: doubt('watch'), b: doubt('risk'), leaving: doubt('risk') },
    };
    const rows = rowsOf(scene);
    expect(rows.map(({ clientId, group, subjects }) => [clientId, group, ...subjects])).toEqual([
      ['b', 'watch', 'health:quiet'],
      ['a', 'watch', 'health:quiet'],
    ]);
    expect(attentionCount(rows)).toBe(2);
    const asleep = attention({ ...scene, snoozes: [snooze('health:quiet', '2026-12-01', { clientId: 'a' })] });
    expect(asleep.rows.map(({ clientId }) => clientId)).toEqual(['b']);
    expect(asleep.snoozed).toMatchObject([
      { row: { clientId: 'a', reason: { kind: 'health' } }, untilOn: '2026-12-01' },
    ]);
  });

  test.each([
    ['2026-11-20', 'today', 3],
    ['2026-11-23', 'today', 0],
    ['2026-11-24', 'week', -1],
    ['2026-11-30', 'week', -7],
  ])('puts a task due on %s under %s', (dueOn, group, lateDays) => {
    const [row] = rowsOf({ clients: [client('one', { tasks: [task('Call', dueOn)] })] });
    expect(row).toMatchObject({ group, lateDays, subjects: ['task:Call'], reason: { kind: 'task', dueOn } });
  });

  test('folds the tasks of a client into one row per group', () => {
    const tasks = [
      task('late', '2026-11-21'),
      task('latest', '2026-11-02'),
      task('now', today),
      task('soon', '2026-11-27'),
    ];
    const rows = rowsOf({ clients: [client('one', { tasks })] });
    expect(rows).toMatchObject([
      { group: 'today', subjects: ['task:latest', 'task:late', 'task:now'], reason: { taskId: 'latest', more: 2 } },
      { group: 'week', subjects: ['task:soon'], reason: { more: 0 } },
    ]);
  });

  test('counts the rhythm from the day after the norm', () => {
    const onTime = client('on time', { lastTouchOn: '2026-11-09' });
    const late = client('late', { lastTouchOn: '2026-11-08' });
    expect(rowsOf({ clients: [onTime, late] })).toEqual([
      {
        clientId: 'late',
        clientName: 'late',
        partnerId: null,
        group: 'watch',
        subjects: ['rhythm'],
        reason: { kind: 'rhythm', days: 15, norm: 14, isFirst: false },
        lateDays: 1,
      },
    ]);
  });

  test('waits for the first contact from the day the client was added', () => {
    const unmet = { lastTouchOn: null, lastTouchAt: null };
    const overdue = client('overdue', { ...unmet, addedOn: '2026-11-08' });
    const onTime = client('on time', { ...unmet, addedOn: '2026-11-09' });
    const uncounted = client('uncounted', { ...unmet, contactNormDays: null });
    const clients = [onTime, overdue, uncounted];
    expect(rowsOf({ clients })).toMatchObject([
      {
        clientId: 'overdue',
        group: 'watch',
        reason: { kind: 'rhythm', days: 15, norm: 14, isFirst: true },
        lateDays: 1,
      },
    ]);
    expect(nextContacts(clients, today)).toMatchObject([{ clientId: 'on time', on: today }]);
    const asleep = attention({
      clients: [overdue],
      snoozes: [snooze('rhythm', '2026-12-01', { clientId: 'overdue' })],
    });
    expect(asleep).toMatchObject({ rows: [], snoozed: [{ untilOn: '2026-12-01' }] });
  });

  test('shows reports by their day, renewals also when they are further away', () => {
    const reports = [
      { kind: 'month', period: '2026-10', dueOn: '2026-11-05' },
      { kind: 'quarter', period: '2026-Q4', dueOn: '2027-01-15' },
    ] as const;
    const renewals = [
      { id: 'domain', name: 'alder.example', renewalOn: '2026-12-20' },
      { id: 'hosting', name: 'Hosting', renewalOn: '2026-11-26' },
    ];
    expect(rowsOf({ clients: [client('one', { reports, renewals })] })).toMatchObject([
      { group: 'today', subjects: ['report:month:2026-10'], lateDays: 18 },
      { group: 'week', subjects: ['asset:hosting'] },
      { group: 'watch', subjects: ['asset:domain'], lateDays: -27 },
    ]);
  });

  test.each([
    [{}, 1],
    [{ tasks: [task('Call them', '2027-02-01')] }, 0],
    [{ lastTouchOn: '2026-11-22' }, 0],
    [{ revisit: { trialId: 'trial', on: '2026-12-15', saidAt: null } }, 0],
    [{ tasks: [task('Said before', '2026-11-20', '2026-08-31T23:00:00.000Z')] }, 1],
    [{ tasks: [task('Said since', '2026-11-20', '2026-09-01T00:00:00.000Z')] }, 0],
  ])('brings “not now” back on its day, until it is taken up: %j', (more, count) => {
    const revisit = { trialId: 'trial', on: '2026-11-21', saidAt: '2026-09-01T00:00:00.000Z' };
    const rows = rowsOf({ clients: [client('one', { revisit, ...more })] });
    const seen = rows.flatMap(({ subjects }) => subjects).filter((subject) => subject.startsWith('revisit'));
    expect(seen).toEqual(count === 0 ? [] : ['revisit:trial']);
  });

  test('shows what is late or due in a handoff, its last week and that it is past its end', () => {
    const item = (dueOn: string) => ({ id: dueOn, dueOn });
    const soon = [item('2026-11-24'), item('2026-11-26')];
    const handoffs = [
      { id: 'h1', clientId: 'a', items: [item('2026-11-21'), item('2026-11-02'), item(today)], endOn: '2026-12-09' },
      { id: 'h2', clientId: 'b', items: [item('2026-11-19')], endOn: '2026-11-20' },
      { id: 'h3', clientId: 'c', items: [...soon, item('2026-12-01')], endOn: '2026-11-25' },
      { id: 'h4', clientId: 'in the trash', items: soon, endOn: today },
    ];
    const rows = rowsOf({ clients: ['a', 'b', 'c'].map((id) => client(id)), handoffs });
    expect(rows.map(({ subjects, reason, lateDays }) => [reason.kind, lateDays, ...subjects])).toEqual([
      ['handoff_overdue', 21, 'handoff_item:2026-11-02', 'handoff_item:2026-11-21'],
      ['handoff_past_end', 3, 'handoff_past_end:h2'],
      ['handoff_due', 0, `handoff_item:${today}`],
      ['handoff_due', -1, 'handoff_item:2026-11-24', 'handoff_item:2026-11-26'],
      ['handoff_end', -2, 'handoff_end:h3'],
    ]);
    expect(rows[0]).toMatchObject({ reason: { count: 2, dueOn: '2026-11-02' } });
  });

  test('what becomes late in a handoff is not put off with what was late before', () => {
    const items = ['2026-11-20', '2026-11-21'].map((dueOn) => ({ id: dueOn, dueOn }));
    const handoffs = [{ id: 'h', clientId: 'one', items, endOn: '2026-12-09' }];
    const snoozes = [snooze('handoff_item:2026-11-20', '2026-12-01')];
    const { rows, snoozed } = attention({ clients: [client('one')], handoffs, snoozes });
    expect(rows).toMatchObject([{ subjects: ['handoff_item:2026-11-21'], reason: { count: 1 } }]);
    expect(snoozed).toMatchObject([{ row: { reason: { kind: 'handoff_overdue', count: 1 } } }]);
  });

  test('asks what came of a trial', () => {
    const verdict = { trialId: 'trial', endedOn: '2026-11-20' };
    expect(rowsOf({ clients: [client('one', { verdict })] })).toMatchObject([
      { group: 'today', lateDays: 3, subjects: ['verdict:trial'], reason: { kind: 'verdict' } },
    ]);
  });

  test('counts clients, not rows, and leaves out what is only near', () => {
    const rows = rowsOf({
      clients: [
        client('both', { lastTouchOn: '2026-10-01', tasks: [task('Call', '2026-11-01')] }),
        client('near', { tasks: [task('Call', '2026-11-25')] }),
        client('far', { renewals: [{ id: 'domain', name: 'Domain', renewalOn: '2026-12-20' }] }),
      ],
    });
    expect(rows).toHaveLength(4);
    expect(attentionCount(rows)).toBe(1);
  });

  test('knows the next contact by plan of each partner', () => {
    const clients = [
      client('later', { lastTouchOn: '2026-11-22' }),
      client('sooner', { lastTouchOn: '2026-11-11' }),
      client('Gleb’s', { lastTouchOn: '2026-11-18', partnerId: 'gleb' }),
      client('overdue', { lastTouchOn: '2026-10-11' }),
      client('never', { lastTouchOn: null }),
    ];
    expect(nextContacts(clients, today)).toEqual([
      { clientId: 'sooner', clientName: 'sooner', partnerId: null, on: '2026-11-25' },
      { clientId: 'Gleb’s', clientName: 'Gleb’s', partnerId: 'gleb', on: '2026-12-02' },
    ]);
  });
});

describe('a snooze', () => {
  const tasks = [task('a', '2026-11-20'), task('b', '2026-11-21'), task('c', '2026-11-22')];
  const late = client('one', { tasks });

  test('takes a subject out of its row and shows it apart', () => {
    const { rows, snoozed } = attention({ clients: [late], snoozes: [snooze('task:a', '2026-11-25')] });
    expect(rows).toMatchObject([{ subjects: ['task:b', 'task:c'] }]);
    expect(snoozed).toMatchObject([
      { row: { subjects: ['task:a'] }, snoozeIds: ['task:a 2026-11-25'], untilOn: '2026-11-25', reason: 'Later' },
    ]);
  });

  test('of a folded row is shown as one', () => {
    const snoozes = ['task:a', 'task:b', 'task:c'].map((subject) => snooze(subject, '2026-11-25'));
    const { rows, snoozed } = attention({ clients: [late], snoozes });
    expect(rows).toEqual([]);
    expect(snoozed).toMatchObject([{ row: { reason: { taskId: 'a', more: 2 } } }]);
    expect(snoozed[0]?.snoozeIds).toHaveLength(3);
  });

  test('counts as it was made last', () => {
    const snoozes = [snooze('task:a', '2026-12-25'), snooze('task:a', today)];
    expect(attention({ clients: [late], snoozes }).snoozed).toEqual([]);
  });

  test('of another client puts nothing off', () => {
    const snoozes = [snooze('task:a', '2026-12-25', { clientId: 'other' })];
    expect(attention({ clients: [late], snoozes }).snoozed).toEqual([]);
  });

  test.each(['rhythm', 'health:rhythm'])('of a rhythm, stored as %s, ends with the next touch', (subject) => {
    const quiet = (lastTouchAt: string) => ({
      clients: [client('one', { lastTouchOn: lastTouchAt.slice(0, 10), lastTouchAt })],
      snoozes: [snooze(subject, '2027-01-18')],
    });
    expect(rowsOf(quiet('2026-11-02T09:00:00.000Z'), '2026-12-20')).toEqual([]);
    expect(rowsOf(quiet('2026-11-24T09:00:00.000Z'), '2026-12-20')).toMatchObject([{ subjects: ['rhythm'] }]);
  });

  test('of anything else outlasts a touch', () => {
    const lastTouchAt = '2026-11-24T09:00:00.000Z';
    const touched = client('one', { tasks: [task('a', '2026-11-20')], lastTouchAt });
    expect(rowsOf({ clients: [touched], snoozes: [snooze('task:a', '2026-12-01')] }, '2026-11-25')).toEqual([]);
  });

  test('hides its row on every day before its own, and on none after', () => {
    const day = fc.integer({ min: 0, max: 120 }).map((days) => addDays(today, days));
    const silent = client('one', { lastTouchOn: '2026-06-01', lastTouchAt: null, tasks: [task('a', '2026-06-01')] });
    fc.assert(
      fc.property(day, day, fc.constantFrom('rhythm', 'task:a'), (until, looked, subject) => {
        const { rows, snoozed } = attention({ clients: [silent], snoozes: [snooze(subject, until)] }, looked);
        const isShown = rows.some(({ subjects }) => subjects.includes(subject));
        expect(isShown).toBe(looked >= until);
        expect(snoozed).toHaveLength(isShown ? 0 : 1);
        expect(rows).toHaveLength(isShown ? 2 : 1);
      }),
    );
  });
});
