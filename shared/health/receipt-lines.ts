import type { Day } from '../calendar.ts';
import type { HealthFlag, HealthLine } from '../contract/client-health.ts';
import { lastFigure, targetState } from '../figures.ts';
import { signalOf } from '../signal-order.ts';
import type { HealthFacts, HealthKpi, HealthMark, HealthTask, HealthTouch } from './receipt-facts.ts';

// The nine lines of a receipt, each with its points and with the numbers that its sentence needs.

/** The day that is looked from, and how many days before it another one lies. */
export interface Light {
  readonly today: Day;
  readonly since: (day: Day) => number;
}

type LineOf<Code extends HealthLine['code']> = Extract<HealthLine, { readonly code: Code }>;

/** A reading older than that says nothing about how things are. */
export const readingDays = 100;
/** Who is with us for less owes us no verdict on ideas. */
const youngDays = 90;
const freshDays = 30;
const staleDays = 120;

/** Whole points: `best` up to `from`, `worst` from `to` on, a straight line between. */
function sloped(value: number, from: number, to: number, best: number, worst: number): number {
  const part = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return whole(best + (worst - best) * part);
}

function whole(points: number): number {
  // Not minus zero.
  return Math.round(points) || 0;
}

/** Of what had happened by then the last; of equals the one that comes last. */
function latest<Fact>(facts: readonly Fact[], dayOf: (fact: Fact) => Day, { today }: Light): Fact | undefined {
  return facts.reduce<Fact | undefined>((last, fact) => {
    if (dayOf(fact) > today) return last;
    return last === undefined || dayOf(fact) >= dayOf(last) ? fact : last;
  }, undefined);
}

export function rhythm({ touches, thresholds }: HealthFacts, light: Light): LineOf<'rhythm'> {
  const norm = thresholds.rhythm;
  const last = latest(touches, ({ on }) => on, light);
  const days = last === undefined ? null : light.since(last.on);
  const points = days === null ? 0 : sloped(days / norm, 1, 3, 10, -20);
  return { code: 'rhythm', points, isUnknown: days === null, days, norm };
}

/** A step with a day that has not passed, or a meeting that was written down by then and is still to come. */
export function nextStep(facts: HealthFacts, light: Light): LineOf<'next_step'> {
  const { today } = light;
  const open = openTasks(facts, light);
  const steps = open.flatMap(({ id, dueOn }) =>
    dueOn !== null && dueOn >= today ? [{ on: dueOn, taskId: id, noteId: null }] : [],
  );
  const held = facts.touches.filter((touch) => isToCome(touch, today) && touch.on > today);
  const meetings = [
    ...held.map(({ on }) => ({ on, taskId: null, noteId: null })),
    ...facts.planned.filter((touch) => isToCome(touch, today)).map(({ on, noteId }) => ({ on, taskId: null, noteId })),
  ];
  const next = earliest([...steps, ...meetings], ({ on }) => on);
  const points = next === undefined ? -5 : 5;
  return {
    code: 'next_step',
    points,
    isUnknown: false,
    dueOn: next?.on ?? null,
    taskId: next?.taskId ?? null,
    ...(next?.noteId && { noteId: next.noteId }),
    ...(next === undefined && staleStep(open)),
  };
}

/** The one that the card shows: of those that are late the first, else one that was never given a day. */
function staleStep(open: readonly HealthTask[]): Pick<LineOf<'next_step'>, 'stale'> {
  const late = earliest(
    open.flatMap(({ id: taskId, dueOn }) => (dueOn === null ? [] : [{ taskId, dueOn }])),
    ({ dueOn }) => dueOn,
  );
  const undated = open.find(({ dueOn }) => dueOn === null);
  if (late !== undefined) return { stale: late };
  return undated === undefined ? {} : { stale: { taskId: undated.id, dueOn: null } };
}

/** Noted by then for a later day. On the day itself it may be yet to come; a draft of the same day tells of what has been. */
function isToCome({ on, notedOn }: HealthTouch, today: Day): boolean {
  return notedOn <= today && on >= today && notedOn < on;
}

export function promises(facts: HealthFacts, light: Light): LineOf<'promises'> {
  const { today } = light;
  const { firstTaskOn } = facts;
  const late = openTasks(facts, light).flatMap(({ id: taskId, title, dueOn }) =>
    dueOn !== null && dueOn < today ? [{ taskId, title, dueOn }] : [],
  );
  const isUnknown = firstTaskOn === null || firstTaskOn > today;
  const points = isUnknown ? 0 : late.length === 0 ? 4 : Math.max(-12, -3 * late.length);
  const first = earliest(late, ({ dueOn }) => dueOn) ?? null;
  return { code: 'promises', points, isUnknown, overdue: late.length, first };
}

function openTasks({ tasks }: HealthFacts, { today }: Light) {
  return tasks.filter(({ madeOn, doneOn }) => madeOn <= today && (doneOn === null || doneOn > today));
}

