import type { Card } from '../../shared/contract/board.ts';
import { daysBetween } from '../ui/format.ts';

/** How long ago we last talked, against how often we mean to. */
export interface Contact {
  /** Null: never yet. */
  readonly days: number | null;
  /** Null where nobody counts. */
  readonly norm: number | null;
  readonly isOverdue: boolean;
}

/** The client's own norm goes before that of the stage. */
export function contactOf(card: Card, stageNorm: number | null, today: string): Contact {
  const norm = card.contactNormDays ?? stageNorm;
  if (card.lastTouchAt === null) return { days: null, norm, isOverdue: false };
  const days = Math.max(0, daysBetween(card.lastTouchAt, today));
  return {
    days,
    norm,
    isOverdue: norm !== null && days > norm,
  };
}
