import { useEffect, useState } from 'react';
import { create } from 'zustand';
import { stageContents } from '../../shared/content/stages.ts';
import type { Card } from '../../shared/contract/board.ts';
import type { HandoffSummary } from '../../shared/contract/handoff.ts';
import { type AttentionClient, attentionCount, attentionOf, type AttentionRow } from '../../shared/health/attention.ts';
import { isBoardStage } from '../../shared/stage.ts';
import { ApiError, call, onChanged } from '../api.ts';
import { rereadingBy } from '../ui/coalesce.ts';
import { dayOf, today as todayNow, useToday } from '../ui/clock.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { updateCounts } from '../ui/session.ts';

interface AttentionState {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly problem: ErrorCode | null;
  readonly cards: ReadonlyMap<string, Card>;
  readonly clients: readonly AttentionClient[];
  readonly handoffs: readonly HandoffSummary[];
}

export const useAttentionStore = create<AttentionState>(() => ({
  status: 'loading',
  problem: null,
  cards: new Map(),
  clients: [],
  handoffs: [],
}));

function attentionClient(card: Card): readonly AttentionClient[] {
  if (!isBoardStage(card.stage)) return [];
  const { id, lastTouchAt, contactNormDays, nextStep } = card;
  return [
    {
      id,
      lastTouchOn: lastTouchAt === null ? null : dayOf(new Date(lastTouchAt)),
      contactNormDays: contactNormDays ?? stageContents[card.stage].contactNormDays,
      nextStep,
    },
  ];
}

export async function loadAttention(): Promise<void> {
  try {
    const [{ cards }, { handoffs }] = await Promise.all([call('board.load', {}), call('handoff.list', {})]);
    const running = handoffs.filter((handoff) => handoff.state === 'running');
    const clients = cards.flatMap(attentionClient);
    useAttentionStore.setState({
      status: 'ready',
      problem: null,
      cards: new Map(cards.map((card) => [card.id, card])),
      clients,
      handoffs: running,
    });
    updateCounts({
      clients: clients.length,
      archive: cards.filter((card) => card.stage === 'ended').length,
      handoffs: running.length,
      attention: attentionCount(attentionOf(clients, running, todayNow())),
    });
  } catch (problem) {
    useAttentionStore.setState({
      status: 'failed',
      problem: problem instanceof ApiError ? problem.code : 'unexpected',
    });
  }
}

/** Keeps the numbers beside the destinations true on every page; `page` is the one that is shown. */
export function useCounts(isReady: boolean, page: string): void {
  const today = useToday();
  const [rereading] = useState(() => rereadingBy(() => void loadAttention()));
  useEffect(() => {
    if (!isReady) return;
    void loadAttention();
    const stopChanges = onChanged(({ areas }) => {
      if (areas.includes('board') || areas.includes('handoff')) rereading.soon(areas);
    });
    return () => {
      stopChanges();
      rereading.stop();
    };
  }, [isReady, today, rereading]);
  useEffect(() => rereading.now(), [page, rereading]);
}

/** The list for the partner's own filter. */
export function useAttention(partnerId: string | null): readonly AttentionRow[] {
  const today = useToday();
  const clients = useAttentionStore((state) => state.clients);
  const handoffs = useAttentionStore((state) => state.handoffs);
  const cards = useAttentionStore((state) => state.cards);
  return attentionOf(clients, handoffs, today).filter(
    (row) => partnerId === null || cards.get(row.clientId)?.partnerId === partnerId,
  );
}
