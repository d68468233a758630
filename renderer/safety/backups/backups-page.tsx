import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { BackupEntry } from '../../../shared/contract/backups.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { sentenceFor } from '../../ui/error-sentences.ts';
import { useNavigation } from '../../ui/navigation.ts';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useSession } from '../../ui/session.ts';
import { AfterPause, Skeleton } from '../../ui/skeleton.tsx';
import { BackupTable } from './backup-table.tsx';
import styles from './backups-page.module.css';
import { type BackupsState, backUpNow, useBackups } from './backups-store.ts';
import { Notice } from './notice.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { SealingPart } from './sealing-part.tsx';
import { SecondPart } from './second-part.tsx';
import { useMoment } from './use-moment.ts';

/** All backups of the open file, and what a partner may do with them. */
export function BackupsPage() {
  const { t } = useLingui();
  const isSample = useSession((session) => session.settings?.isSample ?? false);
  const { reply: page, problem, load } = useBackups();
  const [isBusy, setBusy] = useState(false);
  const make = async () => {
    setBusy(true);
    await backUpNow();
    setBusy(false);
  };
  const isMaking = isBusy || page?.working?.act === 'make';
  return (
    <Page
      title={t`Backups`}
      meta={isSample ? undefined : t`one is made every day and on quit`}
      className={styles.main}
      actions={
        isSample ? undefined : (
          <Button look="primary" isPending={isMaking} onPress={() => void make()}>
            {t`Back up now`}
          </Button>
        )
      }
    >
      {isSample && (
        <EmptyState title={t`The example has no backups`}>
          {t`It lies in a file of its own and is made anew every day.`}
        </EmptyState>
      )}
      {!isSample && problem !== null && page === null && (
        <EmptyState
          title={t`The backups could not be read`}
          actions={<Button onPress={() => void load()}>{t`Try again`}</Button>}
        >
          {sentenceFor(problem)}
        </EmptyState>
      )}
      {!isSample && problem === null && page === null && <Loading />}
      {!isSample && page !== null && <Contents page={page} />}
    </Page>
  );
}

function Loading() {
  return (
    <AfterPause>
      <div className={styles.loading}>
        <Skeleton height={38} />
        <Skeleton height={38} />
        <Skeleton height={38} />
      </div>
    </AfterPause>
  );
}

function Contents({ page }: { readonly page: BackupsState }) {
  const { t } = useLingui();
  const asked = useNavigation(({ route }) => (route.name === 'backups' ? route.restore : undefined));
  const { folder } = page;
  const [restoring, setRestoring] = useState(asked ?? null);
  const backup = page.backups.find(({ name }) => name === restoring);
  return (
    <div className={styles.content}>
      <Restored page={page} onUndo={setRestoring} />
      <Standing page={page} />
      {page.working !== null && <Work working={page.working} />}
      {page.backups.length === 0 ? (
        <EmptyState title={t`No backup yet`}>
          {t`The first one is made by itself, when something has changed and at the latest on quit.`}
        </EmptyState>
      ) : (
        <BackupTable backups={page.backups} onRestore={({ name }: BackupEntry) => setRestoring(name)} />
      )}
      <p className={styles.where}>{t`They lie in ${folder}`}</p>
      <SecondPart page={page} />
      <SealingPart page={page} />
      {backup !== undefined && (
        <RestoreDialog
          backup={backup}
          isUndo={backup.name === page.restored?.wayBack}
          isSealing={page.isSealing}
          onClose={() => setRestoring(null)}
        />
      )}
    </div>
  );
}

function Restored({ page, onUndo }: { readonly page: BackupsState; readonly onUndo: (name: string) => void }) {
  const { t } = useLingui();
  const moment = useMoment();
  if (page.restored === null) return null;
  const { wayBack } = page.restored;
  const [at, madeAt] = [moment(page.restored.at), moment(page.restored.madeAt)];
  return (
    <Notice
      action={
        wayBack !== null && (
          <Button icon="undo" onPress={() => onUndo(wayBack)}>
            {t`Undo the restore`}
          </Button>
        )
      }
    >
      {t`${at}: the backup of ${madeAt} took the place of the data.`}
    </Notice>
  );
}

function Standing({ page }: { readonly page: BackupsState }) {
  const { t } = useLingui();
  const moment = useMoment();
  const isFailing = useSession((session) => session.settings?.isBackupFailing ?? false);
  if (isFailing)
    return (
      <Notice
        isWarning
      >{t`The last backup could not be made. Your data is saved; only a copy of it is missing.`}</Notice>
    );
  if (page.backups.length === 0) return null;
  if (page.unsavedSince === null)
    return <p className={styles.standing}>{t`A verified backup holds everything that was saved.`}</p>;
  const since = moment(page.unsavedSince);
  return <p className={styles.standing}>{t`What was changed since ${since} is in no backup yet.`}</p>;
}

function Work({ working }: { readonly working: NonNullable<BackupsState['working']> }) {
  const { t } = useLingui();
  const words: Readonly<Record<typeof working.act, string>> = {
    make: t`A backup is being made`,
    check: t`A backup is being verified`,
    compare: t`A backup is being compared with the data`,
    unpack: t`A backup is being opened`,
    seal: t`Backups are being encrypted`,
    fill: t`Backups are being copied to the second folder`,
  };
  return (
    <div className={styles.work}>
      <Progress label={words[working.act]} progress={{ done: working.percent, total: 100 }} isPercent />
    </div>
  );
}