function earliest<Fact>(facts: readonly Fact[], dayOf: (fact: Fact) => Day): Fact | undefined {
  return facts.reduce<Fact | undefined>(
    (first, fact) => (first === undefined || dayOf(fact) < dayOf(first) ? fact : first),
    undefined,
  );
}

export function report({ reports, thresholds }: HealthFacts, light: Light): LineOf<'report'> {
  const norm = thresholds.report;
  const last = latest(reports, ({ sentOn }) => sentOn, light);
  const days = last === undefined ? null : light.since(last.sentOn);
  const points = days === null ? 0 : sloped(days, norm, norm * 1.8, 6, -8);
  return { code: 'report', points, isUnknown: days === null, days, norm, reportId: last?.id ?? null };
}

export function results({ kpis }: HealthFacts, light: Light): LineOf<'results'> {
  const states = kpis.flatMap((kpi) => {
    const state = stateOf(kpi, light);
    return state === null ? [] : [{ kpi, state }];
  });
  const behind = states.filter(({ state }) => state === 'behind');
  const reached = states.length - behind.length;
  const points = states.length === 0 ? 0 : whole(((reached - behind.length) / states.length) * 10);
  const shown = behind[0]?.kpi ?? states[0]?.kpi;
  const kpi = shown === undefined ? null : { id: shown.id, name: shown.name };
  return { code: 'results', points, isUnknown: states.length === 0, reached, behind: behind.length, kpi };
}

function stateOf(kpi: HealthKpi, { today, since }: Light): 'reached' | 'behind' | null {
  const read = kpi.readings.filter(({ measuredOn }) => measuredOn <= today && since(measuredOn) <= readingDays);
  return targetState(kpi, lastFigure(read)?.value);
}

export function ideas({ insights, sinceOn, thresholds }: HealthFacts, light: Light): LineOf<'ideas'> {
  const norm = thresholds.ideas;
  const offered = insights.filter(({ toldOn }) => toldOn <= light.today && light.since(toldOn) <= norm);
  const isUnknown = light.since(sinceOn) < youngDays;
  const points = isUnknown ? 0 : offered.length === 0 ? -6 : Math.min(8, 4 * offered.length);
  const last = latest(insights, ({ toldOn }) => toldOn, light);
  return { code: 'ideas', points, isUnknown, count: offered.length, norm, insightId: last?.id ?? null };
}

/** Who does not know yet was asked all the same: that is neither good nor bad. */
export function intent({ intents, thresholds }: HealthFacts, light: Light): LineOf<'intent'> {
  const norm = thresholds.intent;
  const last = latest(intents, ({ on }) => on, light);
  const days = last === undefined ? null : light.since(last.on);
  const answer = last?.hasPlan ?? '';
  const points = days === null ? 0 : days > norm ? -4 : answer === 'yes' ? 6 : answer === 'no' ? -6 : 0;
  return { code: 'intent', points, isUnknown: days === null, answer, days, norm, checkId: last?.id ?? null };
}

/** Of a sign that was marked or renewed so many days ago: whole for a month, nothing after four. */
export function freshness(days: number): number {
  return Math.min(1, Math.max(0, (staleDays - days) / (staleDays - freshDays)));
}

/** A sign counts from the day it was marked until the day it was no longer true. */
function openMarks({ marks }: HealthFacts, { today }: Light): readonly HealthMark[] {
  return marks.filter(({ markedOn, endedOn }) => markedOn <= today && (endedOn === null || endedOn > today));
}

export function healthySigns(facts: HealthFacts, light: Light): LineOf<'healthy_signs'> {
  const weights = openMarks(facts, light).flatMap(({ code, markedOn }) => {
    const signal = signalOf(code);
    return signal?.polarity === 'green' ? [signal.weight * freshness(light.since(markedOn))] : [];
  });
  const points = Math.min(16, whole(2 * sum(weights)));
  return { code: 'healthy_signs', points, isUnknown: false, count: weights.length };
}

/** Each open red flag with what it costs by itself, the worst first. */
export function redFlags(facts: HealthFacts, light: Light): readonly (HealthFlag & { readonly exact: number })[] {
  return openMarks(facts, light)
    .flatMap(({ id: markId, code, markedOn, evidence }) => {
      const signal = signalOf(code);
      if (signal?.polarity !== 'red') return [];
      const exact = -4 * signal.weight * freshness(light.since(markedOn));
      const { isCritical } = signal;
      return [{ code: 'flag', markId, signal: code, evidence, isCritical, points: whole(exact), exact } as const];
    })
    .toSorted((one, other) => Number(other.isCritical) - Number(one.isCritical) || one.exact - other.exact);
}

export function flagsLine(flags: readonly { readonly exact: number }[]): LineOf<'red_flags'> {
  const points = Math.max(-40, whole(sum(flags.map(({ exact }) => exact))));
  return { code: 'red_flags', points, isUnknown: false, count: flags.length };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
