import { useCallback, useEffect, useState } from 'react';
import { onChanged } from '../api.ts';

export interface Part<Value> {
  readonly status: 'loading' | 'ready' | 'failed';
  /** Why the last reading failed; what was read before is shown all the same. */
  readonly problem: unknown;
  readonly value: Value | null;
  readonly retry: () => void;
}

type Loaded<Value> = Omit<Part<Value>, 'retry'>;

/**
 * What one tab of a client's page shows, read again after every change but those of a note, which is saved while it is
 * typed. `load` is a function of the module, not one made while drawing.
 */
export function usePart<Value>(clientId: string, load: (clientId: string) => Promise<Value>): Part<Value> {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ status: 'loading', problem: null, value: null });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let turn = 0;
    let isOpen = true;
    const read = async () => {
      turn += 1;
      const mine = turn;
      const isLatest = () => isOpen && mine === turn;
      try {
        const value = await load(clientId);
        if (isLatest()) setLoaded({ status: 'ready', problem: null, value });
      } catch (problem) {
        // What is shown and typed stays when it cannot be brought up to date.
        if (isLatest())
          setLoaded((now) =>
            now.status === 'ready' ? { ...now, problem } : { status: 'failed', problem, value: null },
          );
      }
    };
    void read();
    const stop = onChanged(({ areas }) => {
      if (areas.includes('records')) void read();
    });
    return () => {
      isOpen = false;
      stop();
    };
  }, [clientId, load, attempt]);
  return { ...loaded, retry: useCallback(() => setAttempt((now) => now + 1), []) };
}
