import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { shortestPassphrase } from '../../../shared/contract/backups.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.ts';
import { i18n } from '../../ui/words.ts';
import { attempt } from './backups-store.ts';
import styles from './backups-page.module.css';

export interface PassphraseDialogProps {
  /** There is one already. */
  readonly isChange: boolean;
  readonly onClose: () => void;
}

/** The passphrase is typed twice: nobody can say later what it was. */
export function PassphraseDialog({ isChange, onClose }: PassphraseDialogProps) {
  const { t } = useLingui();
  const form = useId();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [isSent, setSent] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const isShort = Array.from(passphrase).length < shortestPassphrase;
  const isOther = passphrase !== again;
  const submit = async () => {
    setSent(true);
    if (isShort || isOther) return false;
    setBusy(true);
    const isDone = await attempt(() => call('safety.sealBackups', { passphrase }));
    setBusy(false);
    if (!isDone) return false;
    showToast({ text: i18n.t(msg`New backups are encrypted from now on`) });
    onClose();
    return true;
  };
  return (
    <Dialog
      onClose={onClose}
      width="narrow"
      title={isChange ? t`A new passphrase` : t`A passphrase for backups`}
      lead={
        isChange
          ? t`It is for backups made from now on. Earlier ones open with the passphrase of their time.`
          : t`Nobody can open an encrypted backup without it: there is no way around, for us neither. Write it down and keep it where the backups are not.`
      }
      actions={
        <>
          <Button look="quiet" onPress={onClose}>{t`Cancel`}</Button>
          <Button look="primary" type="submit" form={form} isPending={isBusy}>
            {isChange ? t`Change it` : t`Encrypt backups`}
          </Button>
        </>
      }
    >
      <Form id={form} className={styles.fields} onSubmit={submit}>
        <TextField
          label={t`Passphrase`}
          type="password"
          autoComplete="new-password"
          autoFocus
          value={passphrase}
          onChange={setPassphrase}
          hint={t`Several words that you remember and nobody guesses`}
          error={isSent && isShort ? t`At least ${shortestPassphrase} characters` : undefined}
        />
        <TextField
          label={t`Once more`}
          type="password"
          autoComplete="new-password"
          value={again}
          onChange={setAgain}
          error={isSent && !isShort && isOther ? t`Both are not the same` : undefined}
        />
      </Form>
    </Dialog>
  );
}
