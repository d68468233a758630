import { describe, expect, test } from 'vitest';
import type { HealthLineCode } from '../contract/client-health.ts';
import { answered, draft, factsWith, idea, kpi, mark, sent, task, today, touched, wellFacts } from './facts-in-test.ts';
import { actsFor } from './receipt-acts.ts';
import type { HealthFacts } from './receipt-facts.ts';
import { changesSinceLastWeek, receipt } from './receipt.ts';

function of(more: Partial<HealthFacts>, day = today) {
  const made = receipt(factsWith(more), day);
  if (made === null) throw new Error('a client of the board has a receipt');
  return made;
}

function lineOf(code: HealthLineCode, more: Partial<HealthFacts>) {
  return of(more).lines.find((line) => line.code === code);
}

describe('the points of a line', () => {
  test.each([
    ['2026-11-23', 10],
    ['2026-11-09', 10],
    ['2026-11-08', 9],
    ['2026-10-26', -5],
    ['2026-10-12', -20],
    ['2026-01-12', -20],
  ])('rhythm, last touch on %s: %i', (on, points) => {
    expect(lineOf('rhythm', { touches: touched('2026-01-05', on) })).toMatchObject({ points, isUnknown: false });
  });

  test('a norm of the client slows the clock, and who was never met is not known', () => {
    const thresholds = { rhythm: 28, report: 35, ideas: 90, intent: 180 };
    expect(lineOf('rhythm', { touches: touched('2026-10-26'), thresholds })).toMatchObject({ points: 10, days: 28 });
    expect(lineOf('rhythm', {})).toMatchObject({ points: 0, isUnknown: true, days: null });
  });

  test.each([
    ['an open task of a day to come', { tasks: [task('2026-11-27')] }, 5],
    ['a task of today', { tasks: [task(today)] }, 5],
    ['a meeting that is written down ahead', { touches: [{ on: '2026-12-01', notedOn: '2026-11-20' }] }, 5],
    ['a meeting whose draft waits for its day', { planned: [draft('2026-12-01', '2026-11-20')] }, 5],
    ['a meeting of today that was written down before', { planned: [draft(today, '2026-11-20')] }, 5],
    ['a draft of today about today', { planned: [draft(today, today)] }, -5],
    ['a draft whose day has passed', { planned: [draft('2026-11-20', '2026-11-10')] }, -5],
    ['a task without a day', { tasks: [task(null)] }, -5],
    ['a task that is late', { tasks: [task('2026-11-20')] }, -5],
    ['a task that is done', { tasks: [task('2026-11-27', '2026-11-22')] }, -5],
    ['nothing', {}, -5],
  ])('next step with %s', (_what, facts, points) => {
    expect(lineOf('next_step', facts)).toMatchObject({ points, isUnknown: false });
  });

  test('the next step is whatever comes first, and a meeting leads to its draft', () => {
    const both = { tasks: [task('2026-11-27')], planned: [draft('2026-11-25', '2026-11-20')] };
    expect(lineOf('next_step', both)).toMatchObject({ dueOn: '2026-11-25', taskId: null, noteId: 'draft 2026-11-25' });
    const sooner = { ...both, tasks: [task('2026-11-24')] };
    expect(lineOf('next_step', sooner)).toMatchObject({ dueOn: '2026-11-24', taskId: 'task 2026-11-24' });
    expect(lineOf('next_step', sooner)).not.toHaveProperty('noteId');
  });

  test('a step whose day is over, or that has none, is named where nothing is to come', () => {
    const late = { tasks: [task(null), task('2026-11-20'), task('2026-11-12')] };
    expect(lineOf('next_step', late)).toMatchObject({ points: -5, stale: { dueOn: '2026-11-12' } });
    expect(lineOf('next_step', { tasks: [task(null)] })).toMatchObject({ points: -5, stale: { dueOn: null } });
    expect(lineOf('next_step', {})).not.toHaveProperty('stale');
    expect(lineOf('next_step', { tasks: [task('2026-11-20'), task('2026-11-27')] })).not.toHaveProperty('stale');
  });

  test.each([
    [['2026-11-27'], 4],
    [['2026-11-20'], -3],
    [['2026-11-20', '2026-11-19', '2026-11-27'], -6],
    [['2026-11-20', '2026-11-19', '2026-11-18', '2026-11-17', '2026-11-16'], -12],
  ])('promises due on %j: %i', (days, points) => {
    const facts = { tasks: days.map((day) => task(day)), firstTaskOn: '2026-09-01' };
    expect(lineOf('promises', facts)).toMatchObject({ points, isUnknown: false });
  });

  test('of promises the one that waits longest is named, and without any task nothing is known', () => {
    const facts = { tasks: [task('2026-11-20'), task('2026-11-12')], firstTaskOn: '2026-09-01' };
    expect(lineOf('promises', facts)).toMatchObject({ overdue: 2, first: { dueOn: '2026-11-12' } });
    expect(lineOf('promises', {})).toMatchObject({ points: 0, isUnknown: true });
  });

  test.each([
    ['2026-11-03', 6],
    ['2026-10-19', 6],
    ['2026-10-05', -1],
    ['2026-09-21', -8],
    ['2026-01-05', -8],
  ])('report sent on %s: %i', (on, points) => {
    expect(lineOf('report', { reports: [sent(on)] })).toMatchObject({ points });
  });

  test('results are the mean of figures with a target that were read of late', () => {
    const reached = kpi('29', { '2026-10-31': '31' });
    const behind = kpi('2', { '2026-10-31': '2.8' }, 'down');
    const old = kpi('29', { '2026-08-01': '12' });
    expect(lineOf('results', { kpis: [reached] })).toMatchObject({ points: 10, reached: 1 });
    expect(lineOf('results', { kpis: [reached, behind] })).toMatchObject({ points: 0, reached: 1, behind: 1 });
    expect(lineOf('results', { kpis: [behind, old] })).toMatchObject({ points: -10, kpi: { name: 'Repeat orders' } });
    expect(lineOf('results', { kpis: [old] })).toMatchObject({ points: 0, isUnknown: true });
  });

  test.each([
    [['2026-11-01'], 4],
    [['2026-11-01', '2026-10-01', '2026-09-15'], 8],
    [['2026-08-01'], -6],
    [[], -6],
  ])('ideas of %j: %i', (days, points) => {
    expect(lineOf('ideas', { insights: days.map((day) => idea(day)) })).toMatchObject({ points, isUnknown: false });
  });

  test('a client of two months owes us no verdict on ideas', () => {
    expect(lineOf('ideas', { sinceOn: '2026-09-20' })).toMatchObject({ points: 0, isUnknown: true });
    const thresholds = { rhythm: 14, report: 35, ideas: 365, intent: 180 };
    const generous = { sinceOn: '2026-06-20', insights: [idea('2026-07-01')], thresholds };
    expect(lineOf('ideas', generous)).toMatchObject({ points: 4, isUnknown: false });
  });

  test.each([
    ['yes', '2026-06-01', 6],
    ['no', '2026-06-01', -6],
    ['unknown', '2026-06-01', 0],
    ['yes', '2026-05-26', -4],
    ['no', '2026-05-26', -4],
  ])('“%s” about a plan on %s: %i', (answer, on, points) => {
    expect(lineOf('intent', { intents: [answered(answer, on)] })).toMatchObject({ points, isUnknown: false });
  });

  test.each([
    ['2026-11-23', 4, -8],
    ['2026-10-24', 4, -8],
    ['2026-09-09', 2, -4],
    ['2026-07-26', 0, 0],
  ])('signs marked on %s fade', (on, good, bad) => {
    expect(lineOf('healthy_signs', { marks: [mark('G-REPORT', on)] })).toMatchObject({ points: good });
    expect(lineOf('red_flags', { marks: [mark('R-SLOW', on)] })).toMatchObject({ points: bad });
  });

  test('signs have their limits, and one that ended says nothing', () => {
    const good = ['G-TRIAL', 'G-TALK', 'G-NEW', 'G-NEWLINE', 'G-FIT'].map((code) => mark(code, today));
    const bad = ['R-NOQ', 'R-NONTECH', 'R-SHORT', 'U-ANNUAL', 'U-KPI'].map((code) => mark(code, today));
    expect(lineOf('healthy_signs', { marks: good })).toMatchObject({ points: 16, count: 5 });
    expect(lineOf('red_flags', { marks: bad })).toMatchObject({ points: -40, count: 5 });
    expect(lineOf('red_flags', { marks: [mark('R-NOQ', '2026-11-01', '2026-11-20')] })).toMatchObject({ points: 0 });
  });
});

