import { useEffect, useRef } from 'react';
import type { ClientHealth } from '../../../shared/contract/client-health.ts';
import { call, onChanged } from '../../api.ts';
import { useToday } from '../../ui/clock.ts';
import { rereadingBy } from '../../ui/coalesce.ts';
import { type Part, usePart } from '../use-part.ts';

async function loadHealth(clientId: string): Promise<ClientHealth | null> {
  const { health } = await call('health.receipt', { clientId });
  return health;
}

/** What the health of a client follows from; a touch that is noted and a new day count as well. */
export function useHealth(clientId: string): Part<ClientHealth | null> {
  const part = usePart(clientId, loadHealth);
  const { retry } = part;
  const today = useToday();
  const readOn = useRef(today);
  useEffect(() => {
    if (readOn.current === today) return;
    readOn.current = today;
    retry();
  }, [retry, today]);
  useEffect(() => {
    const rereading = rereadingBy(retry);
    const stop = onChanged(({ areas }) => {
      // Records are read again by the part itself.
      if (areas.includes('health') && !areas.includes('records')) rereading.soon(areas);
    });
    return () => {
      stop();
      rereading.stop();
    };
  }, [retry]);
  return part;
}
