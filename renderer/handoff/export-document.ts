import { msg } from '@lingui/core/macro';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { DocumentFormat } from '../../shared/contract/handoff.ts';
import type { ErrorCode } from '../../shared/errors.ts';
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
  const wanted = { commandId: newCommandId(), handoffId, format, options };
  return saveDocument({
    format,
    send: () => call('handoff.export', wanted),
    stoppedBy: 'secret_found',
    onStopped: () => useDocument.setState({ stopped: format }),
    elsewhere: () => void exportDocument(handoffId, format),
  });
}

export interface WantedFile {
  readonly format: DocumentFormat;
  /** The same command each time: once more it goes to the same place without asking. */
  readonly send: () => Promise<CallOutput<'handoff.export'>>;
  /** What stands in the document may keep it here. */
  readonly stoppedBy: ErrorCode;
  readonly onStopped: () => void;
  /** As another command, which asks for its place. */
  readonly elsewhere: () => void;
}

export async function saveDocument(wanted: WantedFile): Promise<void> {
  if (useDocument.getState().exporting !== null) return;
  useDocument.setState({ exporting: wanted.format, isSlow: false });
  const slow = setTimeout(() => useDocument.setState({ isSlow: true }), blink);
  try {
    const { saved } = await wanted.send();
    if (saved !== null) sayWhere(saved);
  } catch (problem) {
    sayWhy(problem, wanted);
  } finally {
    clearTimeout(slow);
    useDocument.setState({ exporting: null, isSlow: false });
  }
}

function sayWhere({ issueId, fileName }: { readonly issueId: string; readonly fileName: string }): void {
  showToast({
    text: i18n.t(msg`Saved: ${fileName}`),
    actions: [{ label: i18n.t(msg`Show in folder`), run: () => void showInFolder(issueId) }],
  });
}

/** A document that went out elsewhere, or whose file is gone, says so. */
export async function showInFolder(issueId: string): Promise<void> {
  try {
    const { shown } = await call('handoff.revealFile', { issueId });
    if (!shown) showToast({ text: i18n.t(msg`It is not known where this document lies`), tone: 'danger' });
  } catch (problem) {
    showProblem(problem);
  }
}

/** Nothing gets better of itself with these. */
const hopeless: readonly string[] = ['target_name_too_long', 'export_failed'];

function sayWhy(problem: unknown, wanted: WantedFile): void {
  const code = problem instanceof ApiError ? problem.code : 'unexpected';
  if (code === wanted.stoppedBy) {
    wanted.onStopped();
    return;
  }
  const again = { label: i18n.t(msg`Try again`), run: () => void saveDocument(wanted) };
  const elsewhere = { label: i18n.t(msg`Choose another name`), run: wanted.elsewhere };
  if (hopeless.includes(code)) showProblem(problem, [elsewhere]);
  else showProblem(problem, code.startsWith('target_') ? [again, elsewhere] : [again]);
}
