import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Side, sides } from '../../shared/contract/clients.ts';
import type { HandoffPage } from '../../shared/contract/handoff.ts';
import { newItem, refusalOf } from '../../shared/handoff/moves.ts';
import { lastDayOfWeek, type Week } from '../../shared/handoff/plan.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { secretWarning } from '../ui/secret-warning.ts';
import { Select } from '../ui/select.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { change, useHandoff } from './handoff-store.ts';
import { keepInSight } from './item-carry-store.ts';
import styles from './item-form.module.css';
import { dayProblem } from './item-sentences.ts';
import { PersonField } from './person-field.tsx';
import { useAgencyCalendar } from './plan-calendar.ts';
import { sidesIn } from './sides-of-plan.ts';
import { sideWord } from './words.ts';

export interface AddItemProps {
  readonly page: HandoffPage;
  readonly week: Week;
  readonly onEnd: () => void;
}

/** A step of one's own, due at the end of its week unless said otherwise. */
export function AddItem({ page, week, onEnd }: AddItemProps) {
  const { t } = useLingui();
  const [title, setTitle] = useState('');
  const [side, setSide] = useState<Side>('agency');
  const [person, setPerson] = useState('');
  const calendar = useAgencyCalendar();
  const [dueOn, setDueOn] = useState(() => lastDayOfWeek(page.startOn, week, calendar));
  const refusal = refusalOf(page, newItem, dueOn, calendar);

  const submit = async () => {
    if (title.trim() === '' || refusal !== null) return false;
    const isAdded = await change((commandId) =>
      call('handoff.addItem', { commandId, handoffId: page.id, title, side, person: person.trim(), dueOn }),
    );
    if (isAdded) {
      const before = new Set(page.items.map(({ id }) => id));
      const now = useHandoff.getState().page?.items ?? [];
      keepInSight(now.flatMap(({ id }) => (before.has(id) ? [] : [id])));
      onEnd();
    }
    return isAdded;
  };
  return (
    <Form className={styles.form} label={t`New item`} onSubmit={submit} onCancel={onEnd}>
      <TextField
        label={t`Item`}
        value={title}
        onChange={setTitle}
        maxLength={200}
        error={secretWarning(title)}
        autoFocus
      />
      <div className={styles.dates}>
        <Select
          label={t`Side`}
          value={side}
          onChange={(id) => setSide(sides.find((each) => each === id) ?? 'agency')}
          options={sidesIn(page.successor).map((id) => ({ id, label: sideWord(id) }))}
        />
        <DateField
          label={t`Due`}
          value={dueOn}
          onChange={(day) => setDueOn(day ?? dueOn)}
          error={refusal === null ? undefined : dayProblem(refusal)}
        />
      </div>
      <PersonField page={page} side={side} value={person} onChange={setPerson} />
      <div className={styles.buttons}>
        <Button type="submit" look="primary" size="small" isDisabled={title.trim() === ''}>{t`Add`}</Button>
        <Button look="quiet" size="small" onPress={onEnd}>{t`Cancel`}</Button>
      </div>
    </Form>
  );
}
