import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { call, onChanged } from '../api.ts';
import { Banner, BannerStack } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { saveAll } from '../ui/closing.ts';
import { leaveSample } from '../ui/data-file.ts';
import { focusIfLost, mainOfPage } from '../ui/lost-focus.ts';
import { openAnew } from '../ui/opened-anew.ts';
import { useSession } from '../ui/session.ts';
import { showProblem, showToast } from '../ui/toast.ts';
import { useRestoredNotice } from './backups/restored-notice.ts';

/** What stays in sight on every page: that this is the example, that the file was taken away, that a backup shrank. */
export function FootBanners() {
  const { t } = useLingui();
  const isSample = useSession((session) => session.settings?.isSample ?? false);
  const { warning, rescuedIn } = useFileState();
  useRestoredNotice();
  if (!isSample && warning === null) return null;
  return (
    <BannerStack label={t`About this file`}>
      {warning === 'file_damaged' && <DamagedBanner />}
      {warning === 'file_not_rescued' && <NotRescuedBanner />}
      {warning === 'file_replaced' && <ReplacedBanner rescuedIn={rescuedIn ?? ''} />}
      {warning === 'backup_failed' && <BackupFailedBanner />}
      {warning === 'backup_smaller' && (
        <Banner tone="warn" icon="watch">
          <Trans>The last backup is much smaller than the one before. The larger one is kept beside it.</Trans>
        </Banner>
      )}
      {isSample && <SampleBanner />}
    </BannerStack>
  );
}

type FileState = Pick<CallOutput<'safety.state'>, 'warning' | 'rescuedIn'>;

function useFileState(): FileState {
  const [state, setState] = useState<FileState>({ warning: null, rescuedIn: null });
  useEffect(() => {
    const load = () => {
      // Without an answer there is nothing to warn of; the calls that matter say for themselves why they fail.
      call('safety.state', {})
        .then(setState)
        .catch(() => undefined);
    };
    load();
    return onChanged(({ areas }) => {
      if (areas.includes('safety')) load();
    });
  }, []);
  return state;
}

function BackupFailedBanner() {
  const { t } = useLingui();
  const [isBusy, setBusy] = useState(false);
  // Once the backup is made, the button that was pressed is gone.
  useLayoutEffect(() => () => focusIfLost(mainOfPage), []);
  const tryAgain = async () => {
    setBusy(true);
    try {
      await call('safety.backUpNow', {});
      showToast({ text: t`The backup is made` });
    } catch (problem) {
      showProblem(problem);
    }
    setBusy(false);
  };
  return (
    <Banner
      tone="warn"
      icon="risk"
      role="alert"
      actions={
        <>
          <Button onPress={() => void call('safety.revealData', {}).catch(showProblem)}>{t`Show the folder`}</Button>
          <Button isPending={isBusy} onPress={() => void tryAgain()}>{t`Back up now`}</Button>
        </>
      }
    >
      <Trans>The last backup could not be made. Your data is saved; only a copy of it is missing.</Trans>
    </Banner>
  );
}

function SampleBanner() {
  const { t } = useLingui();
  return (
    <Banner
      icon="eye"
      actions={
        <Button look="link" onPress={() => void leaveSample()}>
          {t`Remove the example`}
        </Button>
      }
    >
      <Trans>
        This is an example with fictional clients. It is made anew every day, what you try out here does not stay.
      </Trans>
    </Banner>
  );
}

/** Opening anew would let go of the only copy, so that is not offered here. */
function NotRescuedBanner() {
  const { t } = useLingui();
  return (
    <Banner
      tone="danger"
      icon="risk"
      role="alert"
      actions={
        <Button onPress={() => void call('safety.revealData', {}).catch(showProblem)}>{t`Show the folder`}</Button>
      }
    >
      <Trans>
        The data file was taken away or replaced by another program, and what was saved could not be rescued yet. The
        program goes on trying: leave it open and make room on the disk. Nothing more is saved meanwhile.
      </Trans>
    </Banner>
  );
}

function ReplacedBanner({ rescuedIn }: { readonly rescuedIn: string }) {
  const { t } = useLingui();
  return (
    <OpenAnewBanner words={t`Open the file anew`}>
      {/* Not <Trans>: it would look for elements in the path. */}
      {t`The data file was taken away or replaced by another program. All that was saved is rescued in a file “rapport-rescued…” in the folder ${rescuedIn}; nothing more is saved until the file is opened anew.`}
    </OpenAnewBanner>
  );
}

function DamagedBanner() {
  const { t } = useLingui();
  return (
    <OpenAnewBanner words={t`See what can be done`}>
      {t`The data file is damaged: some of what was saved cannot be read. Nothing more is saved in it, so that it gets no worse.`}
    </OpenAnewBanner>
  );
}

interface OpenAnewBannerProps {
  readonly words: string;
  readonly children: ReactNode;
}

/** Nothing more is saved until the file is opened anew, which shows the ways out when it cannot be. */
function OpenAnewBanner({ words, children }: OpenAnewBannerProps) {
  const { t } = useLingui();
  const [isBusy, setBusy] = useState(false);
  const [isUnsaved, setUnsaved] = useState(false);
  const reopen = async () => {
    setBusy(true);
    try {
      // Nothing can be saved before the file is open again, and loading the page anew would lose what is typed in it.
      if (!isUnsaved) await openAnew();
      if (isUnsaved || (await saveAll())) await call('settings.leaveSample', {});
      else setUnsaved(true);
    } catch (problem) {
      showProblem(problem);
    }
    setBusy(false);
  };
  return (
    <Banner
      tone="danger"
      icon="risk"
      role="alert"
      actions={
        <>
          <Button onPress={() => void call('safety.revealData', {}).catch(showProblem)}>{t`Show the folder`}</Button>
          <Button isPending={isBusy} onPress={() => void reopen()}>
            {isUnsaved ? t`Open without saving` : words}
          </Button>
        </>
      }
    >
      {isUnsaved ? (
        <Trans>What is typed on this page could not be saved. It stays here: copy it before you go on.</Trans>
      ) : (
        children
      )}
    </Banner>
  );
}
