import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { keyLabel } from '../../ui/keys.ts';
import { closeOverlay } from '../../ui/navigation.ts';
import { Progress } from '../../ui/progress.tsx';
import { undoWhole } from '../../ui/undo.ts';
import { ImportPreview } from './import-preview.tsx';
import { SkippedList } from './skipped-list.tsx';
import { SourceChoice } from './source-choice.tsx';
import styles from './transfer.module.css';
import { type Imported, useImport } from './use-import.ts';
import { useProgress } from './use-progress.ts';

/** Notes of another program come in: what would happen is seen before anything is written. */
export function ImportDialog() {
  const { t } = useLingui();
  const { step, choices, choose, change, run, stop, startOver } = useImport();
  const isBusy = step.name === 'reading' || step.name === 'running';
  const progress = useProgress(isBusy ? step.source.sourceId : null);
  switch (step.name) {
    case 'source':
      return (
        <Dialog
          onClose={closeOverlay}
          title={t`Import notes`}
          lead={t`First you see what would come in. Nothing is written before you agree.`}
          actions={<Leave onPress={closeOverlay} />}
        >
          <SourceChoice onChoose={choose} />
        </Dialog>
      );
    case 'reading':
      return (
        <Dialog
          onClose={startOver}
          title={step.source.name}
          isSticky
          actions={<Leave key="reading" isFirst onPress={startOver} />}
        >
          <Progress label={t`Reading the notes`} progress={progress} />
        </Dialog>
      );
    case 'preview': {
      const { source, preview } = step;
      return (
        <Dialog
          onClose={closeOverlay}
          title={source.name}
          width="sheet"
          isSticky
          actions={
            <PreviewActions
              count={preview.counts.toImport}
              onStartOver={startOver}
              onImport={() => run(source, preview)}
            />
          }
        >
          <ImportPreview preview={preview} choices={choices} onChange={(changed) => change(source, preview, changed)} />
        </Dialog>
      );
    }
    case 'running': {
      const { source } = step;
      const cancel = () => stop(source);
      return (
        <Dialog
          onClose={cancel}
          title={source.name}
          isSticky
          actions={<Leave key="running" isFirst onPress={cancel} />}
        >
          <Progress label={t`Importing the notes`} progress={progress} />
        </Dialog>
      );
    }
    case 'done': {
      const { toImport } = step.imported.counts;
      return (
        <Dialog
          onClose={closeOverlay}
          title={t`${plural(toImport, { one: '#\u00a0note imported', other: '#\u00a0notes imported' })}`}
          lead={step.source.name}
          width="sheet"
          note={t`Can be undone: ${keyLabel('Mod+KeyZ')}`}
          actions={<DoneActions commandId={step.imported.commandId} />}
        >
          <DoneFacts imported={step.imported} />
        </Dialog>
      );
    }
  }
}

/** The focus was on what is gone now: `isFirst` takes it. */
function Leave({ onPress, isFirst = false }: { readonly onPress: () => void; readonly isFirst?: boolean }) {
  return (
    <Button look="quiet" autoFocus={isFirst} onPress={onPress}>
      <Trans>Cancel</Trans>
    </Button>
  );
}

interface PreviewActionsProps {
  readonly count: number;
  readonly onStartOver: () => void;
  readonly onImport: () => void;
}

function PreviewActions({ count, onStartOver, onImport }: PreviewActionsProps) {
  const { t } = useLingui();
  return (
    <>
      <Button look="quiet" autoFocus={count === 0} onPress={onStartOver}>
        <Trans>Choose something else</Trans>
      </Button>
      <Button look="primary" autoFocus isDisabled={count === 0} onPress={onImport}>
        {count === 0 ? <Trans>Import</Trans> : t`${plural(count, { one: 'Import # note', other: 'Import # notes' })}`}
      </Button>
    </>
  );
}

function DoneActions({ commandId }: { readonly commandId: string }) {
  const takeBack = () => {
    closeOverlay();
    void undoWhole(commandId);
  };
  return (
    <>
      <Button look="quiet" onPress={takeBack}>
        <Trans>Undo the import</Trans>
      </Button>
      <Button look="primary" autoFocus onPress={closeOverlay}>
        <Trans>Done</Trans>
      </Button>
    </>
  );
}

function DoneFacts({ imported }: { readonly imported: Imported }) {
  const { t } = useLingui();
  const { counts, skipped } = imported;
  const { here, newClients } = counts;
  return (
    <>
      <div className={styles.facts} role="status">
        {newClients > 0 && (
          <span>{t`${plural(newClients, { one: '#\u00a0new client', other: '#\u00a0new clients' })}`}</span>
        )}
        {here > 0 && (
          <span>{t`${plural(here, { one: '#\u00a0note was here already', other: '#\u00a0notes were here already' })}`}</span>
        )}
      </div>
      <SkippedList skipped={skipped} count={counts.skipped} isDone />
    </>
  );
}
