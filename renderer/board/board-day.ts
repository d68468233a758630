import { useToday } from '../ui/clock.ts';
import { useBoard } from './board-store.ts';

/** The day that ages on the board are counted for: the one it shows. */
export function useBoardDay(): string {
  const today = useToday();
  return useBoard((board) => board.past?.day ?? today);
}