describe('the verdict', () => {
  test('of a client that all speaks for is good', () => {
    expect(receipt(wellFacts, today)).toMatchObject({ verdict: 'good', score: 99, confidence: 1, cap: null });
  });

  test('knows the lines of the early stages', () => {
    const codes = of({ stage: 'honeymoon' }).lines.map(({ code }) => code);
    expect(codes).toEqual(['rhythm', 'next_step', 'promises', 'intent', 'healthy_signs', 'red_flags']);
    expect(of({}).lines).toHaveLength(9);
  });

  test('is not given on who has left', () => {
    expect(receipt({ ...wellFacts, stage: 'ended' }, today)).toBeNull();
  });

  test('waits for data', () => {
    expect(of({})).toMatchObject({ verdict: 'unknown', confidence: 1 / 6 });
    expect(of({ stage: 'acquaintance', touches: touched(today) })).toMatchObject({ verdict: 'unknown' });
  });

  test('is careful with little data', () => {
    const { touches, tasks, firstTaskOn, marks } = wellFacts;
    const early = { stage: 'acquaintance', touches, tasks, firstTaskOn, marks };
    expect(of(early)).toMatchObject({ verdict: 'watch', score: 73 });
    expect(of({ ...early, intents: wellFacts.intents })).toMatchObject({ verdict: 'good' });
  });

  test('is held down by a critical flag, also by an old one, until it ends', () => {
    const marks = [mark('C-TRUST', '2026-03-01')];
    expect(receipt({ ...wellFacts, marks }, today)).toMatchObject({ verdict: 'risk', score: 39, cap: 'signal' });
    const ended = [mark('C-TRUST', '2026-03-01', '2026-11-20')];
    expect(receipt({ ...wellFacts, marks: ended }, today)).toMatchObject({ verdict: 'good', cap: null });
  });

  test('is held down by “no plan” while the answer is not too old, even when little else is known', () => {
    const said = (on: string) => ({ intents: [answered('no', on)] });
    expect(receipt({ ...wellFacts, ...said('2026-05-27') }, today)).toMatchObject({ verdict: 'risk', cap: 'intent' });
    expect(receipt({ ...wellFacts, ...said('2026-05-26') }, today)).toMatchObject({ verdict: 'good', cap: null });
    expect(of({ stage: 'acquaintance', ...said(today) })).toMatchObject({ verdict: 'risk' });
  });
});

