import { msg } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { closeOverlay } from '../../ui/navigation.ts';
import { Progress } from '../../ui/progress.tsx';
import { showProblem, showToast } from '../../ui/toast.ts';
import { i18n } from '../../ui/words.ts';
import { useProgress } from './use-progress.ts';

interface Exported {
  /** What was saved, as the toast says it. */
  readonly text: string;
  /** The name of the file or the folder; without one there was nothing to save. */
  readonly place: string | null;
}

interface RunningExportProps {
  readonly title: string;
  /** While the partner is asked where to. */
  readonly question: string;
  readonly label: string;
  /** Null when the partner did not want it after all. */
  readonly work: (jobId: string) => Promise<Exported | null>;
}

/** Begins at once, says how far it is, can be cancelled, and closes by itself. */
export function RunningExport({ title, question, label, work }: RunningExportProps) {
  const [jobId] = useState(() => crypto.randomUUID());
  const progress = useProgress(jobId);
  const isStarted = useRef(false);
  useEffect(() => {
    if (isStarted.current) return;
    isStarted.current = true;
    work(jobId)
      .then((exported) => exported && tell(jobId, exported))
      .catch(showProblem)
      .finally(closeOverlay);
  }, [jobId, work]);
  const stop = () => {
    call('transfer.cancel', { jobId }).catch(showProblem);
  };
  return (
    <Dialog
      onClose={stop}
      title={title}
      isSticky
      width="narrow"
      actions={
        <Button look="quiet" onPress={stop} isDisabled={progress === null}>
          <Trans>Cancel</Trans>
        </Button>
      }
    >
      {progress === null ? <p>{question}</p> : <Progress label={label} progress={progress} />}
    </Dialog>
  );
}

function tell(jobId: string, { text, place }: Exported): void {
  if (place === null) return void showToast({ text });
  const reveal = () => void call('transfer.reveal', { jobId }).catch(showProblem);
  showToast({ text, detail: place, actions: [{ label: i18n.t(msg`Show in folder`), run: reveal }] });
}
