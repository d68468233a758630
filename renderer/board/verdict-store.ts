import { msg } from '@lingui/core/macro';
import { useEffect } from 'react';
import { create } from 'zustand';
import type { CardVerdict } from '../../shared/contract/client-health.ts';
import { call } from '../api.ts';
import { useToday } from '../ui/clock.ts';
import { followed } from './followed.ts';

/** By client; who is in good order, or not known well enough, is not among them. */
export type Verdicts = Readonly<Record<string, CardVerdict>>;

interface VerdictState {
  /** Null until they were read: nobody is taken for healthy meanwhile. */
  readonly verdicts: Verdicts | null;
}

const nothing: VerdictState = { verdicts: null };

export const useVerdicts = create<VerdictState>(() => nothing);

const reading = followed(
  async () => (await call('health.verdicts', {})).verdicts,
  take,
  msg`Who is in doubtful health could not be read.`,
);

/** A verdict that did not change keeps its identity, so that only cards with news are drawn again. */
function take(answered: readonly CardVerdict[]): void {
  const known = useVerdicts.getState().verdicts;
  const before = known ?? {};
  const verdicts = Object.fromEntries(
    answered.map((verdict) => [verdict.clientId, unlessSame(verdict, before[verdict.clientId])]),
  );
  const isSame =
    known !== null &&
    answered.length === Object.keys(before).length &&
    answered.every(({ clientId: id }) => verdicts[id] === before[id]);
  if (!isSame) useVerdicts.setState({ verdicts });
}

function unlessSame(verdict: CardVerdict, before: CardVerdict | undefined): CardVerdict {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(verdict) ? before : verdict;
}

/** Keeps verdicts up to date while the board is shown, once it is: with each day, and behind whatever the partners do. */
export function useFreshVerdicts(isReady: boolean): void {
  const today = useToday();
  useEffect(() => {
    if (isReady) reading.load();
  }, [isReady, today]);
  useEffect(() => (isReady ? reading.follow() : undefined), [isReady]);
}

/** For tests. */
export function forgetVerdicts(): void {
  reading.forget();
  useVerdicts.setState(nothing);
}
