import { create } from 'zustand';
import type { ArchiveEntry } from '../../shared/contract/handoff.ts';
import { call, onChanged } from '../api.ts';

interface Archive {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly problem: unknown;
  readonly entries: readonly ArchiveEntry[];
}

export const useArchive = create<Archive>(() => ({ status: 'loading', problem: null, entries: [] }));

export async function loadArchive(): Promise<void> {
  try {
    const { entries } = await call('handoff.archive', {});
    useArchive.setState({ status: 'ready', problem: null, entries });
  } catch (problem) {
    useArchive.setState({ status: 'failed', problem });
  }
}

export function followArchive(): () => void {
  void loadArchive();
  return onChanged(({ areas }) => {
    if (areas.includes('board') || areas.includes('handoff')) void loadArchive();
  });
}
