import { useCallback, useEffect, useRef, useState } from 'react';
import { onChanged } from '../api.ts';

export interface Part<Value> {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly problem: unknown;
  readonly value: Value | null;
  readonly retry: () => void;
}

type Loaded<Value> = Omit<Part<Value>, 'retry'>;

/**
 * What one tab of a client's page shows, read again after every change for as long as it is open. `load` is a function of
 * the module, not one made while drawing.
 */
export function usePart<Value>(clientId: string, load: (clientId: string) => Promise<Value>): Part<Value> {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ status: 'loading', problem: null, value: null });
  const turn = useRef(0);
  const read = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    try {
      const value = await load(clientId);
      if (mine === turn.current) setLoaded({ status: 'ready', problem: null, value });
    } catch (problem) {
      // What is shown and typed stays when it cannot be brought up to date.
      if (mine === turn.current)
        setLoaded((now) => (now.status === 'ready' ? now : { status: 'failed', problem, value: null }));
    }
  }, [clientId, load]);
  useEffect(() => {
    void read();
    return onChanged(({ areas }) => {
      if (areas.includes('clients')) void read();
    });
  }, [read]);
  return { ...loaded, retry: useCallback(() => void read(), [read]) };
}
