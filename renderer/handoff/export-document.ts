import { msg } from '@lingui/core/macro';
import type { CallRequest } from '../../shared/contract/contract.ts';
import type { DocumentFormat } from '../../shared/contract/handoff.ts';
import { ApiError, call, newCommandId } from '../api.ts';
import { useSession } from '../ui/session.ts';
import { showProblem, showToast } from '../ui/toast.ts';
import { i18n } from '../ui/words.ts';
import { useDocument, wantedOptions } from './document-store.ts';

/** After this long the button says that it is at work. */
const blink = 400;

/** Asks where to, writes the document there and says so; a secret in it opens the list of findings instead. */
export function exportDocument(handoffId: string, format: DocumentFormat): Promise<void> {
  const options = wantedOptions(useDocument.getState(), useSession.getState().language);
  return carryOut({ commandId: newCommandId(), handoffId, format, options });
}

type Export = CallRequest<'handoff.export'>;

/** The same command once more goes to the same place without asking. */
async function carryOut(wanted: Export): Promise<void> {
  if (useDocument.getState().exporting !== null) return;
  useDocument.setState({ exporting: wanted.format, isSlow: false });
  const slow = setTimeout(() => useDocument.setState({ isSlow: true }), blink);
  try {
    const { saved } = await call('handoff.export', wanted);
    if (saved !== null) sayWhere(saved);
  } catch (problem) {
    sayWhy(problem, wanted);
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

/** Nothing gets better of itself with these. */
const hopeless: readonly string[] = ['target_name_too_long', 'export_failed'];

function sayWhy(problem: unknown, wanted: Export): void {
  const code = problem instanceof ApiError ? problem.code : 'unexpected';
  if (code === 'secret_found') {
    useDocument.setState({ stopped: wanted.format });
    return;
  }
  const again = { label: i18n.t(msg`Try again`), run: () => void carryOut(wanted) };
  const elsewhere = {
    label: i18n.t(msg`Choose another name`),
    run: () => void exportDocument(wanted.handoffId, wanted.format),
  };
  if (hopeless.includes(code)) showProblem(problem, [elsewhere]);
  else showProblem(problem, code.startsWith('target_') ? [again, elsewhere] : [again]);
}
