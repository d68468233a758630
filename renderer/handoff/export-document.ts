import { msg } from '@lingui/core/macro';
import type { DocumentFormat } from '../../shared/contract/handoff.ts';
import { ApiError, call, newCommandId } from '../api.ts';
import { useSession } from '../ui/session.ts';
import { showProblem, showToast } from '../ui/toast.ts';
import { i18n } from '../ui/words.ts';
import { useDocument, wantedOptions } from './document-store.ts';

/** After this long the button says that it is at work. */
const blink = 400;

/** Asks where to, writes the document there and says so; a secret in it opens the list of findings instead. */
export async function exportDocument(handoffId: string, format: DocumentFormat): Promise<void> {
  if (useDocument.getState().exporting !== null) return;
  useDocument.setState({ exporting: format, isSlow: false });
  const slow = setTimeout(() => useDocument.setState({ isSlow: true }), blink);
  try {
    const options = wantedOptions(useDocument.getState(), useSession.getState().language);
    const { saved } = await call('handoff.export', { commandId: newCommandId(), handoffId, format, options });
    if (saved !== null) sayWhere(saved);
  } catch (problem) {
    sayWhy(problem, handoffId, format);
  } finally {
    clearTimeout(slow);
    useDocument.setState({ exporting: null, isSlow: false });
  }
}

function sayWhere({ issueId, fileName }: { readonly issueId: string; readonly fileName: string }): void {
  const reveal = () => void call('handoff.revealFile', { issueId }).catch(showProblem);
  showToast({
    text: i18n.t(msg`Saved: ${fileName}`),
    actions: [{ label: i18n.t(msg`Show in folder`), run: reveal }],
  });
}

function sayWhy(problem: unknown, handoffId: string, format: DocumentFormat): void {
  if (problem instanceof ApiError && problem.code === 'secret_found') {
    useDocument.setState({ stopped: format });
    return;
  }
  const again = () => void exportDocument(handoffId, format);
  showProblem(problem, [{ label: i18n.t(msg`Choose another name`), run: again }]);
}
