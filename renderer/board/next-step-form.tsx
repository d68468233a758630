import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { call, newCommandId } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { today } from '../ui/clock.ts';
import { DateField } from '../ui/date-field.tsx';
import { sentenceFor } from '../ui/error-sentences.ts';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { focusCard } from './carry-store.ts';
import styles from './next-step-form.module.css';

export interface NextStepFormProps {
  readonly clientId: string;
  readonly onDone: () => void;
}

/** What we do next and by when: the client's earliest open task of ours. */
export function NextStepForm({ clientId, onDone }: NextStepFormProps) {
  const { t } = useLingui();
  const [title, setTitle] = useState('');
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [error, setError] = useState<string | undefined>();
  const save = async () => {
    if (title.trim() === '') return setError(t`Write what happens next.`);
    try {
      await call('clients.addTask', {
        commandId: newCommandId(),
        clientId,
        title,
        side: 'agency',
        person: '',
        dueOn,
      });
      onDone();
      focusCard(clientId);
    } catch (problem) {
      setError(sentenceFor(problem));
    }
  };
  return (
    <Form className={styles.form} onSubmit={save}>
      <TextField
        label={t`Next step`}
        placeholder={t`Call about the yearly plan`}
        value={title}
        onChange={(value) => {
          setTitle(value);
          setError(undefined);
        }}
        error={error}
        maxLength={200}
        autoFocus
      />
      <div className={styles.row}>
        <DateField label={t`When`} value={dueOn} onChange={setDueOn} min={today()} />
        <Button type="submit" look="primary">
          {t`Set`}
        </Button>
      </div>
    </Form>
  );
}
