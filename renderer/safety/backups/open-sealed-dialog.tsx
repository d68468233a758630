import { useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { ApiError, call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { sentenceFor } from '../../ui/error-sentences.ts';
import { Form } from '../../ui/form.tsx';
import { PassphraseField } from './passphrase-field.tsx';

/** Whether a backup is encrypted and waits for its passphrase. */
export function asksForPassphrase(problem: unknown): boolean {
  return problem instanceof ApiError && problem.code === 'passphrase_needed';
}

export function isDamagedBackup(problem: unknown): boolean {
  return problem instanceof ApiError && problem.code === 'backup_damaged';
}

interface OpenSealedDialogProps {
  readonly name: string;
  readonly onClose: () => void;
  /** What no passphrase opens. */
  readonly onDamaged: () => void;
}

/** An encrypted backup takes the place of a file that cannot be opened; the page is then loaded anew. */
export function OpenSealedDialog({ name, onClose, onDamaged }: OpenSealedDialogProps) {
  const { t } = useLingui();
  const form = useId();
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    try {
      await call('safety.restoreBackup', { name, passphrase });
      return true;
    } catch (refused) {
      if (isDamagedBackup(refused)) onDamaged();
      setProblem(sentenceFor(refused));
      setBusy(false);
      return false;
    }
  };
  return (
    <Dialog
      onClose={onClose}
      width="narrow"
      title={t`This backup is encrypted`}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>{t`Cancel`}</Button>
          <Button look="primary" type="submit" form={form} isDisabled={passphrase === ''} isPending={isBusy}>
            {t`Open the backup`}
          </Button>
        </>
      }
    >
      <Form id={form} onSubmit={submit}>
        <PassphraseField autoFocus value={passphrase} onChange={setPassphrase} problem={problem} />
      </Form>
    </Dialog>
  );
}
