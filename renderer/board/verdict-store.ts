import { useEffect } from 'react';
import { create } from 'zustand';
import type { CardVerdict } from '../../shared/contract/client-health.ts';
import { call, onChanged } from '../api.ts';
import { useToday } from '../ui/clock.ts';
import { rereadingBy } from '../ui/coalesce.ts';

/** By client; who is in good order, or not known well enough, is not among them. */
export type Verdicts = Readonly<Record<string, CardVerdict>>;

interface VerdictState {
  readonly verdicts: Verdicts;
}

const nothing: VerdictState = { verdicts: {} };

export const useVerdicts = create<VerdictState>(() => nothing);

let lastAsked = 0;

/** What cannot be read stays as it was shown last: the board itself tells when the file is out of reach. */
async function loadVerdicts(): Promise<void> {
  lastAsked += 1;
  const asked = lastAsked;
  const answer = await call('health.verdicts', {}).catch(() => null);
  if (answer === null || asked !== lastAsked) return;
  take(answer.verdicts);
}

/** A verdict that did not change keeps its identity, so that only cards with news are drawn again. */
function take(answered: readonly CardVerdict[]): void {
  const before = useVerdicts.getState().verdicts;
  const verdicts = Object.fromEntries(
    answered.map((verdict) => [verdict.clientId, unlessSame(verdict, before[verdict.clientId])]),
  );
  const isSame =
    answered.length === Object.keys(before).length && answered.every(({ clientId: id }) => verdicts[id] === before[id]);
  if (!isSame) useVerdicts.setState({ verdicts });
}

function unlessSame(verdict: CardVerdict, before: CardVerdict | undefined): CardVerdict {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(verdict) ? before : verdict;
}

/** Keeps verdicts up to date while the board is shown: with each day, and behind whatever the partners do. */
export function useFreshVerdicts(): void {
  const today = useToday();
  useEffect(() => void loadVerdicts(), [today]);
  useEffect(followVerdicts, []);
}

/** Returns the way to stop. */
function followVerdicts(): () => void {
  const rereading = rereadingBy(() => void loadVerdicts());
  const stop = onChanged(({ areas }) => {
    if (areas.includes('health')) rereading.soon(areas);
  });
  return () => {
    stop();
    rereading.stop();
  };
}

/** For tests. */
export function forgetVerdicts(): void {
  useVerdicts.setState(nothing);
}
