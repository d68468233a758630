import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Fragment, type ReactNode, useState } from 'react';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { SalvageReport } from '../../shared/contract/salvage.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { sentenceFor } from '../ui/error-sentences.ts';
import { Menu, type MenuEntry } from '../ui/menu.tsx';
import { showProblem } from '../ui/toast.ts';
import { asksForPassphrase, isDamagedBackup, OpenSealedDialog } from './backups/open-sealed-dialog.tsx';
import { useMoment } from './backups/use-moment.ts';
import styles from './refusal-page.module.css';
import { SalvageProgress } from './salvage-progress.tsx';

type State = CallOutput<'safety.state'>;
type Backup = State['backups'][number];

/** Ways out that help with a refusal, the likeliest first. */
type Way = 'retry' | 'rescued' | 'backup' | 'salvage' | 'folder' | 'show' | 'sample';

const waysOut: Readonly<Partial<Record<ErrorCode, readonly Way[]>>> = {
  device_unreadable: ['folder', 'retry'],
  file_in_use: ['retry', 'sample'],
  file_in_use_silent: ['retry', 'sample'],
  file_missing: ['rescued', 'retry', 'backup', 'folder', 'show'],
  file_damaged: ['rescued', 'backup', 'salvage', 'folder', 'show'],
  file_not_database: ['rescued', 'backup', 'salvage', 'folder', 'show'],
  file_foreign: ['rescued', 'backup', 'folder', 'show'],
  file_newer: ['show', 'folder', 'sample'],
  folder_synced: ['folder', 'show'],
  folder_not_writable: ['folder', 'retry'],
  disk_full: ['retry', 'show'],
  disk_error: ['retry', 'backup', 'salvage', 'folder', 'show'],
};

interface WaysOutProps {
  readonly refusal: ErrorCode;
  readonly state: State | null;
  readonly onSalvaged: (report: SalvageReport) => void;
}

export function WaysOut({ refusal, state, onSalvaged }: WaysOutProps) {
  const { t } = useLingui();
  const [broken, setBroken] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState<Way | null>(null);
  const [sealed, setSealed] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [backup = null, ...others] = state?.backups.filter(({ name }) => !broken.includes(name)) ?? [];
  const rescued = state?.rescued ?? null;
  const acts: Readonly<Record<Way, () => Promise<unknown>>> = {
    retry: () => call('settings.leaveSample', {}),
    rescued: () => call('safety.openRescued', {}),
    backup: () => restore(backup?.name ?? ''),
    salvage: async () => onSalvaged((await call('safety.salvage', {})).report),
    folder: () => call('settings.chooseDataFolder', {}),
    show: () => call('safety.revealData', {}),
    sample: () => call('settings.openSample', {}),
  };
  const passOver = (name: string) => {
    setSealed(null);
    setBroken([...broken, name]);
    setProblem(t`That backup is damaged as well. It stays where it is; here is the one before it, if there is one.`);
  };
  const restore = async (name: string) => {
    try {
      await call('safety.restoreBackup', { name });
    } catch (refused) {
      if (asksForPassphrase(refused)) setSealed(name);
      else if (isDamagedBackup(refused)) passOver(name);
      else throw refused;
    }
  };
  const refuse = (way: Way, refused: unknown) => {
    if (way === 'salvage') return setProblem(sentenceFor(refused));
    showProblem(refused);
  };
  const doing = async (way: Way, act: () => Promise<unknown>) => {
    setBusy(way);
    setProblem(null);
    await act().catch((refused: unknown) => refuse(way, refused));
    setBusy(null);
  };
  const words: Readonly<Record<Way, ReactNode>> = {
    retry: t`Try again`,
    rescued: rescued === null ? null : <RescuedWords madeAt={rescued.madeAt} />,
    backup: backup === null ? null : <BackupWords backup={backup} />,
    salvage: t`See what can be saved`,
    folder: t`Choose a folder`,
    show: t`Show the file`,
    sample: t`Look at an example`,
  };
  const shown = (waysOut[refusal] ?? ['retry', 'show']).filter((way) => words[way] !== null);
  return (
    <>
      {problem !== null && (
        <p className={styles.problem} role="status">
          {problem}
        </p>
      )}
      <div className={styles.ways}>
        {shown.map((way, index) => (
          <Fragment key={way}>
            <Button
              look={index === 0 ? 'primary' : 'secondary'}
              size="large"
              isPending={busy === way}
              isDisabled={busy !== null && busy !== way}
              onPress={() => void doing(way, acts[way])}
            >
              {words[way]}
            </Button>
            {way === 'backup' && others.length > 0 && (
              <OtherBackups
                backups={others}
                isDisabled={busy !== null}
                onChoose={(name) => void doing('backup', () => restore(name))}
              />
            )}
          </Fragment>
        ))}
      </div>
      {busy === 'salvage' && <SalvageProgress />}
      {sealed !== null && (
        <OpenSealedDialog name={sealed} onClose={() => setSealed(null)} onDamaged={() => passOver(sealed)} />
      )}
    </>
  );
}

interface OtherBackupsProps {
  readonly backups: readonly Backup[];
  readonly isDisabled: boolean;
  readonly onChoose: (name: string) => void;
}

/** The newest is not always the one that is wanted: it may hold less, or be locked by words that nobody knows any more. */
function OtherBackups({ backups, isDisabled, onChoose }: OtherBackupsProps) {
  const { t } = useLingui();
  const moment = useMoment();
  const labelOf = ({ madeAt, isInSecond, isSmaller }: Backup) => {
    const made = moment(madeAt);
    if (isInSecond) return t`${made}, from the second folder`;
    return isSmaller ? t`${made}, much smaller than the one before` : made;
  };
  const entries = backups.map((backup): MenuEntry => ({
    id: backup.name,
    label: labelOf(backup),
    detail: t`${plural(backup.clients, { one: '#\u00a0client', other: '#\u00a0clients' })}`,
    onAction: () => onChoose(backup.name),
  }));
  return (
    <Menu label={t`Another backup`} groups={[{ id: 'backups', entries }]}>
      <Button size="large" isDisabled={isDisabled}>
        {t`Another backup…`}
      </Button>
    </Menu>
  );
}

function BackupWords({ backup }: { readonly backup: Backup }) {
  const moment = useMoment()(backup.madeAt);
  const clients = plural(backup.clients, { one: '#\u00a0client', other: '#\u00a0clients' });
  return backup.isInSecond ? (
    <Trans>
      Open the backup of {moment} from the second folder ({clients})
    </Trans>
  ) : (
    <Trans>
      Open the backup of {moment} ({clients})
    </Trans>
  );
}

function RescuedWords({ madeAt }: { readonly madeAt: string }) {
  const moment = useMoment()(madeAt);
  return <Trans>Open what was rescued ({moment})</Trans>;
}
