import type { HealthFacts } from './receipt-facts.ts';
import { defaultThresholds } from './thresholds.ts';

export const today = '2026-11-23';

/** A client of three years in a stage where work goes by plan, of whom nothing is known. */
export function factsWith(more: Partial<HealthFacts> = {}): HealthFacts {
  return {
    stage: 'stable',
    sinceOn: '2023-11-20',
    inStageSince: '2026-01-12',
    thresholds: { ...defaultThresholds, rhythm: 14 },
    touches: [],
    planned: [],
    tasks: [],
    firstTaskOn: null,
    reports: [],
    kpis: [],
    insights: [],
    intents: [],
    marks: [],
    ...more,
  };
}

/** Each noted on its day. */
export const touched = (...days: readonly string[]) => days.map((on) => ({ on, notedOn: on }));
export const draft = (on: string, notedOn: string) => ({ noteId: `draft ${on}`, on, notedOn });
export const task = (dueOn: string | null, doneOn: string | null = null) => ({
  id: `task ${dueOn ?? ''}`,
  title: 'Show the prototype',
  dueOn,
  madeOn: '2026-09-01',
  doneOn,
});
export const sent = (sentOn: string) => ({ id: `report ${sentOn}`, sentOn });
export const idea = (toldOn: string, more = {}) => ({
  id: `idea ${toldOn}`,
  kind: 'idea',
  state: 'offered',
  toldOn,
  ...more,
});
export const answered = (hasPlan: string, on: string) => ({ id: `check ${on}`, on, hasPlan });
export const mark = (code: string, markedOn: string, endedOn: string | null = null) => ({
  id: `mark ${code}`,
  code,
  evidence: '',
  markedOn,
  endedOn,
});
/** Readings are by day. */
export const kpi = (target: string, readings: Readonly<Record<string, string>>, direction = 'up') => ({
  id: 'kpi',
  name: 'Repeat orders',
  target,
  direction,
  readings: Object.entries(readings).map(([measuredOn, value]) => ({ measuredOn, value })),
});

/** All that speaks for a client. */
export const wellFacts = factsWith({
  touches: touched('2026-11-20'),
  tasks: [task('2026-11-27')],
  firstTaskOn: '2026-09-01',
  reports: [sent('2026-11-03')],
  kpis: [kpi('29', { '2026-10-31': '31' })],
  insights: [idea('2026-10-25', { state: 'accepted' })],
  intents: [answered('yes', '2026-11-06')],
  marks: [mark('G-REPORT', '2026-11-03')],
});
