import { create } from 'zustand';
import type { HandoffPage } from '../../shared/contract/handoff.ts';
import { ApiError, call, newCommandId, onChanged } from '../api.ts';
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
  useHandoff.setState((shown) => {
    if (shown.page?.id === page.id && revision < shown.revision) return { problem: null };
    return { status: 'ready', problem: null, revision, page };
  });
}

/** A page that cannot be brought up to date stays, with all that is typed in it; it is said once until a load succeeds. */
function takeProblem(handoffId: string, problem: unknown): void {
  const { page, problem: before } = useHandoff.getState();
  const isGone = problem instanceof ApiError && problem.code === 'not_found';
  if (page?.id !== handoffId || isGone) return useHandoff.setState({ ...nothing, status: 'failed', problem });
  useHandoff.setState({ problem });
  if (before === null) showProblem(problem);
}

export async function loadHandoff(handoffId: string): Promise<void> {
  try {
    take(await call('handoff.open', { handoffId }));
  } catch (problem) {
    takeProblem(handoffId, problem);
  }
}

/** Opens a handoff and follows what other screens and commands change in it. Returns the way to stop. */
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
    const answer = await send(newCommandId());
    // What a field of another handoff saved when it was left is not the page that is open now.
    if (useHandoff.getState().page?.id === answer.page.id) take(answer);
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
