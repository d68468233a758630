import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { handoffDays } from '../../shared/handoff/plan.ts';
import type { Promised } from '../../shared/handoff/promise.ts';
import { sentences } from '../../shared/sentences.ts';

/** How the promise “a month, and everything is shown” came out, in one or two sentences. */
export function usePromiseWords(): (promise: Promised) => string {
  const { t } = useLingui();
  return ({ isKept, days, open }) => {
    const time = t`${plural(days, { one: '#\u00a0day', other: '#\u00a0days' })}`;
    if (isKept) return t`Handed over in ${time}, with evidence for every mandatory step: the promise is kept`;
    const steps = t`${plural(open, { one: '#\u00a0mandatory step', other: '#\u00a0mandatory steps' })}`;
    return sentences([
      days > handoffDays ? t`The promise was a month, it took ${time}` : '',
      open > 0 ? t`Nothing shows ${steps}` : '',
    ]);
  };
}
