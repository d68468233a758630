import type { Day } from '../calendar.ts';

interface Verdict {
  readonly verdict: string;
  readonly givenOn: Day | null;
}

export interface TrialFacts {
  readonly startedOn: Day | null;
  readonly endsOn: Day | null;
  readonly ours: Verdict;
  readonly theirs: Verdict;
}

export type TrialState = 'ahead' | 'running' | 'awaits_verdict' | 'decided';

export function trialState({ startedOn, endsOn, ours, theirs }: TrialFacts, today: Day): TrialState {
  if (ours.verdict !== '' && theirs.verdict !== '') return 'decided';
  if (startedOn !== null && startedOn > today) return 'ahead';
  return endsOn !== null && endsOn < today ? 'awaits_verdict' : 'running';
}

/** The first impression is compared with the verdicts: when the trial is over, or as soon as one is given. */
export function isTimeToCompare({ endsOn, ours, theirs }: TrialFacts, today: Day): boolean {
  return ours.verdict !== '' || theirs.verdict !== '' || (endsOn !== null && endsOn <= today);
}

/** A client who said “not now”, or to whom we did, is to be asked again. */
export function asksToComeBack({ ours, theirs }: Pick<TrialFacts, 'ours' | 'theirs'>): boolean {
  return ours.verdict === 'not_now' || theirs.verdict === 'not_now';
}

export function endsBeforeStart({ startedOn, endsOn }: Pick<TrialFacts, 'startedOn' | 'endsOn'>): boolean {
  return startedOn !== null && endsOn !== null && endsOn < startedOn;
}
