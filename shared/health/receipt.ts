import { addDays, type Day } from '../calendar.ts';
import type { ClientHealth, HealthLine, HealthLineCode, Receipt } from '../contract/client-health.ts';
import { isBoardStage } from '../stage.ts';
import { daysSince } from './days-since.ts';
import type { HealthFacts } from './receipt-facts.ts';
import { hintsOf } from './receipt-hints.ts';
import {
  flagsLine,
  healthySigns,
  ideas,
  intent,
  type Light,
  nextStep,
  promises,
  redFlags,
  report,
  results,
  rhythm,
} from './receipt-lines.ts';

/** Where nothing is known. */
const unknownScore = 50;
const highestCapped = 39;
const goodFrom = 70;
const watchFrom = 40;
const sureFrom = 0.75;
const unknownBelow = 0.5;

/** Where work goes by plan, reports, results and ideas are expected too. */
const laterStages: readonly string[] = ['stable', 'stagnation', 'reanimation'];
/** Lines that may lack data. */
const measured: readonly HealthLineCode[] = ['rhythm', 'promises', 'intent', 'report', 'results', 'ideas'];

/** The verdict on a client and all that it follows from; null when we have parted. `today` may be a day that is over. */
export function receipt(facts: HealthFacts, today: Day, since = daysSince(today)): Receipt | null {
  if (!isBoardStage(facts.stage)) return null;
  const light: Light = { today, since };
  const flags = redFlags(facts, light);
  const lines = linesOf(facts, light, flagsLine(flags));
  const cap = capOf(lines, flags);
  const points = lines.reduce((sum, line) => sum + line.points, unknownScore);
  const score = Math.max(0, Math.min(cap === null ? 100 : highestCapped, points));
  const confidence = confidenceOf(lines);
  return {
    verdict: verdictOf(score, confidence, cap !== null),
    score,
    cap,
    confidence,
    lines,
    flags: flags.map(({ exact: _exact, ...flag }) => flag),
    hints: hintsOf(facts, light),
  };
}

function linesOf(facts: HealthFacts, light: Light, flags: HealthLine): readonly HealthLine[] {
  const later = laterStages.includes(facts.stage)
    ? [report(facts, light), results(facts, light), ideas(facts, light)]
    : [];
  return [
    rhythm(facts, light),
    nextStep(facts, light),
    promises(facts, light),
    ...later,
    intent(facts, light),
    healthySigns(facts, light),
    flags,
  ];
}

/** A critical flag for as long as it is open; “no plan” for as long as the answer is not too old. */
function capOf(lines: readonly HealthLine[], flags: readonly { readonly isCritical: boolean }[]): Receipt['cap'] {
  if (flags.some(({ isCritical }) => isCritical)) return 'signal';
  return lines.some(isNoPlan) ? 'intent' : null;
}

export function isNoPlan(line: { readonly code: string }): boolean {
  return isIntent(line) && line.answer === 'no' && line.days !== null && line.days <= line.norm;
}

function isIntent(line: { readonly code: string }): line is Extract<HealthLine, { readonly code: 'intent' }> {
  return line.code === 'intent';
}

function confidenceOf(lines: readonly HealthLine[]): number {
  const applying = lines.filter(({ code }) => measured.includes(code));
  return applying.filter(({ isUnknown }) => !isUnknown).length / applying.length;
}

function verdictOf(score: number, confidence: number, isCapped: boolean): Receipt['verdict'] {
  if (confidence < unknownBelow && !isCapped) return 'unknown';
  if (score < watchFrom) return 'risk';
  return score >= goodFrom && confidence >= sureFrom ? 'good' : 'watch';
}

/** Too little is known to call the client well, or to say anything at all. */
export function lacksData({ confidence }: Receipt): boolean {
  return confidence < sureFrom;
}

const week = 7;

/** Line by line, what the points are more or less than a week ago. */
export function changesSinceLastWeek(facts: HealthFacts, now: Receipt, today: Day): ClientHealth['changes'] {
  const before = receipt(facts, addDays(today, -week));
  return now.lines.flatMap(({ code, points }) => {
    const by = points - (before?.lines.find((line) => line.code === code)?.points ?? 0);
    return by === 0 ? [] : [{ code, by }];
  });
}
