import { create } from 'zustand';
import type { HandoffSummary } from '../../shared/contract/handoff.ts';
import { call, onChanged } from '../api.ts';

interface Handoffs {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly problem: unknown;
  readonly handoffs: readonly HandoffSummary[];
}

export const useHandoffs = create<Handoffs>(() => ({ status: 'loading', problem: null, handoffs: [] }));

export async function loadHandoffs(): Promise<void> {
  try {
    const { handoffs } = await call('handoff.list', {});
    useHandoffs.setState({ status: 'ready', problem: null, handoffs });
  } catch (problem) {
    useHandoffs.setState({ status: 'failed', problem });
  }
}

export function followHandoffs(): () => void {
  void loadHandoffs();
  return onChanged(({ areas }) => {
    if (areas.includes('handoff') || areas.includes('board')) void loadHandoffs();
  });
}
