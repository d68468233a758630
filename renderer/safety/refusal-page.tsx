import type { MessageDescriptor } from '@lingui/core';
import { msg, plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { useToday } from '../ui/clock.ts';
import { sentenceForCode } from '../ui/error-sentences.ts';
import { formatDay, formatTime } from '../ui/format.ts';
import { Page } from '../ui/page.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { previewLanguage, useLanguage, useSession } from '../ui/session.ts';
import { showProblem } from '../ui/toast.ts';
import { asksForPassphrase, OpenSealedDialog } from './backups/open-sealed-dialog.tsx';
import styles from './refusal-page.module.css';

type State = CallOutput<'safety.state'>;
type Backup = State['backups'][number];

/** Ways out that help with a refusal, the likeliest first. */
type Way = 'retry' | 'backup' | 'folder' | 'show' | 'sample';

const waysOut: Readonly<Partial<Record<ErrorCode, readonly Way[]>>> = {
  device_unreadable: ['folder', 'retry'],
  file_in_use: ['retry', 'sample'],
  file_in_use_silent: ['retry', 'sample'],
  file_missing: ['retry', 'backup', 'folder', 'show'],
  file_damaged: ['backup', 'folder', 'show'],
  file_not_database: ['backup', 'folder', 'show'],
  file_foreign: ['folder', 'show'],
  file_newer: ['show', 'folder', 'sample'],
  folder_synced: ['folder', 'show'],
  folder_not_writable: ['folder', 'retry'],
  disk_full: ['retry', 'show'],
  disk_error: ['retry', 'backup', 'folder', 'show'],
};

/** What is said elsewhere of saving would be untrue here. */
const ownSentences: Readonly<Partial<Record<ErrorCode, MessageDescriptor>>> = {
  disk_full: msg`The disk is full. Make room on it and try again; what was saved is still there.`,
  disk_error: msg`The disk answers with an error, so the data cannot be read. Look whether the disk is connected and try again.`,
};

/** The data could not be opened: what happened, that the file is untouched, and the ways out. */
export function RefusalPage() {
  const { t, i18n } = useLingui();
  const refusal = useSession((session) => session.refusal) ?? 'unexpected';
  const language = useLanguage();
  const [state, setState] = useState<State | null>(null);
  useEffect(() => {
    call('safety.state', {})
      .then(setState)
      .catch(() => setState(null));
  }, []);
  const own = ownSentences[refusal];
  return (
    <Page className={styles.main}>
      <div className={styles.content} role="alert">
        <h1 className={styles.title}>{t`The data could not be opened`}</h1>
        <p className={styles.text}>{own ? i18n.t(own) : sentenceForCode(refusal)}</p>
        {state !== null && <p className={styles.path}>{state.dataFolder}</p>}
        <Ways ways={waysOut[refusal] ?? ['retry', 'show']} backup={state?.backups[0] ?? null} />
      </div>
      <Segmented
        className={styles.language}
        label={t`Language`}
        segments={[
          { id: 'ru', label: 'Русский', lang: 'ru' },
          { id: 'en', label: 'English', lang: 'en' },
        ]}
        value={language}
        onChange={previewLanguage}
      />
    </Page>
  );
}

function Ways({ ways, backup }: { readonly ways: readonly Way[]; readonly backup: Backup | null }) {
  const shown = ways.filter((way) => way !== 'backup' || backup !== null);
  return (
    <div className={styles.ways}>
      {shown.map((way, index) => (
        <WayButton key={way} way={way} backup={backup} isFirst={index === 0} />
      ))}
    </div>
  );
}

interface WayButtonProps {
  readonly way: Way;
  readonly backup: Backup | null;
  readonly isFirst: boolean;
}

function WayButton({ way, backup, isFirst }: WayButtonProps) {
  const { t } = useLingui();
  const [isBusy, setBusy] = useState(false);
  const [isSealed, setSealed] = useState(false);
  const acts: Readonly<Record<Way, readonly [words: ReactNode, act: () => Promise<unknown>]>> = {
    retry: [t`Try again`, () => call('settings.leaveSample', {})],
    backup: [
      <BackupWords key="backup" backup={backup} />,
      () => call('safety.restoreBackup', { name: backup?.name ?? '' }),
    ],
    folder: [t`Choose a folder`, () => call('settings.chooseDataFolder', {})],
    show: [t`Show the file`, () => call('safety.revealData', {})],
    sample: [t`Look at an example`, () => call('settings.openSample', {})],
  };
  const [words, act] = acts[way];
  const press = async () => {
    setBusy(true);
    await act().catch((problem: unknown) => {
      if (asksForPassphrase(problem)) setSealed(true);
      else showProblem(problem);
    });
    setBusy(false);
  };
  return (
    <>
      <Button look={isFirst ? 'primary' : 'secondary'} size="large" isDisabled={isBusy} onPress={() => void press()}>
        {words}
      </Button>
      {isSealed && backup !== null && <OpenSealedDialog name={backup.name} onClose={() => setSealed(false)} />}
    </>
  );
}

function BackupWords({ backup }: { readonly backup: Backup | null }) {
  const language = useLanguage();
  const today = useToday();
  if (backup === null) return null;
  const moment = `${formatDay(language, backup.madeAt, today)}, ${formatTime(backup.madeAt)}`;
  const clients = plural(backup.clients, { one: '#\u00a0client', other: '#\u00a0clients' });
  return (
    <Trans>
      Open the backup of {moment} ({clients})
    </Trans>
  );
}
