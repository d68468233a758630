import { useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useId, useState } from 'react';
import type { BackupEntry, Difference } from '../../../shared/contract/backups.ts';
import { ApiError, call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { sentenceFor } from '../../ui/error-sentences.ts';
import { Form } from '../../ui/form.tsx';
import { AfterPause, Skeleton } from '../../ui/skeleton.tsx';
import styles from './backups-page.module.css';
import { restoreOver } from './backups-store.ts';
import { DifferenceTable } from './difference-table.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { useMoment } from './use-moment.ts';

export interface RestoreDialogProps {
  readonly backup: BackupEntry;
  /** It is the way back from the last restore. */
  readonly isUndo: boolean;
  /** The backup that is made before is encrypted. */
  readonly isSealing: boolean;
  readonly onClose: () => void;
}

type Stand =
  | { readonly name: 'passphrase'; readonly problem: string | null }
  | { readonly name: 'comparing' }
  | { readonly name: 'refused'; readonly sentence: string }
  | { readonly name: 'ready'; readonly differences: readonly Difference[] };

/** What would be otherwise comes first; only then the backup takes the place of the data. */
export function RestoreDialog({ backup, isUndo, isSealing, onClose }: RestoreDialogProps) {
  const { t } = useLingui();
  const form = useId();
  const moment = useMoment()(backup.madeAt);
  const [passphrase, setPassphrase] = useState('');
  const [isRestoring, setRestoring] = useState(false);
  const [stand, setStand] = useState<Stand>(
    backup.isSealed ? { name: 'passphrase', problem: null } : { name: 'comparing' },
  );
  const typed = backup.isSealed ? passphrase : null;

  const refuse = (problem: unknown) => {
    const isWrong = problem instanceof ApiError && problem.code === 'passphrase_wrong';
    if (isWrong) setStand({ name: 'passphrase', problem: sentenceFor(problem) });
    else setStand({ name: 'refused', sentence: sentenceFor(problem) });
  };
  const compare = (words: string | null): Promise<boolean> => {
    const input = { name: backup.name, ...(words === null ? {} : { passphrase: words }) };
    return call('safety.compareBackup', input).then(
      ({ differences }) => {
        setStand({ name: 'ready', differences });
        return true;
      },
      (problem: unknown) => {
        refuse(problem);
        return false;
      },
    );
  };
  const begin = useEffectEvent(() => void compare(null));
  useEffect(() => {
    if (!backup.isSealed) begin();
  }, [backup.isSealed]);
  const restore = async () => {
    setRestoring(true);
    const problem = await restoreOver(backup.name, typed);
    setRestoring(false);
    if (problem !== null) refuse(problem);
  };
  return (
    <Dialog
      onClose={onClose}
      width="medium"
      title={isUndo ? t`Undo the restore?` : t`Restore the backup of ${moment}?`}
      lead={
        isSealing
          ? t`It takes the place of the data. A backup of now is made first, so that you can come back; it is encrypted, and its passphrase is needed then.`
          : t`It takes the place of the data. A backup of now is made first, so that you can come back.`
      }
      actions={
        <>
          <Button look="quiet" onPress={onClose}>{t`Leave it as it is`}</Button>
          {stand.name === 'passphrase' ? (
            <Button look="primary" type="submit" form={form} isDisabled={passphrase === ''}>{t`Compare`}</Button>
          ) : (
            <Button
              look="primary"
              isDisabled={stand.name !== 'ready'}
              isPending={isRestoring}
              onPress={() => void restore()}
            >
              {isUndo ? t`Undo the restore` : t({ message: 'Restore', context: 'a backup' })}
            </Button>
          )}
        </>
      }
    >
      {stand.name === 'passphrase' && (
        <Form
          id={form}
          onSubmit={() => {
            setStand({ name: 'comparing' });
            return compare(passphrase);
          }}
        >
          <PassphraseField autoFocus value={passphrase} onChange={setPassphrase} problem={stand.problem} />
        </Form>
      )}
      {stand.name === 'comparing' && <Comparing />}
      {stand.name === 'refused' && (
        <p role="alert" className={styles.refused}>
          {stand.sentence}
        </p>
      )}
      {stand.name === 'ready' && <DifferenceTable differences={stand.differences} />}
    </Dialog>
  );
}

function Comparing() {
  const { t } = useLingui();
  return (
    <div role="status" aria-label={t`It is verified and compared with the data`}>
      <AfterPause>
        <div className={styles.loading}>
          <Skeleton height={24} />
          <Skeleton height={24} />
        </div>
      </AfterPause>
    </div>
  );
}
