import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { call } from '../api.ts';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { Button } from '../ui/button.tsx';
import { useToday } from '../ui/clock.ts';
import { chooseDataFolder } from '../ui/data-file.ts';
import { formatBytes, formatDay, formatTime } from '../ui/format.ts';
import { navigate } from '../ui/navigation.ts';
import { useLanguage, useSession } from '../ui/session.ts';
import { showProblem } from '../ui/toast.ts';
import { backUpNow, revealData } from './settings-calls.ts';
import styles from './settings-page.module.css';
import { TransferRows } from './transfer/transfer-rows.tsx';

type State = CallOutput<'safety.state'>;

/** Read anew whenever a backup was made. */
function useSafetyState(): State | null {
  const [state, setState] = useState<State | null>(null);
  const lastBackupAt = useSession((session) => session.settings?.lastBackupAt ?? null);
  useEffect(() => {
    call('safety.state', {}).then(setState).catch(showProblem);
  }, [lastBackupAt]);
  return state;
}

export function DataSection() {
  const { t } = useLingui();
  const isSample = useSession((session) => session.settings?.isSample ?? false);
  const state = useSafetyState();
  if (state === null) return null;
  if (isSample) {
    return (
      <>
        <p className={styles.text}>
          <Trans>This is the example: it lies in a file of its own, is made anew every day, and has no backups.</Trans>
        </p>
        <TransferRows />
      </>
    );
  }
  return (
    <>
      <div className={styles.rows}>
        <div className={styles.row}>
          <span className={styles.name}>{t`Data folder`}</span>
          <div className={styles.value}>
            <span className={styles.path}>{state.dataFolder}</span>
            <Button onPress={() => void revealData()}>{t`Show`}</Button>
            <Button onPress={() => void chooseDataFolder()}>{t`Move…`}</Button>
          </div>
        </div>
        <Size state={state} />
        <LastBackup state={state} />
      </div>
      <TransferRows />
    </>
  );
}

function Size({ state }: { readonly state: State }) {
  const { t } = useLingui();
  const language = useLanguage();
  return (
    <div className={styles.row}>
      <span className={styles.name}>{t`Size of the data file`}</span>
      <span className={styles.path}>{formatBytes(language, state.fileBytes)}</span>
    </div>
  );
}

function LastBackup({ state }: { readonly state: State }) {
  const { t } = useLingui();
  const [isBusy, setBusy] = useState(false);
  const moment = useMoment();
  const backUp = async () => {
    setBusy(true);
    await backUpNow();
    setBusy(false);
  };
  return (
    <div className={styles.row}>
      <span className={styles.name}>
        {t`Last backup`}
        <span className={styles.note}>{t`made every day and on quit`}</span>
      </span>
      <div className={styles.value}>
        <span className={styles.path}>{state.lastBackupAt === null ? t`none yet` : moment(state.lastBackupAt)}</span>
        <Button isPending={isBusy} onPress={() => void backUp()}>
          {t`Back up now`}
        </Button>
        <Button onPress={() => navigate({ name: 'backups' })}>{t`All backups`}</Button>
      </div>
    </div>
  );
}

function useMoment(): (instant: string) => string {
  const language = useLanguage();
  const today = useToday();
  return (instant) => `${formatDay(language, instant, today)}, ${formatTime(instant)}`;
}
