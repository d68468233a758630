import { create } from 'zustand';
import type { Stage } from '../../shared/stage.ts';

/** The column a client was opened from or stands in, in its order: `Alt ↑` and `Alt ↓` walk along it. */
export interface Neighbours {
  readonly stage: Stage;
  readonly clientIds: readonly string[];
}

export interface PlaceInColumn {
  readonly stage: Stage;
  /** Counts from one: "1 of 5". */
  readonly place: number;
  readonly total: number;
  readonly previous: string | null;
  readonly next: string | null;
}

interface Known {
  readonly neighbours: Neighbours | null;
  /** Whom the way up or down leads to: the list stays as it is. */
  readonly walkingTo: string | null;
}

export const useNeighbours = create<Known>(() => ({ neighbours: null, walkingTo: null }));

export function setNeighbours(neighbours: Neighbours | null): void {
  useNeighbours.setState({ neighbours });
}

export function walkTo(clientId: string): void {
  useNeighbours.setState({ walkingTo: clientId });
}

/** Whether the client was reached along the list; asked once for each arrival. */
export function hasWalkedTo(clientId: string): boolean {
  const { walkingTo } = useNeighbours.getState();
  useNeighbours.setState({ walkingTo: null });
  return walkingTo === clientId;
}

/** Where the client stands among those it was opened with; null while that is not known. */
export function usePlaceInColumn(clientId: string): PlaceInColumn | null {
  const neighbours = useNeighbours((state) => state.neighbours);
  const index = neighbours?.clientIds.indexOf(clientId) ?? -1;
  if (neighbours === null || index < 0) return null;
  const { stage, clientIds } = neighbours;
  return {
    stage,
    place: index + 1,
    total: clientIds.length,
    previous: clientIds[index - 1] ?? null,
    next: clientIds[index + 1] ?? null,
  };
}
