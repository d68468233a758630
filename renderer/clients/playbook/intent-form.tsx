import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { longestText } from '../../../shared/contract/call.ts';
import type { planAnswers } from '../../../shared/contract/client-playbook.ts';
import { isPresent } from '../../../shared/people.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useToday } from '../../ui/clock.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Form } from '../../ui/form.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { carryOut } from '../client-store.ts';
import styles from '../forms.module.css';
import type { PartProps } from './part-props.ts';
import { planChoices } from './words.ts';

export interface IntentFormProps extends Pick<PartProps, 'page'> {
  readonly onDone: () => void;
}

/** What the client says about its plan. */
export function IntentForm({ page, onDone }: IntentFormProps) {
  const { t } = useLingui();
  const today = useToday();
  const [hasPlan, setHasPlan] = useState<(typeof planAnswers)[number]>('yes');
  const [checkedOn, setCheckedOn] = useState<string | null>(today);
  const [saidBy, setSaidBy] = useState('');
  const [words, setWords] = useState('');
  const [isSent, setSent] = useState(false);
  // Who had left by then cannot have said it.
  const people = page.contacts.filter((contact) => isPresent(contact, checkedOn ?? today));
  const problem = problemOf(checkedOn, today, { missing: t`Choose the day.`, ahead: t`This day is still ahead.` });
  const save = async () => {
    setSent(true);
    if (checkedOn === null || problem !== undefined) return false;
    const check = { clientId: page.card.id, checkedOn, hasPlan, saidBy, words };
    const isDone = await carryOut(
      (commandId) => call('clients.addIntentCheck', { commandId, ...check }),
      t`Intent check written down`,
    );
    if (isDone) onDone();
    return isDone;
  };
  return (
    <Form className={classNames(styles.form, styles.wide)} onSubmit={save}>
      <Segmented label={t`Plan of development`} segments={planChoices()} value={hasPlan} onChange={setHasPlan} />
      <div className={styles.pair}>
        <ComboBox
          label={t`Who said it`}
          options={people.map(({ id, name }) => ({ id, label: name }))}
          value={null}
          onChange={(id) => {
            const chosen = people.find((contact) => contact.id === id);
            if (chosen) setSaidBy(chosen.name);
          }}
          text={saidBy}
          onTextChange={setSaidBy}
        />
        <DateField label={t`Day`} value={checkedOn} onChange={setCheckedOn} error={isSent ? problem : undefined} />
      </div>
      <TextArea label={t`In their words`} value={words} onChange={setWords} maxLength={longestText} />
      <div className={styles.buttons}>
        <Button type="submit" look="primary" className={styles.save}>
          <Trans>Add</Trans>
        </Button>
      </div>
    </Form>
  );
}

/** Why a day on which something happened cannot be the one that was chosen. */
export function problemOf(
  day: string | null,
  today: string,
  words: { readonly missing: string; readonly ahead: string },
): string | undefined {
  if (day === null) return words.missing;
  return day > today ? words.ahead : undefined;
}
