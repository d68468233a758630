import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { call, newCommandId } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { today } from '../ui/clock.ts';
import { DateField } from '../ui/date-field.tsx';
import { sentenceFor } from '../ui/error-sentences.ts';
import { Form } from '../ui/form.tsx';
import { useLanguage } from '../ui/session.ts';
import { TextField } from '../ui/text-field.tsx';
import { showToast } from '../ui/toast.ts';
import { undo } from '../ui/undo.ts';
import { useBoard } from './board-store.ts';
import { focusCard } from './carry-store.ts';
import { nameInSentence } from './names.ts';
import styles from './next-step-form.module.css';

export interface NextStepFormProps {
  readonly clientId: string;
  readonly onDone: () => void;
}

/** What we do next and by when: the client's earliest open task of ours, or a new one. */
export function NextStepForm({ clientId, onDone }: NextStepFormProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const card = useBoard((board) => board.cards[clientId]);
  const name = nameInSentence(card?.name ?? '', language);
  const [step] = useState(card?.nextStep ?? null);
  const [title, setTitle] = useState(step?.title ?? '');
  const [dueOn, setDueOn] = useState(step?.dueOn ?? null);
  const [error, setError] = useState<string | undefined>();
  const save = async () => {
    if (title.trim() === '') return setError(t`Write what happens next.`);
    const what = title.trim();
    const command = { commandId: newCommandId(), title: what, dueOn };
    try {
      if (step === null) await call('clients.addTask', { ...command, clientId, side: 'agency', person: '' });
      else await call('clients.editTask', { ...command, taskId: step.taskId });
      onDone();
      focusCard(clientId);
      showToast({
        text: t`Next step of ${name}: ${what}`,
        actions: [{ label: t`Undo`, keys: 'Mod+KeyZ', run: () => void undo(command.commandId) }],
      });
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
        <DateField label={t`When`} value={dueOn} onChange={setDueOn} {...(step === null ? { min: today() } : {})} />
        <Button type="submit" look="primary">
          {step === null ? t`Set` : t`Save`}
        </Button>
      </div>
    </Form>
  );
}
