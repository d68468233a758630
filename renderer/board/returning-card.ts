import { useEffect } from 'react';
import { isBoardStage } from '../../shared/stage.ts';
import { cardKey, focusTaken, useNavigation } from '../ui/navigation.ts';
import { focusCard } from './carry-store.ts';
import { shownColumns } from './shown.ts';

/** The card one comes back to may lie outside the part of its column that is drawn: it is drawn for the focus. */
export function useCardReturnedTo(isReady: boolean): void {
  const key = useNavigation((navigation) => navigation.returningTo);
  useEffect(() => {
    if (!isReady || key === null) return;
    const columns = Object.entries(shownColumns()).flatMap(([stage, ids]) => (isBoardStage(stage) ? ids : []));
    const clientId = columns.find((id) => cardKey(id) === key);
    if (clientId === undefined) return;
    focusCard(clientId);
    focusTaken();
  }, [isReady, key]);
}
