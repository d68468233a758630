import { useEffect, useState } from 'react';
import { create } from 'zustand';
import type { AttentionRow, PlannedContact, SnoozedRow } from '../../shared/contract/health.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { ApiError, call, onChanged } from '../api.ts';
import { today as todayNow, useToday } from '../ui/clock.ts';
import { rereadingBy } from '../ui/coalesce.ts';
import { useNavigation } from '../ui/navigation.ts';
import { updateCounts, useSession } from '../ui/session.ts';
import { showProblem } from '../ui/toast.ts';

export interface AttentionState {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly problem: ErrorCode | null;
  /** The day the rows were made for. */
  readonly today: string;
  readonly rows: readonly AttentionRow[];
  readonly snoozed: readonly SnoozedRow[];
  readonly next: readonly PlannedContact[];
}

const nothing: AttentionState = {
  status: 'loading',
  problem: null,
  today: todayNow(),
  rows: [],
  snoozed: [],
  next: [],
};

export const useAttention = create<AttentionState>(() => nothing);

let lastAsked = 0;

/** Reads the list, or the numbers alone while another page is shown. */
export async function loadAttention(withRows = true): Promise<void> {
  lastAsked += 1;
  const asked = lastAsked;
  try {
    const { today, rows, snoozed, next, counts } = await call('health.attention', {
      withRows,
      partnerId: useSession.getState().partnerFilter,
    });
    // An answer that was overtaken by a later question knows less.
    if (asked !== lastAsked) return;
    updateCounts(counts);
    if (withRows) useAttention.setState({ status: 'ready', problem: null, today, rows, snoozed, next });
  } catch (problem) {
    if (asked === lastAsked) takeProblem(problem, withRows);
  }
}

/** A list that cannot be brought up to date stays, with what is being typed in it. */
function takeProblem(problem: unknown, isSaid: boolean): void {
  if (useAttention.getState().status === 'ready') {
    if (isSaid) showProblem(problem);
    return;
  }
  useAttention.setState({ status: 'failed', problem: problem instanceof ApiError ? problem.code : 'unexpected' });
}

function isListShown(): boolean {
  return useNavigation.getState().route.name === 'attention';
}

/** Keeps the numbers beside the destinations true on every page, and the list on its own; `page` is the one shown. */
export function useCounts(isReady: boolean, page: string): void {
  const today = useToday();
  const partnerId = useSession((session) => session.partnerFilter);
  const [rereading] = useState(() => rereadingBy(() => void loadAttention(isListShown())));
  const isList = page === 'attention';
  useEffect(() => {
    if (isReady) void loadAttention(isList);
  }, [isReady, today, isList, partnerId]);
  useEffect(() => {
    if (!isReady) return undefined;
    const stopChanges = onChanged(({ areas }) => {
      if (areas.includes('health')) rereading.soon(areas);
    });
    return () => {
      stopChanges();
      rereading.stop();
    };
  }, [isReady, rereading]);
  useEffect(() => rereading.now(), [page, rereading]);
}
