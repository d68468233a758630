import { parseDate } from '@internationalized/date';
import type { Day } from '../calendar.ts';
import type { HealthHint } from '../contract/client-health.ts';
import { compare } from '../decimal.ts';
import { monthFigures, targetState } from '../figures.ts';
import type { HealthFacts, HealthKpi } from './receipt-facts.ts';
import { ideas, type Light, readingDays } from './receipt-lines.ts';
import { defaultThresholds } from './thresholds.ts';

const quarterDays = 90;
/** Where new ideas are due, one in so many days. */
const ideaDays = 60;
const steadyMonths = 18;
/** Fewer touches than that in a quarter are too few to compare. */
const fewestTouches = 3;

const newDirections: readonly string[] = ['G-NEW', 'G-NEWLINE'];

/** What is worth knowing and changes no verdict. */
export function hintsOf(facts: HealthFacts, light: Light): readonly HealthHint[] {
  return [...figures(facts, light), ...quiet(facts, light), ...newIdea(facts, light), ...longSteady(facts, light)];
}

/** Half as many touches as in the quarter before. */
function quiet({ touches }: HealthFacts, { today, since }: Light): readonly HealthHint[] {
  const ages = touches.filter(({ on }) => on <= today).map(({ on }) => since(on));
  const now = ages.filter((days) => days < quarterDays).length;
  const before = ages.filter((days) => days >= quarterDays && days < 2 * quarterDays).length;
  return before >= fewestTouches && now * 2 < before ? [{ code: 'quiet', now, before }] : [];
}

/** Said before the line of ideas says it, and as much sooner or later as this client is given other days. */
function newIdea(facts: HealthFacts, light: Light): readonly HealthHint[] {
  const { stage, insights, thresholds } = facts;
  const { today, since } = light;
  if ((stage !== 'stable' && stage !== 'stagnation') || ideas(facts, light).points < 0) return [];
  const last = insights
    .filter(({ kind, toldOn }) => kind === 'idea' && toldOn <= today)
    .reduce<HealthFacts['insights'][number] | undefined>(
      (one, other) => (one === undefined || other.toldOn >= one.toldOn ? other : one),
      undefined,
    );
  const days = last === undefined ? 0 : since(last.toldOn);
  const norm = Math.round((ideaDays * thresholds.ideas) / defaultThresholds.ideas);
  return last === undefined || days <= norm ? [] : [{ code: 'no_new_idea', days, norm, insightId: last.id }];
}

/** Neither a new direction nor an idea that was taken up for a year and a half. */
function longSteady({ stage, inStageSince, marks, insights }: HealthFacts, { today }: Light): readonly HealthHint[] {
  if (stage !== 'stable' || inStageSince === null) return [];
  const from = parseDate(today).subtract({ months: steadyMonths }).toString();
  if (inStageSince > from) return [];
  const isLately = (day: Day) => day > from && day <= today;
  const isNew =
    marks.some(({ code, markedOn }) => newDirections.includes(code) && isLately(markedOn)) ||
    insights.some(({ state, toldOn }) => state === 'accepted' && isLately(toldOn));
  return isNew ? [] : [{ code: 'long_steady', months: monthsBetween(inStageSince, today) }];
}

function monthsBetween(from: Day, to: Day): number {
  const [start, end] = [parseDate(from), parseDate(to)];
  const months = (end.year - start.year) * 12 + end.month - start.month;
  return end.day < start.day ? months - 1 : months;
}

/** Of two hints about one figure the graver: standing still for two quarters, else below the goal for two months. */
function figures({ stage, kpis, insights }: HealthFacts, { today, since }: Light): readonly HealthHint[] {
  if (stage === 'acquaintance' || stage === 'honeymoon') return [];
  const hasFreshIdea = insights.some(
    ({ state, toldOn }) => state === 'accepted' && toldOn <= today && since(toldOn) <= quarterDays,
  );
  const flat = hasFreshIdea ? undefined : kpis.find((kpi) => isFlat(kpi, { today, since }));
  const behind = kpis.find((kpi) => kpi !== flat && isBehindTwice(kpi, { today, since }));
  return [
    ...(flat === undefined ? [] : [{ code: 'plateau', kpi: named(flat) } as const]),
    ...(behind === undefined ? [] : [{ code: 'below_goal', kpi: named(behind) } as const]),
  ];
}

function named({ id, name }: HealthKpi) {
  return { id, name };
}

/** The best value of the last half year is no better than the last one before it. */
function isFlat(kpi: HealthKpi, { today, since }: Light): boolean {
  const known = kpi.readings.filter(({ measuredOn }) => measuredOn <= today);
  const lately = known.filter(({ measuredOn }) => since(measuredOn) < 2 * quarterDays);
  const inLastQuarter = lately.filter(({ measuredOn }) => since(measuredOn) < quarterDays);
  const before = known
    .filter(({ measuredOn }) => since(measuredOn) >= 2 * quarterDays)
    .toSorted((one, other) => (one.measuredOn < other.measuredOn ? -1 : 1))
    .at(-1);
  // Both quarters have to be known.
  if (before === undefined || inLastQuarter.length === 0 || inLastQuarter.length === lately.length) return false;
  return !lately.some(({ value }) => isBetter(kpi, value, before.value));
}

function isBetter({ direction }: HealthKpi, value: string, before: string): boolean {
  return compare(value, before) * (direction === 'down' ? -1 : 1) > 0;
}

/** In two months running, the last of them read of late, and no nearer to the target than before. */
function isBehindTwice(kpi: HealthKpi, { today, since }: Light): boolean {
  const known = kpi.readings.filter(({ measuredOn }) => measuredOn <= today);
  if (known.every(({ measuredOn }) => since(measuredOn) > readingDays)) return false;
  const months = monthFigures(known).slice(-2);
  const [before, last] = months.map(({ value }) => value ?? undefined);
  if (before === undefined || last === undefined || isBetter(kpi, last, before)) return false;
  return [before, last].every((value) => targetState(kpi, value) === 'behind');
}
