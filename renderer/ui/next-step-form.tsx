import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from './button.tsx';
import { today } from './clock.ts';
import { DateField } from './date-field.tsx';
import { Form } from './form.tsx';
import styles from './small-form.module.css';
import { TextField } from './text-field.tsx';

export interface NextStepFormProps {
  /** The step there is; null for a new one, whose day has not passed. */
  readonly step: { readonly title: string; readonly dueOn: string | null } | null;
  /** The day that is proposed for a new one. */
  readonly proposedOn?: string;
  /** Without a day the step would be forgotten. */
  readonly needsDay?: boolean;
  /** Gets what is not empty; false when it was refused: the form stays open with it. */
  readonly onSave: (title: string, dueOn: string | null) => Promise<boolean>;
  readonly onDone: () => void;
}

/** What we do next with a client, and by when. */
export function NextStepForm({ step, proposedOn, needsDay = false, onSave, onDone }: NextStepFormProps) {
  const { t } = useLingui();
  const [title, setTitle] = useState(step?.title ?? '');
  const [dueOn, setDueOn] = useState(step?.dueOn ?? proposedOn ?? null);
  const [problems, setProblems] = useState<{ readonly title?: string; readonly day?: string }>({});
  const save = async () => {
    if (title.trim() === '') {
      setProblems({ title: t`Write what happens next.` });
      return false;
    }
    if (needsDay && dueOn === null) {
      setProblems({ day: t`Choose a day.` });
      return false;
    }
    const isDone = await onSave(title.trim(), dueOn);
    if (isDone) onDone();
    return isDone;
  };
  return (
    <Form className={styles.form} onSubmit={save}>
      <TextField
        label={t`Next step`}
        placeholder={t`Call about the yearly plan`}
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
          {...(step === null ? { min: today() } : {})}
          error={problems.day}
        />
        <Button type="submit" look="primary">
          {step === null ? t`Set` : t`Save`}
        </Button>
      </div>
    </Form>
  );
}