describe('since last week', () => {
  test('says line by line what changed', () => {
    const facts = factsWith({
      touches: touched('2026-10-26'),
      tasks: [task('2026-11-20', '2026-11-22'), task('2026-11-14', '2026-11-21')],
      firstTaskOn: '2026-09-01',
      reports: [sent('2026-08-01'), sent('2026-11-20')],
    });
    const now = receipt(facts, today);
    expect(now && changesSinceLastWeek(facts, now, today)).toEqual([
      { code: 'rhythm', by: -8 },
      { code: 'next_step', by: -10 },
      { code: 'promises', by: 7 },
      { code: 'report', by: 14 },
    ]);
  });

  test('a call that nobody had planned was no next step before it came', () => {
    const changesOf = (notedOn: string) => {
      const facts = factsWith({ touches: [{ on: '2026-11-20', notedOn }] });
      const now = receipt(facts, today);
      return now && changesSinceLastWeek(facts, now, today).filter(({ code }) => code === 'next_step');
    };
    expect(changesOf('2026-11-20')).toEqual([]);
    expect(changesOf('2026-11-17')).toEqual([]);
    expect(changesOf('2026-11-16')).toEqual([{ code: 'next_step', by: -10 }]);
  });

  test('a meeting that was planned for the days since and is not told of was a next step then', () => {
    const facts = factsWith({ planned: [draft('2026-11-19', '2026-11-12')] });
    const now = receipt(facts, today);
    expect(now && changesSinceLastWeek(facts, now, today)).toEqual([{ code: 'next_step', by: -10 }]);
  });

  test('nothing changed where nothing happened', () => {
    const facts = factsWith({ touches: touched('2026-03-01') });
    const now = receipt(facts, today);
    expect(now && changesSinceLastWeek(facts, now, today)).toEqual([]);
  });
});

describe('what an act would give', () => {
  test('is said for the two worst lines', () => {
    const facts = { ...wellFacts, touches: touched('2026-10-12'), reports: [sent('2026-06-01')] };
    const now = receipt(facts, today);
    expect(now && actsFor(facts, now, today)).toEqual([
      { code: 'rhythm', by: 30 },
      { code: 'report', by: 14 },
    ]);
  });

  test('is silent where all is well', () => {
    const now = receipt(wellFacts, today);
    expect(now && actsFor(wellFacts, now, today)).toEqual([{ code: 'ideas', by: 4 }]);
  });

  test('names nothing but what holds the score down, and no points for it', () => {
    const actsOf = (facts: HealthFacts) => {
      const now = receipt(facts, today);
      return now && actsFor(facts, now, today);
    };
    const lapsed = { ...wellFacts, touches: touched('2026-10-12'), reports: [sent('2026-06-01')] };
    const marks = [mark('C-TRUST', today)];
    const intents = [answered('no', today)];
    expect(actsOf({ ...lapsed, marks })).toEqual([{ code: 'red_flags', by: null }]);
    expect(actsOf({ ...lapsed, intents })).toEqual([{ code: 'intent', by: null }]);
    expect(actsOf({ ...lapsed, marks, intents })).toEqual([
      { code: 'intent', by: null },
      { code: 'red_flags', by: null },
    ]);
  });
});
