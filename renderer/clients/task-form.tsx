import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type ClientPage, type Side, sides, type Task } from '../../shared/contract/clients.ts';
import { isPresent } from '../../shared/people.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { useToday } from '../ui/clock.ts';
import { ComboBox } from '../ui/combo-box.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { usePartners } from '../ui/session.ts';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { carryOut, change } from './client-store.ts';
import styles from './forms.module.css';

export interface TaskFormProps {
  readonly page: ClientPage;
  /** Null for a new one. */
  readonly task: Task | null;
  /** The trial a new one belongs to. */
  readonly trialId?: string;
  readonly onDone: () => void;
}

/** What is promised, by whom and when. */
export function TaskForm({ page, task, trialId, onDone }: TaskFormProps) {
  const { t } = useLingui();
  const partners = usePartners();
  const [title, setTitle] = useState(task?.title ?? '');
  const [side, setSide] = useState<Side>(sides.find((each) => each === task?.side) ?? 'agency');
  const [person, setPerson] = useState(task?.person ?? '');
  const [dueOn, setDueOn] = useState(task?.dueOn ?? null);
  const [error, setError] = useState<string | undefined>();
  const today = useToday();
  const people = side === 'agency' ? partners : page.contacts.filter((contact) => isPresent(contact, today));

  const save = async () => {
    if (title.trim() === '') {
      setError(t`Write what is to be done.`);
      return false;
    }
    const fields = { title, side, person, dueOn };
    const add = () =>
      trialId === undefined
        ? change(
            (commandId) => call('clients.addTask', { commandId, clientId: page.card.id, ...fields }),
            t`Task added`,
          )
        : carryOut((commandId) => call('clients.addTrialTask', { commandId, trialId, ...fields }), t`Task added`);
    const isDone =
      task === null
        ? await add()
        : await change(
            (commandId) => call('clients.editTask', { commandId, taskId: task.id, ...fields }),
            t`Task changed`,
          );
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
      <Segmented<Side>
        label={t`Whose task it is`}
        segments={[
          { id: 'agency', label: t`Ours` },
          { id: 'client', label: t`The client's` },
          { id: 'successor', label: t`The successor's` },
        ]}
        value={side}
        onChange={setSide}
      />
      <div className={styles.pair}>
        <ComboBox
          key={side}
          label={t`Who`}
          options={people.map(({ id, name }) => ({ id, label: name }))}
          value={null}
          onChange={(id) => {
            const chosen = people.find((each) => each.id === id);
            if (chosen) setPerson(chosen.name);
          }}
          text={person}
          onTextChange={setPerson}
        />
        <DateField label={t`By when`} value={dueOn} onChange={setDueOn} />
      </div>
      <div className={styles.buttons}>
        {task !== null && <DeleteButton task={task} onDone={onDone} />}
        <Button type="submit" look="primary" className={styles.save}>
          {task === null ? <Trans>Add</Trans> : <Trans>Save</Trans>}
        </Button>
      </div>
    </Form>
  );
}

function DeleteButton({ task, onDone }: { readonly task: Task; readonly onDone: () => void }) {
  const { t } = useLingui();
  const remove = async () => {
    const isDone = await change(
      (commandId) => call('clients.deleteTask', { commandId, taskId: task.id }),
      t`Task is in the trash`,
    );
    if (isDone) onDone();
  };
  return (
    <Button look="quiet" icon="trash" onPress={() => void remove()}>
      <Trans>Delete</Trans>
    </Button>
  );
}
