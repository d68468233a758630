import { create } from 'zustand';
import type { HandoffPage } from '../../shared/contract/handoff.ts';
import { call, newCommandId, onChanged } from '../api.ts';
import { showProblem } from '../ui/toast.ts';

export interface OpenHandoff {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly problem: unknown;
  readonly revision: number;
  readonly page: HandoffPage | null;
}

const nothing: OpenHandoff = { status: 'loading', problem: null, revision: -1, page: null };

/** The handoff whose page is open; the database is the truth. */
export const useHandoff = create<OpenHandoff>(() => nothing);

interface Answer {
  readonly revision: number;
  readonly page: HandoffPage;
}

function take({ revision, page }: Answer): void {
  const shown = useHandoff.getState();
  if (shown.page?.id === page.id && revision < shown.revision) return;
  useHandoff.setState({ status: 'ready', problem: null, revision, page });
}

export async function loadHandoff(handoffId: string): Promise<void> {
  try {
    take(await call('handoff.open', { handoffId }));
  } catch (problem) {
    useHandoff.setState({ ...nothing, status: 'failed', problem });
  }
}

/** Opens a handoff and follows what other screens and commands change in it. */
export function followHandoff(handoffId: string): () => void {
  if (useHandoff.getState().page?.id !== handoffId) useHandoff.setState(nothing);
  void loadHandoff(handoffId);
  return onChanged(({ areas, revision }) => {
    const concerns = areas.some((area) => area === 'handoff' || area === 'clients' || area === 'settings');
    if (concerns && revision > useHandoff.getState().revision) void loadHandoff(handoffId);
  });
}

/** Sends a command and shows the page it answers with; says why when it is refused. Tells whether it was done. */
export async function change(send: (commandId: string) => Promise<Answer>): Promise<boolean> {
  try {
    take(await send(newCommandId()));
    return true;
  } catch (problem) {
    showProblem(problem);
    return false;
  }
}

/** The page of a running handoff can be edited; one that is over is only read. */
export function useIsRunning(): boolean {
  return useHandoff(({ page }) => page?.state === 'running');
}
