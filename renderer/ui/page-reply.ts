import { useEffect, useMemo, useState } from 'react';
import type { Area } from '../../shared/contract/contract.ts';
import { onChanged } from '../api.ts';
import { latestAnswer } from './latest-answer.ts';

export interface PageReply<Answer> {
  /** Null until it was read. */
  readonly reply: Answer | null;
  /** Why it could not be read the last time. */
  readonly problem: unknown;
  readonly load: () => Promise<void>;
}

/**
 * What a page shows, asked anew when anything changes, or when one area does; what was read stays in sight when that
 * fails. `ask` is one function as long as the page is there.
 */
export function usePageReply<Answer>(ask: () => Promise<Answer>, area: Area | null = null): PageReply<Answer> {
  const [reply, setReply] = useState<Answer | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const load = useMemo(
    () =>
      latestAnswer(
        ask,
        (answer) => {
          setReply(() => answer);
          setProblem(null);
        },
        setProblem,
      ),
    [ask],
  );
  useEffect(() => {
    void load();
    return onChanged(({ areas }) => {
      if (area === null || areas.includes(area)) void load();
    });
  }, [load, area]);
  return { reply, problem, load };
}
