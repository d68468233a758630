import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { TimelineFilter, TimelineSpot } from '../../shared/contract/clients.ts';
import { ApiError, call, onChanged } from '../api.ts';
import { showProblem } from '../ui/toast.ts';
import { leaveTimeline, leftTimeline, type LeftTimeline } from './left-timelines.ts';
import { appended, type ReadEntries, replaced, stale, type TimelinePage } from './timeline-pages.ts';

export interface Timeline {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly problem: unknown;
  readonly pages: readonly TimelinePage[];
  /** Another number when the pages are other pages, not the same ones brought up to date. */
  readonly session: number;
  readonly heights: LeftTimeline['heights'];
  readonly hasMore: boolean;
  /** The history is shown from an old note on, not from its newest entry. */
  readonly beginsLater: boolean;
  readonly loadMore: () => void;
  readonly retry: () => void;
  /** What is shown could not be read again after a change; `retry` asks once more. */
  readonly isOutOfDate: boolean;
  /** The next page could not be read. */
  readonly isCutShort: boolean;
  /** The way to a note that was found could not be gone. */
  readonly missedNoteId: string | null;
  /** A page came near or went away: only those in sight are kept up to date. */
  readonly see: (key: number, isNear: boolean) => void;
  /** Shows the history from this note on. */
  readonly beginAt: (noteId: string) => void;
  readonly beginAtNewest: () => void;
}

interface Loaded extends LeftTimeline {
  readonly status: Timeline['status'];
  readonly problem: unknown;
  readonly session: number;
  /** The pages that could not be read again. */
  readonly stuck: readonly number[];
  readonly isCutShort: boolean;
  readonly missedNoteId: string | null;
}

const pageSize = 40;
const longestPage = 200;
/** Behind every real id, so that a page that begins here holds whatever happened at that moment. */
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

function nothing(filter: TimelineFilter): Loaded {
  return {
    status: 'loading',
    problem: null,
    filter,
    pages: [],
    session: 0,
    start: null,
    heights: new Map(),
    stuck: [],
    isCutShort: false,
    missedNoteId: null,
  };
}

/** As it was left, when it was left with this filter and nothing else is to be shown. */
function first(clientId: string, filter: TimelineFilter, isLed: boolean): Loaded {
  const left = leftTimeline(clientId);
  if (isLed || left?.filter !== filter) return nothing(filter);
  return { ...nothing(filter), ...left, status: 'ready' };
}

/**
 * The entries of a client, newest first; what changes while they are shown replaces them in place. It begins where it was
 * left, unless a search led here: `isLed`.
 */
export function useTimeline(clientId: string, filter: TimelineFilter, isLed: boolean): Timeline {
  const [loaded, setLoaded] = useState<Loaded>(() => first(clientId, filter, isLed));
  const latest = useRef(loaded);
  const turn = useRef(0);
  const near = useRef(new Set<number>());
  const wanted = useRef<TimelineSpot | null>(null);
  const put = useCallback((next: Loaded) => {
    latest.current = next;
    setLoaded(next);
  }, []);

  const read = useCallback(
    (before: TimelineSpot | null, until: TimelineSpot | null, limit: number): Promise<ReadEntries> =>
      call('clients.timeline', { clientId, filter, before, limit, ...(until === null ? {} : { until }) }),
    [clientId, filter],
  );

  const begin = useCallback(
    async (start: TimelineSpot | null) => {
      turn.current += 1;
      const mine = turn.current;
      wanted.current = start;
      try {
        const answer = await read(start, null, pageSize);
        if (mine !== turn.current) return;
        near.current.clear();
        put({ ...nothing(filter), status: 'ready', start, session: mine, pages: appended([], start, answer) });
      } catch (problem) {
        if (mine === turn.current) put({ ...nothing(filter), status: 'failed', problem });
      }
    },
    [read, put, filter],
  );

  const readAgain = useCallback(
    async ({ key, before, until }: TimelinePage) => {
      const mine = turn.current;
      try {
        const answer = await read(before, until, longestPage);
        if (mine !== turn.current) return;
        const { pages, stuck } = latest.current;
        const now = pages.find((page) => page.key === key);
        // Unless another answer has cut the stretch shorter meanwhile.
        if (now?.until !== until) return;
        put({ ...latest.current, pages: replaced(pages, key, answer), stuck: stuck.filter((each) => each !== key) });
      } catch {
        // What is shown stays when it cannot be brought up to date, and that is said.
        if (mine === turn.current) put({ ...latest.current, stuck: [...new Set([...latest.current.stuck, key])] });
      }
    },
    [read, put],
  );

  const isLoadingMore = useRef(false);
  const loadMore = useCallback(async () => {
    const last = latest.current.pages.at(-1);
    if (isLoadingMore.current || last === undefined || last.until === null) return;
    isLoadingMore.current = true;
    const mine = turn.current;
    try {
      const answer = await read(last.until, null, pageSize);
      if (mine !== turn.current) return;
      put({ ...latest.current, pages: appended(latest.current.pages, last.until, answer), isCutShort: false });
    } catch {
      if (mine === turn.current) put({ ...latest.current, isCutShort: true });
    } finally {
      isLoadingMore.current = false;
    }
  }, [read, put]);

  const see = useCallback(
    (key: number, isNear: boolean) => {
      if (!isNear) return void near.current.delete(key);
      near.current.add(key);
      const page = latest.current.pages.find((each) => each.key === key);
      if (page?.isStale === true) void readAgain(page);
    },
    [readAgain],
  );

  useEffect(() => {
    if (latest.current.status !== 'ready' || latest.current.filter !== filter) void begin(null);
    return onChanged(({ areas }) => {
      if (!areas.includes('clients') && !areas.includes('notes')) return;
      if (latest.current.status !== 'ready') return void begin(wanted.current);
      const pages = stale(latest.current.pages);
      put({ ...latest.current, pages });
      for (const page of pages) if (near.current.has(page.key)) void readAgain(page);
    });
  }, [begin, readAgain, put, filter]);

  useLayoutEffect(
    () => () => {
      if (latest.current.status === 'ready') leaveTimeline(clientId, latest.current);
    },
    [clientId],
  );

  const beginAt = useCallback(
    async (noteId: string) => {
      try {
        const { note } = await call('notes.open', { noteId });
        if (note.clientId === clientId && note.finishedAt !== null)
          await begin({ happenedAt: note.happenedAt, id: lastId });
      } catch (problem) {
        // The newest entries stay. A note that is gone is not looked for again.
        if (problem instanceof ApiError && problem.code === 'not_found') showProblem(problem);
        else put({ ...latest.current, missedNoteId: noteId });
      }
    },
    [begin, clientId, put],
  );
  const retry = useCallback(() => {
    const { status, pages, stuck } = latest.current;
    if (status !== 'ready') return void begin(wanted.current);
    for (const page of pages) if (stuck.includes(page.key)) void readAgain(page);
  }, [begin, readAgain]);
  return {
    ...loaded,
    hasMore: (loaded.pages.at(-1)?.until ?? null) !== null,
    beginsLater: loaded.start !== null,
    loadMore: useCallback(() => void loadMore(), [loadMore]),
    retry,
    isOutOfDate: loaded.stuck.length > 0,
    see,
    beginAt: useCallback((noteId: string) => void beginAt(noteId), [beginAt]),
    beginAtNewest: useCallback(() => void begin(null), [begin]),
  };
}
