import { msg } from '@lingui/core/macro';
import { ApiError, call } from '../api.ts';
import { useSession } from '../ui/session.ts';
import { showProblem, showToast } from '../ui/toast.ts';
import { i18n } from '../ui/words.ts';
import { type PlanFile, useDocument, wantedOptions } from './document-store.ts';

const calls = { calendar: 'handoff.exportPlan', checklist: 'handoff.exportChecklist' } as const;

/**
 * Asks where to, writes the plan there as a file, in the language that was chosen for the document, and says so; a secret
 * in the handoff opens the list of findings instead.
 */
export async function exportPlan(handoffId: string, file: PlanFile): Promise<void> {
  if (useDocument.getState().exporting !== null) return;
  useDocument.setState({ exporting: file });
  try {
    const { language } = wantedOptions(useDocument.getState(), useSession.getState().language);
    const { saved } = await call(calls[file], { handoffId, language });
    if (saved !== null) sayWhere(handoffId, saved.fileName);
  } catch (problem) {
    if (problem instanceof ApiError && problem.code === 'secret_found') useDocument.setState({ stopped: file });
    else
      showProblem(problem, [{ label: i18n.t(msg`Choose another name`), run: () => void exportPlan(handoffId, file) }]);
  } finally {
    useDocument.setState({ exporting: null });
  }
}

function sayWhere(handoffId: string, fileName: string): void {
  const reveal = () => void call('handoff.revealPlan', { handoffId }).catch(showProblem);
  showToast({
    text: i18n.t(msg`Saved: ${fileName}`),
    actions: [{ label: i18n.t(msg`Show in folder`), run: reveal }],
  });
}
