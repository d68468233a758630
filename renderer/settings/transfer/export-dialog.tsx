import { msg, plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { closeOverlay } from '../../ui/navigation.ts';
import { Progress } from '../../ui/progress.tsx';
import { showProblem, showToast } from '../../ui/toast.ts';
import { i18n } from '../../ui/words.ts';
import { useProgress } from './use-progress.ts';

/** Asks where to, writes the notes there and closes by itself. `clientId` null stands for all clients. */
export function ExportDialog({ clientId }: { readonly clientId: string | null }) {
  const { t } = useLingui();
  const [jobId] = useState(() => crypto.randomUUID());
  const progress = useProgress(jobId);
  const isStarted = useRef(false);
  useEffect(() => {
    if (isStarted.current) return;
    isStarted.current = true;
    void exportNotes(jobId, clientId).finally(closeOverlay);
  }, [jobId, clientId]);
  const stop = () => {
    call('transfer.cancel', { jobId }).catch(showProblem);
  };
  return (
    <Dialog
      onClose={stop}
      title={t`Export notes`}
      isSticky
      width="narrow"
      actions={
        <Button look="quiet" onPress={stop} isDisabled={progress === null}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      {progress === null ? <p>{t`Choose a folder.`}</p> : <Progress label={t`Writing the notes`} progress={progress} />}
    </Dialog>
  );
}

async function exportNotes(jobId: string, clientId: string | null): Promise<void> {
  try {
    const { saved } = await call('transfer.export', { jobId, clientId });
    if (saved === null) return;
    const { folder, notes } = saved;
    if (notes === 0) {
      showToast({ text: i18n.t(msg`There is no note to export yet`) });
      return;
    }
    const reveal = () => void call('transfer.reveal', { jobId }).catch(showProblem);
    showToast({
      text: i18n.t(msg`${plural(notes, { one: '#\u00a0note saved', other: '#\u00a0notes saved' })}`),
      detail: folder,
      actions: [{ label: i18n.t(msg`Show in folder`), run: reveal }],
    });
  } catch (problem) {
    showProblem(problem);
  }
}
