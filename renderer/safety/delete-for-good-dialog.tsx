import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { CallInput } from '../../shared/contract/contract.ts';
import { call, newCommandId } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { showProblem, showToast } from '../ui/toast.ts';
import { i18n } from '../ui/words.ts';

type ErasableRecord = CallInput<'erasing.deleteForGood'>['records'][number];

export interface DeleteForGoodDialogProps {
  readonly title: string;
  readonly record: ErasableRecord;
  readonly onClose: () => void;
}

/** Asks once and names what will be gone. */
export function DeleteForGoodDialog({ title, record, onClose }: DeleteForGoodDialogProps) {
  const { t } = useLingui();
  const [isBusy, setBusy] = useState(false);
  const erase = async () => {
    setBusy(true);
    try {
      await call('erasing.deleteForGood', { commandId: newCommandId(), records: [record] });
      showToast({ text: i18n.t(msg`${title} is deleted for good`) });
    } catch (problem) {
      showProblem(problem);
    }
    onClose();
  };
  return (
    <Dialog
      onClose={onClose}
      role="alertdialog"
      width="narrow"
      title={t`Delete ${title} for good?`}
      lead={t`It goes with all that hangs on it and cannot be restored. Undo does not go back beyond it. Backups made before still hold it.`}
      actions={
        <>
          <Button look="quiet" autoFocus onPress={onClose} isDisabled={isBusy}>
            {t`Keep it`}
          </Button>
          <Button look="danger" onPress={() => void erase()} isPending={isBusy}>
            {isBusy ? t`Deleting…` : t`Delete for good`}
          </Button>
        </>
      }
    />
  );
}
