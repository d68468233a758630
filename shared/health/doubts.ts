import type { HealthReason } from '../contract/client-health.ts';
import type { Language } from '../language.ts';
import type { Entry } from './attention-entries.ts';
import { subjectOf } from './reasons.ts';

/** A client that is not in good order, as its card says it. */
export interface Doubt {
  readonly verdict: 'watch' | 'risk';
  /** What speaks against the client, the worst first. */
  readonly reasons: readonly HealthReason[];
  /** Of what was seen at the client, where that is known. */
  readonly language: Language | null;
}

/** These wait in rows of their own, with their days. */
const toldOfAnyway: readonly string[] = ['rhythm', 'promises', 'report'];

/**
 * The worst of the reasons that wait in no other row: put off, the client is left alone until something worse is known.
 * What only says what nobody knows yet can wait, and behind another so can what takes no points.
 */
export function doubtEntries(doubt: Doubt | undefined): readonly Entry[] {
  const worst = doubt?.reasons.find((reason, place) => isNews(reason) && (place === 0 || weighs(reason)));
  return doubt !== undefined && worst !== undefined ? [entryOf(doubt, worst)] : [];
}

function isNews(reason: HealthReason): boolean {
  if (reason.code === 'next_step' && reason.stale !== undefined && reason.stale.dueOn !== null) return false;
  return !toldOfAnyway.includes(reason.code) && !('isUnknown' in reason && reason.isUnknown);
}

function weighs(reason: HealthReason): boolean {
  return 'points' in reason && (reason.points < 0 || (reason.code === 'flag' && reason.isCritical));
}

function entryOf(doubt: Doubt, worst: HealthReason): Entry {
  const { verdict } = doubt;
  return {
    subject: subjectOf(worst),
    group: 'watch',
    reason: { kind: 'health', verdict, worst, ...languageOf(doubt, worst) },
    lateDays: 0,
  };
}

/** What was seen at a client is told in its language, all else in that of the window. */
export function languageOf({ language }: Doubt, reason: HealthReason | null): { readonly language?: Language } {
  return language !== null && reason?.code === 'flag' && reason.evidence !== '' ? { language } : {};
}
