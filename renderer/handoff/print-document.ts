import { call } from '../api.ts';
import { useSession } from '../ui/session.ts';
import { showProblem } from '../ui/toast.ts';
import { numberPages } from '../ui/paper-frame.tsx';
import { previewAddress, useDocument, wantedOptions } from './document-store.ts';
import { useHandoff } from './handoff-store.ts';

/** Hands the document to the printer's dialog of the system; a secret in it opens the list of findings instead. */
export async function printDocument(handoffId: string): Promise<void> {
  if (useDocument.getState().exporting !== null) return;
  useDocument.setState({ exporting: 'paper' });
  try {
    const { findings } = await call('handoff.findSecrets', { handoffId });
    if (findings.length > 0) useDocument.setState({ stopped: 'paper' });
    else {
      const options = wantedOptions(useDocument.getState(), useSession.getState().language);
      await printPage(previewAddress(handoffId, options, useHandoff.getState().revision));
    }
  } catch (problem) {
    showProblem(problem);
  } finally {
    useDocument.setState({ exporting: null });
  }
}

/** It may open the dialog and nothing else; laid out beside the window, since what has no place has no pages. */
function frameOf(address: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.sandbox.add('allow-same-origin', 'allow-modals');
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  Object.assign(frame.style, { position: 'fixed', left: '-10000px', width: '826px', height: '1123px', border: '0' });
  frame.src = address;
  return frame;
}

let last: HTMLIFrameElement | null = null;

/** The frame stays until the system is done with it, at the longest until something else is printed. */
async function printPage(address: string): Promise<void> {
  last?.remove();
  const frame = frameOf(address);
  last = frame;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const { contentDocument: page, contentWindow: shown } = frame;
  if (page === null || shown === null) return;
  await page.fonts.ready;
  numberPages(page);
  shown.addEventListener('afterprint', () => frame.remove(), { once: true });
  shown.print();
}
