import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { longestText } from '../../../shared/contract/call.ts';
import { addDays } from '../../../shared/calendar.ts';
import { endsBeforeStart } from '../../../shared/clients/trial.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { useToday } from '../../ui/clock.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { carryOut } from '../client-store.ts';
import styles from '../forms.module.css';

const usualDays = 14;

export interface TrialFormProps {
  readonly clientId: string;
  readonly onDone: () => void;
}

/** From when to when, and how both sides will know that it went well. */
export function TrialForm({ clientId, onDone }: TrialFormProps) {
  const { t } = useLingui();
  const today = useToday();
  const [startedOn, setStartedOn] = useState<string | null>(today);
  const [endsOn, setEndsOn] = useState<string | null>(addDays(today, usualDays));
  const [successSign, setSuccessSign] = useState('');
  const [isSent, setSent] = useState(false);
  const isEarly = endsBeforeStart({ startedOn, endsOn });
  const save = async () => {
    setSent(true);
    if (startedOn === null || isEarly) return false;
    const trial = { clientId, startedOn, endsOn, successSign };
    const isDone = await carryOut(
      (commandId) => call('clients.addTrial', { commandId, ...trial }),
      t`The trial is written down`,
    );
    if (isDone) onDone();
    return isDone;
  };
  return (
    <Form className={styles.form} onSubmit={save}>
      <div className={styles.halves}>
        <DateField
          label={t`Starts`}
          value={startedOn}
          onChange={setStartedOn}
          error={isSent && startedOn === null ? t`Choose the day it starts.` : undefined}
        />
        <DateField
          label={t`Ends`}
          value={endsOn}
          onChange={setEndsOn}
          error={isSent && isEarly ? t`A trial cannot end before it starts.` : undefined}
        />
      </div>
      <TextArea
        label={t`Agreed success sign`}
        hint={t`How both sides will know that it went well.`}
        value={successSign}
        onChange={setSuccessSign}
        maxLength={longestText}
      />
      <div className={styles.buttons}>
        <Button type="submit" look="primary" className={styles.save}>
          <Trans>Add</Trans>
        </Button>
      </div>
    </Form>
  );
}
