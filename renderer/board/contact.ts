import { stageContents } from '../../shared/content/stages.ts';
import type { Card } from '../../shared/contract/board.ts';
import { daysBetween } from '../ui/format.ts';
import { stageOf } from './columns.ts';

/** How long ago we last talked, against how often we mean to. */
export interface Contact {
  /** Null: never yet. */
  readonly days: number | null;
  /** Null where nobody counts. */
  readonly norm: number | null;
  /** Part of the norm that has passed, at most 1. */
  readonly share: number;
  readonly isOverdue: boolean;
}

export function contactOf(card: Card, today: string): Contact {
  const norm = card.contactNormDays ?? stageContents[stageOf(card)].contactNormDays;
  if (card.lastTouchAt === null) return { days: null, norm, share: 0, isOverdue: false };
  const days = Math.max(0, daysBetween(card.lastTouchAt, today));
  return {
    days,
    norm,
    share: norm === null ? 0 : Math.min(1, days / norm),
    isOverdue: norm !== null && days > norm,
  };
}
