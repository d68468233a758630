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

export const useNeighbours = create<{ readonly neighbours: Neighbours | null }>(() => ({ neighbours: null }));

export function setNeighbours(neighbours: Neighbours | null): void {
  useNeighbours.setState({ neighbours });
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
