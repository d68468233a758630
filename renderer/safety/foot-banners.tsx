import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import type { CallOutput } from '../../shared/contract/contract.ts';
import { call, onChanged } from '../api.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { forgetTheWay } from '../ui/navigation.ts';
import { useSession } from '../ui/session.ts';
import { showProblem } from '../ui/toast.ts';
import styles from './foot-banners.module.css';

/** What stays in sight on every page: that this is the example, that the file was taken away, that a backup shrank. */
export function FootBanners() {
  const { t } = useLingui();
  const isSample = useSession((session) => session.settings?.isSample ?? false);
  const warning = useWarning();
  if (!isSample && warning === null) return null;
  return (
    <aside className={styles.foot} aria-label={t`About this file`}>
      {warning === 'file_replaced' && <ReplacedBanner />}
      {warning === 'backup_smaller' && (
        <Banner tone="warn" icon="watch">
          <Trans>The last backup is much smaller than the one before. The larger one is kept beside it.</Trans>
        </Banner>
      )}
      {isSample && <SampleBanner />}
    </aside>
  );
}

type Warning = CallOutput<'safety.state'>['warning'];

function useWarning(): Warning {
  const [warning, setWarning] = useState<Warning>(null);
  useEffect(() => {
    const load = () => {
      // Without an answer there is nothing to warn of; the calls that matter say for themselves why they fail.
      call('safety.state', {})
        .then((state) => setWarning(state.warning))
        .catch(() => undefined);
    };
    load();
    return onChanged(({ areas }) => {
      if (areas.includes('safety')) load();
    });
  }, []);
  return warning;
}

function SampleBanner() {
  const { t } = useLingui();
  const leave = () => {
    forgetTheWay();
    call('settings.leaveSample', {}).catch(showProblem);
  };
  return (
    <Banner
      icon="eye"
      actions={
        <Button look="link" onPress={leave}>
          {t`Take the example away`}
        </Button>
      }
    >
      <Trans>
        This is an example with fictional clients. It is made anew every day, what you try out here does not stay.
      </Trans>
    </Banner>
  );
}

function ReplacedBanner() {
  const { t } = useLingui();
  const [isBusy, setBusy] = useState(false);
  const reopen = async () => {
    setBusy(true);
    await call('settings.leaveSample', {}).catch(showProblem);
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
          <Button isDisabled={isBusy} onPress={() => void reopen()}>{t`Open the file anew`}</Button>
        </>
      }
    >
      <Trans>
        The data file was taken away or replaced by another program. All that was saved is rescued in a file
        “rapport-rescued…” in the data folder; nothing more is saved until the file is opened anew.
      </Trans>
    </Banner>
  );
}
