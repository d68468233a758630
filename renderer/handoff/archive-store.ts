import { create } from 'zustand';
import type { ArchiveEntry } from '../../shared/contract/handoff.ts';
import { call, onChanged } from '../api.ts';
import { latestAnswer } from '../ui/latest-answer.ts';
import { showProblem } from '../ui/toast.ts';

interface Archive {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly problem: unknown;
  readonly entries: readonly ArchiveEntry[];
}

export const useArchive = create<Archive>(() => ({ status: 'loading', problem: null, entries: [] }));

/** A list that was read stays in sight when it cannot be brought up to date. */
export const loadArchive = latestAnswer(
  () => call('handoff.archive', {}),
  ({ entries }) => useArchive.setState({ status: 'ready', problem: null, entries }),
  (problem) => {
    if (useArchive.getState().status === 'ready') showProblem(problem);
    else useArchive.setState({ status: 'failed', problem });
  },
);

export function followArchive(): () => void {
  void loadArchive();
  return onChanged(({ areas }) => {
    if (areas.includes('board') || areas.includes('handoff')) void loadArchive();
  });
}
