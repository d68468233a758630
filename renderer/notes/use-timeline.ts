import { useCallback, useEffect, useRef, useState } from 'react';
import type { TimelineEntry } from '../../shared/contract/clients.ts';
import type { CallInput } from '../../shared/contract/contract.ts';
import { call, onChanged } from '../api.ts';

export type TimelineFilter = CallInput<'clients.timeline'>['filter'];

export interface Timeline {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly problem: unknown;
  readonly entries: readonly TimelineEntry[];
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  readonly retry: () => void;
}

type Loaded = Omit<Timeline, 'loadMore' | 'retry'>;

const pageSize = 40;
const longestPage = 200;
const nothing: Loaded = { status: 'loading', problem: null, entries: [], hasMore: false };

/** The entries of a client, newest first; what changed elsewhere replaces what is shown in place. */
export function useTimeline(clientId: string, filter: TimelineFilter): Timeline {
  const [loaded, setLoaded] = useState<Loaded>(nothing);
  const shownCount = useRef(pageSize);
  const turn = useRef(0);

  const load = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    try {
      const result = await readEntries(clientId, filter, shownCount.current);
      if (mine === turn.current) setLoaded({ status: 'ready', problem: null, ...result });
    } catch (problem) {
      if (mine === turn.current)
        setLoaded((now) => (now.status === 'ready' ? now : { ...nothing, status: 'failed', problem }));
    }
  }, [clientId, filter]);

  useEffect(() => {
    shownCount.current = pageSize;
    void load();
    return onChanged(({ areas }) => {
      if (areas.includes('clients') || areas.includes('notes')) void load();
    });
  }, [load]);

  const loadMore = useCallback(() => {
    shownCount.current += pageSize;
    void load();
  }, [load]);
  const retry = useCallback(() => void load(), [load]);
  return { ...loaded, loadMore, retry };
}

async function readEntries(
  clientId: string,
  filter: TimelineFilter,
  count: number,
): Promise<Pick<Loaded, 'entries' | 'hasMore'>> {
  const entries: TimelineEntry[] = [];
  let hasMore = true;
  while (hasMore && entries.length < count) {
    const last = entries.at(-1);
    const before = last === undefined ? null : { happenedAt: last.happenedAt, id: last.id };
    const limit = Math.min(longestPage, count - entries.length);
    const page = await call('clients.timeline', { clientId, filter, before, limit });
    entries.push(...page.entries);
    hasMore = page.more;
  }
  return { entries, hasMore };
}
