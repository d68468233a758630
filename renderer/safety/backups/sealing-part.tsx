import { msg, plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.ts';
import { i18n } from '../../ui/words.ts';
import styles from './backups-page.module.css';
import { attempt, type BackupsState } from './backups-store.ts';
import { PassphraseDialog } from './passphrase-dialog.tsx';

/** Backups that only a passphrase opens. */
export function SealingPart({ page }: { readonly page: BackupsState }) {
  const { t } = useLingui();
  const [isAsking, setAsking] = useState(false);
  const open = page.backups.filter(({ isSealed, isDamaged, computer }) => !isSealed && !isDamaged && computer === null);
  return (
    <section className={styles.part} aria-labelledby="passphrase">
      <h2 id="passphrase">{t`Passphrase`}</h2>
      <p>
        {page.isSealing
          ? t`New backups are encrypted. Making them needs no passphrase; opening one needs the passphrase that was set when it was made. Without it nothing helps: neither we nor the program can open them.`
          : t`Backups lie open: whoever gets the file can read it. With a passphrase new ones are encrypted. It is asked for only when one is opened; without it nothing helps, so write it down where it stays safe.`}
      </p>
      {page.isSealing && open.length > 0 && <Earlier count={open.length} />}
      <div className={styles.buttons}>
        <Button onPress={() => setAsking(true)}>{page.isSealing ? t`Change it…` : t`Set a passphrase…`}</Button>
        {page.isSealing && (
          <Button look="quiet" onPress={() => void endSealing()}>
            {t`Encrypt no more`}
          </Button>
        )}
      </div>
      {isAsking && <PassphraseDialog isChange={page.isSealing} onClose={() => setAsking(false)} />}
    </section>
  );
}

async function endSealing(): Promise<void> {
  if (await attempt(() => call('safety.endSealing', {})))
    showToast({ text: i18n.t(msg`New backups lie open again; those that are encrypted stay so`) });
}

function Earlier({ count }: { readonly count: number }) {
  const { t } = useLingui();
  const [isBusy, setBusy] = useState(false);
  const seal = async () => {
    setBusy(true);
    await attempt(() => call('safety.sealEarlier', {}));
    setBusy(false);
  };
  const earlier = plural(count, { one: '#\u00a0earlier backup lies open.', other: '#\u00a0earlier backups lie open.' });
  return (
    <p className={styles.line}>
      <span>{earlier}</span>
      <Button isPending={isBusy} onPress={() => void seal()}>{t`Encrypt them too`}</Button>
    </p>
  );
}
