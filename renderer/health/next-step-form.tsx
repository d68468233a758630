import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { today } from '../ui/clock.ts';
import { DateField } from '../ui/date-field.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { setNextStep } from './attention-commands.ts';
import styles from './forms.module.css';

export interface NextStepFormProps {
  readonly clientId: string;
  /** The day that “not now” named. */
  readonly on: string;
  readonly onDone: () => void;
}

/** What we do next with a client who said “not now”. It needs a day: without one the client would be forgotten again. */
export function NextStepForm({ clientId, on, onDone }: NextStepFormProps) {
  const { t } = useLingui();
  const [title, setTitle] = useState('');
  const [dueOn, setDueOn] = useState<string | null>(() => (on > today() ? on : today()));
  const [problems, setProblems] = useState<{ readonly title?: string; readonly day?: string }>({});
  const save = async () => {
    if (title.trim() === '') return setProblems({ title: t`Write what happens next.` });
    if (dueOn === null) return setProblems({ day: t`Choose a day.` });
    if (await setNextStep(clientId, title, dueOn)) onDone();
  };
  return (
    <Form className={styles.form} onSubmit={save}>
      <TextField
        label={t`Next step`}
        placeholder={t`Call and ask how it went`}
        value={title}
        onChange={(value) => {
          setTitle(value);
          setProblems({});
        }}
        error={problems.title}
        maxLength={200}
        autoFocus
      />
      <div className={styles.row}>
        <DateField
          label={t`When`}
          value={dueOn}
          onChange={(day) => {
            setDueOn(day);
            setProblems({});
          }}
          min={today()}
          error={problems.day}
        />
        <Button type="submit" look="primary">{t`Set`}</Button>
      </div>
    </Form>
  );
}
