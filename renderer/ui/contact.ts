import type { Card } from '../../shared/contract/board.ts';
import { daysBetween } from './format.ts';

/** How long ago we last talked, against how often we mean to. */
export interface Contact {
  /** Null: never yet. */
  readonly days: number | null;
  /** Days since then or, before the first one, since the client was added. */
  readonly waited: number;
  /** Null where nobody counts. */
  readonly norm: number | null;
  readonly isOverdue: boolean;
}

/** The client's own norm goes before that of the stage. */
export function contactOf(card: Card, stageNorm: number | null, today: string): Contact {
  const norm = card.contactNormDays ?? stageNorm;
  const from = card.lastTouchAt ?? card.addedOn;
  const waited = from === null ? 0 : Math.max(0, daysBetween(from, today));
  return {
    days: card.lastTouchAt === null ? null : waited,
    waited,
    norm,
    isOverdue: norm !== null && waited > norm,
  };
}
