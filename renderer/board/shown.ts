import { useMemo } from 'react';
import { isBoardStage, type Stage } from '../../shared/stage.ts';
import { useSession } from '../ui/session.ts';
import { useBoard } from './board-store.ts';
import { type Columns, columnsOfPartner, spotOf } from './columns.ts';
import { useCarry } from './carry-store.ts';

/** The columns as the partner filter leaves them. */
export function shownColumns(): Columns {
  const { columns, cards } = useBoard.getState();
  return columnsOfPartner(columns, cards, useSession.getState().partnerFilter);
}

export function useShownColumns(): Columns {
  const columns = useBoard((board) => board.columns);
  const cards = useBoard((board) => board.cards);
  const partnerId = useSession((session) => session.partnerFilter);
  return useMemo(() => columnsOfPartner(columns, cards, partnerId), [columns, cards, partnerId]);
}

/**
 * The columns that a command on this client counts in: those that are shown, or all of them when the filter hides the
 * client, as it can on the client's own page.
 */
export function columnsAround(clientId: string): Columns {
  const shown = shownColumns();
  return spotOf(shown, clientId) === null ? useBoard.getState().columns : shown;
}

export function useColumnsAround(clientId: string): Columns {
  const all = useBoard((board) => board.columns);
  const shown = useShownColumns();
  return spotOf(shown, clientId) === null ? all : shown;
}

const order: readonly Stage[] = ['acquaintance', 'honeymoon', 'stable', 'stagnation', 'reanimation'];

/** The one card that Tab leads to: the last one used while it is on the board, else the first of all. */
export function tabStopOf(columns: Columns, current: string | null): string | null {
  const spot = current === null ? null : spotOf(columns, current);
  if (spot !== null && isBoardStage(spot.stage)) return current;
  return order.flatMap((stage) => columns[stage].slice(0, 1))[0] ?? null;
}

export function useTabStop(columns: Columns): string | null {
  return tabStopOf(
    columns,
    useCarry((carry) => carry.current),
  );
}
