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

/** In a frame of its own, which may open the dialog and nothing else, and goes once that is closed. */
async function printPage(address: string): Promise<void> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.sandbox.add('allow-same-origin', 'allow-modals');
  frame.src = address;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  try {
    await loaded;
    const page = frame.contentDocument;
    if (page === null || frame.contentWindow === null) return;
    await page.fonts.ready;
    numberPages(page);
    frame.contentWindow.print();
  } finally {
    frame.remove();
  }
}
