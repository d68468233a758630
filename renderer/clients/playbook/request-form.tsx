import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { longestText } from '../../../shared/contract/call.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useToday } from '../../ui/clock.ts';
import { Form } from '../../ui/form.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { carryOut } from '../client-store.ts';
import styles from '../forms.module.css';

export interface RequestFormProps {
  readonly clientId: string;
  readonly onDone: () => void;
}

/** What is wished, and what stands in its way. */
export function RequestForm({ clientId, onDone }: RequestFormProps) {
  const { t } = useLingui();
  const askedOn = useToday();
  const [wish, setWish] = useState('');
  const [limits, setLimits] = useState('');
  const [isSent, setSent] = useState(false);
  const save = async () => {
    setSent(true);
    if (wish.trim() === '') return false;
    const request = { clientId, askedOn, wish, limits };
    const isDone = await carryOut(
      (commandId) => call('clients.addRequest', { commandId, ...request }),
      t`Request written down`,
    );
    if (isDone) onDone();
    return isDone;
  };
  return (
    <Form className={classNames(styles.form, styles.wide)} onSubmit={save}>
      <TextArea
        label={t`Wish`}
        value={wish}
        onChange={setWish}
        error={isSent && wish.trim() === '' ? t`Write what they ask for.` : undefined}
        maxLength={longestText}
        autoFocus
      />
      <TextArea
        label={t`What stands in its way`}
        value={limits}
        onChange={setLimits}
        maxLength={longestText}
        placeholder={t`The budget is closed until May`}
      />
      <div className={styles.buttons}>
        <Button type="submit" look="primary" className={styles.save}>
          <Trans>Add</Trans>
        </Button>
      </div>
    </Form>
  );
}
