import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { addDays } from '../../shared/calendar.ts';
import { dayOfTerm, longestSnooze, type SnoozeTerm, snoozeTerms } from '../../shared/health/snooze-days.ts';
import { Button } from './button.tsx';
import { ChipButton } from './chip.tsx';
import { today as todayNow } from './clock.ts';
import { DateField } from './date-field.tsx';
import { Form } from './form.tsx';
import { formatShortDay, formatWeekday } from './format.ts';
import { Select } from './select.tsx';
import { useLanguage } from './session.ts';
import { TextField } from './text-field.tsx';
import styles from './snooze-form.module.css';

type Choice = SnoozeTerm | 'day';

export interface SnoozeFormProps {
  readonly terms?: readonly SnoozeTerm[];
  readonly firstTerm?: SnoozeTerm;
  /** Tells whether it was done. */
  readonly onSnooze: (untilOn: string, reason: string) => Promise<boolean>;
  readonly onDone: () => void;
}

/** How long something may wait, and why: the reason stands in the client's story, where the other partners read it. */
export function SnoozeForm({ terms = snoozeTerms, firstTerm = 'next_week', onSnooze, onDone }: SnoozeFormProps) {
  const { t } = useLingui();
  const [choice, setChoice] = useState<Choice>(firstTerm);
  const [day, setDay] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<{ readonly reason?: string; readonly day?: string }>({});
  const today = todayNow();
  const latest = addDays(today, longestSnooze);
  const untilOn = choice === 'day' ? day : dayOfTerm(choice, today);

  const save = async () => {
    if (reason.trim() === '') {
      setProblems({ reason: t`Write why it can wait.` });
      return false;
    }
    if (untilOn === null || untilOn <= today || untilOn > latest) {
      setProblems({ day: t`Choose a day that is yet to come, a year ahead at most.` });
      return false;
    }
    const isDone = await onSnooze(untilOn, reason);
    if (isDone) onDone();
    return isDone;
  };
  return (
    <Form className={styles.form} onSubmit={save}>
      <TextField
        label={t`Why it can wait`}
        value={reason}
        onChange={(value) => {
          setReason(value);
          setProblems({});
        }}
        maxLength={200}
        autoFocus
        error={problems.reason}
      />
      <ReasonChips
        onChoose={(value) => {
          setReason(value);
          setProblems({});
        }}
      />
      <TermSelect today={today} terms={terms} value={choice} onChange={setChoice} />
      {choice === 'day' && (
        <DateField
          label={t`Day`}
          value={day}
          onChange={(value) => {
            setDay(value);
            setProblems({});
          }}
          min={dayOfTerm('tomorrow', today)}
          max={latest}
          error={problems.day}
        />
      )}
      <div className={styles.buttons}>
        <Button type="submit" look="primary">{t`Snooze`}</Button>
      </div>
    </Form>
  );
}

function ReasonChips({ onChoose }: { readonly onChoose: (reason: string) => void }) {
  const { t } = useLingui();
  const reasons = [t`Waiting for their answer`, t`They are on holiday`, t`Agreed to talk later`];
  return (
    <div className={styles.chips} role="group" aria-label={t`Frequent reasons`}>
      {reasons.map((reason) => (
        <ChipButton key={reason} look="dashed" onPress={() => onChoose(reason)}>
          {reason}
        </ChipButton>
      ))}
    </div>
  );
}

interface TermSelectProps {
  readonly today: string;
  readonly terms: readonly SnoozeTerm[];
  readonly value: Choice;
  readonly onChange: (choice: Choice) => void;
}

function TermSelect({ today, terms, value, onChange }: TermSelectProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const labels: Readonly<Record<SnoozeTerm, string>> = {
    tomorrow: t`Tomorrow`,
    next_week: t`Next week`,
    two_weeks: t`In 2 weeks`,
    four_weeks: t`In 4 weeks`,
    eight_weeks: t`In 8 weeks`,
  };
  const options = terms.map((term) => ({
    id: term,
    label: labels[term],
    detail: formatShortDay(language, dayOfTerm(term, today), today),
  }));
  return (
    <Select
      label={t`It comes back`}
      hint={value === 'day' ? undefined : formatWeekday(language, dayOfTerm(value, today), today)}
      options={[...options, { id: 'day', label: t`On a day…` }]}
      value={value}
      onChange={(id) => onChange(terms.find((term) => term === id) ?? 'day')}
    />
  );
}
