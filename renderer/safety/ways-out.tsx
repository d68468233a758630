import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { SalvageReport } from '../../shared/contract/salvage.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { ApiError, call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { sentenceFor } from '../ui/error-sentences.ts';
import { showProblem } from '../ui/toast.ts';
import { asksForPassphrase, OpenSealedDialog } from './backups/open-sealed-dialog.tsx';
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
  file_foreign: ['rescued', 'folder', 'show'],
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
  const [isSealed, setSealed] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const backup = state?.backups.find(({ name }) => !broken.includes(name)) ?? null;
  const rescued = state?.rescued ?? null;
  const acts: Readonly<Record<Way, () => Promise<unknown>>> = {
    retry: () => call('settings.leaveSample', {}),
    rescued: () => call('safety.openRescued', {}),
    backup: () => call('safety.restoreBackup', { name: backup?.name ?? '' }),
    salvage: async () => onSalvaged((await call('safety.salvage', {})).report),
    folder: () => call('settings.chooseDataFolder', {}),
    show: () => call('safety.revealData', {}),
    sample: () => call('settings.openSample', {}),
  };
  const refuse = (way: Way, refused: unknown) => {
    if (asksForPassphrase(refused)) return setSealed(true);
    if (way === 'backup' && backup !== null && isDamaged(refused)) {
      setBroken([...broken, backup.name]);
      return setProblem(
        t`That backup is damaged as well. It stays where it is; here is the one before it, if there is one.`,
      );
    }
    if (way === 'salvage') return setProblem(sentenceFor(refused));
    showProblem(refused);
  };
  const press = async (way: Way) => {
    setBusy(way);
    setProblem(null);
    await acts[way]().catch((refused: unknown) => refuse(way, refused));
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
          <Button
            key={way}
            look={index === 0 ? 'primary' : 'secondary'}
            size="large"
            isPending={busy === way}
            isDisabled={busy !== null && busy !== way}
            onPress={() => void press(way)}
          >
            {words[way]}
          </Button>
        ))}
      </div>
      {busy === 'salvage' && <SalvageProgress />}
      {isSealed && backup !== null && <OpenSealedDialog name={backup.name} onClose={() => setSealed(false)} />}
    </>
  );
}

function isDamaged(problem: unknown): boolean {
  return problem instanceof ApiError && problem.code === 'backup_damaged';
}

function BackupWords({ backup }: { readonly backup: Backup }) {
  const moment = useMoment()(backup.madeAt);
  const clients = plural(backup.clients, { one: '#\u00a0client', other: '#\u00a0clients' });
  return (
    <Trans>
      Open the backup of {moment} ({clients})
    </Trans>
  );
}

function RescuedWords({ madeAt }: { readonly madeAt: string }) {
  const moment = useMoment()(madeAt);
  return <Trans>Open what was rescued ({moment})</Trans>;
}
