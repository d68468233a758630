import { expect, test } from 'vitest';
import { answered, factsWith, idea, kpi, mark, sent, today, touched, wellFacts } from './facts-in-test.ts';
import { bestReasons, subjectOf, worstAwake, worstReasons } from './reasons.ts';
import type { HealthFacts } from './receipt-facts.ts';
import { receipt } from './receipt.ts';

function receiptOf(facts: HealthFacts) {
  const made = receipt(facts, today);
  if (made === null) throw new Error('a client of the board has a receipt');
  return made;
}

const subjects = (facts: HealthFacts) => worstReasons(receiptOf(facts)).map(subjectOf);

test('the worst stands first: what holds down, then by points, then hints', () => {
  const facts = {
    ...wellFacts,
    touches: touched('2026-10-12'),
    reports: [sent('2026-10-05')],
    insights: [idea('2026-09-10')],
    marks: [mark('R-SLOW', today), mark('S-NOPLAN', '2026-08-20')],
  };
  expect(subjects(facts)).toEqual([
    'health:mark S-NOPLAN',
    'health:rhythm',
    'health:mark R-SLOW',
    'health:report',
    'health:no_new_idea',
  ]);
});

test('“no plan” stands before lines that cost more', () => {
  const facts = { ...wellFacts, touches: touched('2026-10-12'), intents: [answered('no', today)] };
  expect(subjects(facts)).toEqual(['health:intent', 'health:rhythm']);
});

test('what is missing is a reason while too little is known', () => {
  expect(subjects(factsWith({ sinceOn: '2026-11-01' }))).toEqual([
    'health:rhythm',
    'health:promises',
    'health:report',
    'health:results',
    'health:intent',
    'health:next_step',
  ]);
  expect(subjects(wellFacts)).toEqual([]);
});

test('what is put off lets the next one speak', () => {
  const made = receiptOf({ ...wellFacts, touches: touched('2026-10-12'), marks: [mark('R-SLOW', today)] });
  expect(worstAwake(worstReasons(made), () => false)).toMatchObject({ code: 'rhythm' });
  expect(worstAwake(worstReasons(made), (subject) => subject === 'health:rhythm')).toMatchObject({
    code: 'flag',
    signal: 'R-SLOW',
  });
  expect(worstAwake(worstReasons(made), () => true)).toBeNull();
});

test('of what speaks for the client the two best are told', () => {
  expect(bestReasons(receiptOf(wellFacts)).map(({ code }) => code)).toEqual(['rhythm', 'results']);
  const late = { ...wellFacts, touches: touched('2026-11-07') };
  expect(bestReasons(receiptOf(late)).map(({ code }) => code)).toEqual(['results', 'report']);
});

test('what is over its norm, behind or undecided is a reason even where it still counts for the client', () => {
  const steady = { stage: 'honeymoon', thresholds: { ...wellFacts.thresholds, rhythm: 7 }, marks: [] };
  const eleven = { ...wellFacts, ...steady, touches: touched('2026-11-12') };
  expect(receiptOf(eleven)).toMatchObject({ verdict: 'watch', score: 66 });
  expect(subjects(eleven)).toEqual(['health:rhythm']);
  expect(subjects({ ...wellFacts, reports: [sent('2026-10-18')] })).toEqual(['health:report']);
  const mixed = [kpi('29', { '2026-10-31': '31' }), kpi('40', { '2026-10-31': '31' })];
  expect(subjects({ ...wellFacts, kpis: mixed })).toEqual(['health:results']);
  expect(subjects({ ...wellFacts, intents: [answered('unknown', today)] })).toEqual(['health:intent']);
});

test('a sign that has faded comes last, unless it holds the score down', () => {
  const old = '2026-03-01';
  const early = {
    ...factsWith({ stage: 'acquaintance', touches: touched('2026-11-22'), intents: [answered('yes', today)] }),
  };
  expect(subjects({ ...early, marks: [mark('R-SLOW', old)] })).toEqual([
    'health:next_step',
    'health:promises',
    'health:mark R-SLOW',
  ]);
  expect(subjects({ ...early, marks: [mark('C-TRUST', old)] })[0]).toBe('health:mark C-TRUST');
});
