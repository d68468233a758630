import { msg } from '@lingui/core/macro';
import { useEffect } from 'react';
import { create } from 'zustand';
import type { CardVerdict } from '../../shared/contract/client-health.ts';
import { call, onChanged } from '../api.ts';
import { useToday } from '../ui/clock.ts';
import { rereadingBy } from '../ui/coalesce.ts';
import { showToast } from '../ui/toast.ts';
import { i18n } from '../ui/words.ts';
import { useCarry } from './carry-store.ts';

/** By client; who is in good order, or not known well enough, is not among them. */
export type Verdicts = Readonly<Record<string, CardVerdict>>;

interface VerdictState {
  /** Null until they were read: nobody is taken for healthy meanwhile. */
  readonly verdicts: Verdicts | null;
}

const nothing: VerdictState = { verdicts: null };

export const useVerdicts = create<VerdictState>(() => nothing);

let loading: Promise<void> | null = null;
let isWanted = false;
/** A failure was said, and nothing has been read since. */
let isFailureSaid = false;
/** Read while a card was in the hand: the columns under it stay as they are. */
let untaken: readonly CardVerdict[] | null = null;

/** One at a time; a change that comes meanwhile asks once more when the answer is there. */
function loadVerdicts(): void {
  isWanted = true;
  loading ??= loadWhileWanted().finally(() => {
    loading = null;
  });
}

async function loadWhileWanted(): Promise<void> {
  while (isWanted) {
    isWanted = false;
    try {
      const { verdicts } = await call('health.verdicts', {});
      isFailureSaid = false;
      untaken = verdicts;
      takeWithFreeHand();
    } catch {
      sayFailure();
    }
  }
}

/** What cannot be read stays as it was shown last. */
function sayFailure(): void {
  if (isFailureSaid) return;
  isFailureSaid = true;
  showToast({
    text: i18n.t(msg`Who is in doubtful health could not be read.`),
    tone: 'danger',
    actions: [{ label: i18n.t(msg`Try again`), run: loadVerdicts }],
  });
}

function takeWithFreeHand(): void {
  if (untaken === null || useCarry.getState().carry !== null) return;
  const answered = untaken;
  untaken = null;
  take(answered);
}

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
    if (isReady) loadVerdicts();
  }, [isReady, today]);
  useEffect(() => (isReady ? followVerdicts() : undefined), [isReady]);
}

/** Returns the way to stop. */
function followVerdicts(): () => void {
  const rereading = rereadingBy(loadVerdicts);
  const stopChanges = onChanged(({ areas }) => {
    if (areas.includes('health')) rereading.soon(areas);
  });
  const stopHand = useCarry.subscribe(takeWithFreeHand);
  return () => {
    stopChanges();
    stopHand();
    rereading.stop();
  };
}

/** For tests. */
export function forgetVerdicts(): void {
  isFailureSaid = false;
  untaken = null;
  useVerdicts.setState(nothing);
}
