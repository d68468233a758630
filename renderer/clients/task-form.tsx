import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ClientPage, Side } from '../../shared/contract/clients.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { ComboBox } from '../ui/combo-box.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { carryOut, change } from './client-store.ts';
import styles from './forms.module.css';
import { usePeopleOf, useSideSegments } from './task-edit.ts';

export interface TaskFormProps {
  readonly page: ClientPage;
  /** The trial it belongs to. */
  readonly trialId?: string;
  readonly onDone: () => void;
}

/** What is promised anew, by whom and when. */
export function TaskForm({ page, trialId, onDone }: TaskFormProps) {
  const { t } = useLingui();
  const [title, setTitle] = useState('');
  const [side, setSide] = useState<Side>('agency');
  const [person, setPerson] = useState('');
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [error, setError] = useState<string | undefined>();
  const people = usePeopleOf(side, page);
  const segments = useSideSegments();

  const save = async () => {
    if (title.trim() === '') {
      setError(t`Write what is to be done.`);
      return false;
    }
    const fields = { title, side, person, dueOn };
    const isDone = await (trialId === undefined
      ? change((commandId) => call('clients.addTask', { commandId, clientId: page.card.id, ...fields }), t`Task added`)
      : carryOut((commandId) => call('clients.addTrialTask', { commandId, trialId, ...fields }), t`Task added`));
    if (isDone) onDone();
    return isDone;
  };
  return (
    <Form className={styles.form} onSubmit={save}>
      <TextField
        label={t`What is to be done`}
        value={title}
        onChange={(value) => {
          setTitle(value);
          setError(undefined);
        }}
        error={error}
        maxLength={200}
        autoFocus
      />
      <Segmented<Side> label={t`Whose task it is`} segments={segments} value={side} onChange={setSide} />
      <div className={styles.pair}>
        <ComboBox
          key={side}
          label={t`Who`}
          options={people}
          value={null}
          onChange={(id) => {
            const chosen = people.find((each) => each.id === id);
            if (chosen) setPerson(chosen.label);
          }}
          text={person}
          onTextChange={setPerson}
        />
        <DateField label={t`By when`} value={dueOn} onChange={setDueOn} />
      </div>
      <div className={styles.buttons}>
        <Button type="submit" look="primary" className={styles.save}>
          <Trans>Add</Trans>
        </Button>
      </div>
    </Form>
  );
}
