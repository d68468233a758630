import { useEffect } from 'react';
import type { HandoffPage } from '../../shared/contract/handoff.ts';
import { closeOverlay } from '../ui/navigation.ts';
import { showProblem } from '../ui/toast.ts';
import { loadHandoff, useHandoff } from './handoff-store.ts';

/** The handoff a dialog is about; when it cannot be read, the dialog gives way to the reason. */
export function useHandoffOfOverlay(handoffId: string): HandoffPage | null {
  const page = useHandoff((handoff) => (handoff.page?.id === handoffId ? handoff.page : null));
  const isLoaded = page !== null;
  useEffect(() => {
    if (isLoaded) return;
    let isGone = false;
    void loadHandoff(handoffId).then(() => {
      const { status, problem } = useHandoff.getState();
      if (isGone || status !== 'failed') return;
      showProblem(problem);
      closeOverlay();
    });
    return () => {
      isGone = true;
    };
  }, [handoffId, isLoaded]);
  return page;
}
