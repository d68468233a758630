import { useEffect, useRef } from 'react';
import { onChanged } from '../api.ts';
import { navigate, useNavigation } from '../ui/navigation.ts';
import { hasWalkedTo, setNeighbours } from '../ui/neighbours.ts';
import { loadBoard, useBoard } from './board-store.ts';
import { columnsOf, spotOf } from './columns.ts';
import { presentColumns } from './shown.ts';

/** Opens the client's page and leaves the order of its column of today there for the way up and down. */
export function openClient(clientId: string): void {
  setNeighbours(columnOf(clientId));
  navigate({ name: 'client', clientId });
}

/** As the board shows it, or whole when its filter hides the client. */
function columnOf(clientId: string) {
  for (const columns of [presentColumns(), columnsOf(useBoard.getState().saved)]) {
    const spot = spotOf(columns, clientId);
    if (spot !== null) return { stage: spot.stage, clientIds: columns[spot.stage] };
  }
  return null;
}

/** The way up and down for a client that was opened from elsewhere than the board. */
export function useColumnOfShownClient(): void {
  const clientId = useNavigation(({ route }) => (route.name === 'client' ? route.clientId : null));
  const newest = useRef(0);
  useEffect(
    () =>
      onChanged(({ revision, areas }) => {
        if (areas.includes('board')) newest.current = revision;
      }),
    [],
  );
  useEffect(() => {
    if (clientId !== null) void findColumn(clientId, newest.current);
  }, [clientId]);
}

/** Away from the board nobody keeps it up to date. */
async function findColumn(clientId: string, newest: number): Promise<void> {
  if (hasWalkedTo(clientId)) return;
  if (columnOf(clientId) === null || useBoard.getState().revision < newest) await loadBoard();
  const { route } = useNavigation.getState();
  if (route.name === 'client' && route.clientId === clientId) setNeighbours(columnOf(clientId));
}
