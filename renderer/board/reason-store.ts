import { create } from 'zustand';
import type { BoardStage } from '../../shared/stage.ts';

/** The stage change whose reason is being asked for, in one line at the foot of the window. */
export interface ReasonWanted {
  readonly stageChangeId: string;
  readonly clientId: string;
  readonly stage: BoardStage;
}

export const useReason = create<{ readonly wanted: ReasonWanted | null }>(() => ({ wanted: null }));

export function askForReason(wanted: ReasonWanted): void {
  useReason.setState({ wanted });
}

export function dropReason(): void {
  useReason.setState({ wanted: null });
}
