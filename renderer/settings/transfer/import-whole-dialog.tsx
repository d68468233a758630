import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { call } from '../../api.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { useToday } from '../../ui/clock.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { formatDay, formatTime } from '../../ui/format.ts';
import { closeOverlay } from '../../ui/navigation.ts';
import { Progress } from '../../ui/progress.tsx';
import { useLanguage } from '../../ui/session.ts';
import { showProblem } from '../../ui/toast.ts';
import { SourceCards } from './source-choice.tsx';
import styles from './transfer.module.css';
import { useProgress } from './use-progress.ts';

type Contents = NonNullable<CallOutput<'transfer.readWhole'>['contents']>;

interface Source {
  readonly sourceId: string;
  readonly name: string;
}

type Step =
  | { readonly name: 'source' }
  | { readonly name: 'reading'; readonly source: Source }
  | { readonly name: 'preview'; readonly source: Source; readonly contents: Contents }
  | { readonly name: 'opening'; readonly source: Source };

/** A whole export comes into an empty data file: it is read and proved first, and shown before anything changes. */
export function ImportWholeDialog() {
  const { t } = useLingui();
  const { step, choose, take, leave } = useWholeImport();
  const progress = useProgress(step.name === 'reading' ? step.source.sourceId : null);
  const cancel = (
    <Button look="quiet" autoFocus={step.name === 'reading'} onPress={leave}>
      <Trans>Cancel</Trans>
    </Button>
  );
  if (step.name === 'source') {
    return (
      <Dialog
        onClose={leave}
        title={t`Read a whole export`}
        lead={t`Everything that was saved from another data file, with its history. First you see what is in it.`}
        actions={cancel}
      >
        <SourceCards
          sources={[
            { from: 'archive', icon: 'archive', title: t`An archive…`, text: t`One file that ends in .zip.` },
            { from: 'folder', icon: 'folder', title: t`A folder…`, text: t`The one with manifest.json in it.` },
          ]}
          onChoose={choose}
        />
      </Dialog>
    );
  }
  const { source } = step;
  return (
    <Dialog
      onClose={leave}
      title={source.name}
      isSticky
      actions={
        step.name === 'reading' ? (
          cancel
        ) : (
          <>
            {cancel}
            <Button look="primary" autoFocus isDisabled={step.name === 'opening'} onPress={() => take(source)}>
              <Trans>Open this data</Trans>
            </Button>
          </>
        )
      }
    >
      {step.name === 'reading' && <Progress label={t`Reading and checking everything`} progress={progress} />}
      {step.name === 'preview' && <Facts contents={step.contents} />}
      {step.name === 'opening' && <p role="status">{t`Opening the data…`}</p>}
    </Dialog>
  );
}

function Facts({ contents }: { readonly contents: Contents }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const { madeAt, agency, clients, notes } = contents;
  return (
    <>
      <div className={styles.facts} role="status">
        {agency !== '' && <span>{agency}</span>}
        <span>{t`${plural(clients, { one: '#\u00a0client', other: '#\u00a0clients' })}`}</span>
        <span>{t`${plural(notes, { one: '#\u00a0note', other: '#\u00a0notes' })}`}</span>
        <span>{t`saved ${formatDay(language, madeAt, today)}, ${formatTime(madeAt)}`}</span>
      </div>
      <p>
        <Trans>
          All checksums are right. This data takes the place of the empty file that is open now; a backup of that one is
          made before.
        </Trans>
      </p>
    </>
  );
}

function useWholeImport() {
  const [step, setStep] = useState<Step>({ name: 'source' });

  async function choose(form: 'archive' | 'folder'): Promise<void> {
    try {
      const { source } = await call('transfer.chooseWhole', { form });
      if (source === null) return;
      setStep({ name: 'reading', source });
      const { contents } = await call('transfer.readWhole', { sourceId: source.sourceId });
      if (contents !== null) setStep({ name: 'preview', source, contents });
    } catch (problem) {
      showProblem(problem);
      setStep({ name: 'source' });
    }
  }

  async function take(source: Source): Promise<void> {
    setStep({ name: 'opening', source });
    try {
      // The page is loaded anew when it is done.
      await call('transfer.importWhole', { sourceId: source.sourceId });
    } catch (problem) {
      showProblem(problem);
      setStep({ name: 'source' });
    }
  }

  function leave(): void {
    if (step.name === 'opening') return;
    if (step.name !== 'source') call('transfer.leaveWhole', { sourceId: step.source.sourceId }).catch(showProblem);
    closeOverlay();
  }

  return {
    step,
    choose: (form: 'archive' | 'folder') => void choose(form),
    take: (source: Source) => void take(source),
    leave,
  };
}
