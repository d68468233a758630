import { create } from 'zustand';
import type { HandoffSummary } from '../../shared/contract/handoff.ts';
import { call, onChanged } from '../api.ts';
import { latestAnswer } from '../ui/latest-answer.ts';
import { showProblem } from '../ui/toast.ts';

interface Handoffs {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly problem: unknown;
  readonly handoffs: readonly HandoffSummary[];
}

export const useHandoffs = create<Handoffs>(() => ({ status: 'loading', problem: null, handoffs: [] }));

/** A list that was read stays in sight when it cannot be brought up to date. */
export const loadHandoffs = latestAnswer(
  () => call('handoff.list', {}),
  ({ handoffs }) => useHandoffs.setState({ status: 'ready', problem: null, handoffs }),
  (problem) => {
    if (useHandoffs.getState().status === 'ready') showProblem(problem);
    else useHandoffs.setState({ status: 'failed', problem });
  },
);

export function followHandoffs(): () => void {
  void loadHandoffs();
  return onChanged(({ areas }) => {
    if (areas.includes('handoff') || areas.includes('board')) void loadHandoffs();
  });
}
