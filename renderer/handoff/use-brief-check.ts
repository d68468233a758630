import { useEffect, useState } from 'react';
import type { CallInput, CallOutput } from '../../shared/contract/contract.ts';
import { call } from '../api.ts';
import { showProblem } from '../ui/toast.ts';
import { useHandoff } from './handoff-store.ts';

export interface BriefCheck {
  /** Null until it is known. */
  readonly found: CallOutput<'handoff.checkBrief'> | null;
  readonly again: () => void;
}

/** Looked through anew with every change of the handoff and of the options; until the answer comes the last one stands. */
export function useBriefCheck(
  handoffId: string,
  { language, includeGoals }: CallInput<'handoff.checkBrief'>['options'],
): BriefCheck {
  const revision = useHandoff((handoff) => handoff.revision);
  const [asked, setAsked] = useState(0);
  const [found, setFound] = useState<BriefCheck['found']>(null);
  useEffect(() => {
    let isOvertaken = false;
    call('handoff.checkBrief', { handoffId, options: { language, includeGoals } }).then(
      (answer) => {
        if (!isOvertaken) setFound(answer);
      },
      (problem: unknown) => {
        if (!isOvertaken) showProblem(problem);
      },
    );
    return () => {
      isOvertaken = true;
    };
  }, [handoffId, language, includeGoals, revision, asked]);
  return { found, again: () => setAsked((count) => count + 1) };
}
