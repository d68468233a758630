import { useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { longestText } from '../../shared/contract/call.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Form } from '../ui/form.tsx';
import { closeOverlay } from '../ui/navigation.ts';
import { secretWarning } from '../ui/secret-warning.ts';
import { TextArea } from '../ui/text-field.tsx';

interface ReasonDialogProps {
  readonly title: string;
  readonly lead: string;
  readonly keepLabel: string;
  readonly sendLabel: string;
  /** Tells whether it was done; what is typed stays where it was not. */
  readonly onSend: (reason: string) => Promise<boolean>;
}

/** A turn of a handoff that is not made without a few words: they stay in the history of the client. */
export function ReasonDialog({ title, lead, keepLabel, sendLabel, onSend }: ReasonDialogProps) {
  const { t } = useLingui();
  const form = useId();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [isSending, setSending] = useState(false);
  const submit = async () => {
    if (reason.trim() === '') {
      setMissing(true);
      return false;
    }
    setSending(true);
    const isDone = await onSend(reason);
    if (isDone) closeOverlay();
    else setSending(false);
    return isDone;
  };
  return (
    <Dialog
      onClose={closeOverlay}
      title={title}
      lead={lead}
      width="narrow"
      actions={
        <>
          <Button look="quiet" onPress={closeOverlay}>
            {keepLabel}
          </Button>
          <Button look="primary" type="submit" form={form} isPending={isSending}>
            {sendLabel}
          </Button>
        </>
      }
    >
      <Form id={form} onSubmit={submit}>
        <TextArea
          label={t`Why`}
          rows={3}
          autoFocus
          value={reason}
          onChange={(text) => {
            setMissing(false);
            setReason(text);
          }}
          maxLength={longestText}
          error={isMissing ? t`A few words are enough` : secretWarning(reason)}
        />
      </Form>
    </Dialog>
  );
}
