import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { AttentionRow } from '../../shared/contract/health.ts';
import { addDays } from '../../shared/calendar.ts';
import { dayOfTerm, longestSnooze, type SnoozeTerm, snoozeTerms } from '../../shared/health/snooze-days.ts';
import { Button } from '../ui/button.tsx';
import { ChipButton } from '../ui/chip.tsx';
import { today as todayNow } from '../ui/clock.ts';
import { DateField } from '../ui/date-field.tsx';
import { Form } from '../ui/form.tsx';
import { formatShortDay, formatWeekday } from '../ui/format.ts';
import { Select } from '../ui/select.tsx';
import { useLanguage } from '../ui/session.ts';
import { TextField } from '../ui/text-field.tsx';
import { snooze } from './attention-commands.ts';
import styles from './forms.module.css';

type Choice = SnoozeTerm | 'day';

export interface SnoozeFormProps {
  readonly row: AttentionRow;
  readonly onDone: () => void;
}

/** How long something may wait, and why: the reason stands in the client's story, where the other partners read it. */
export function SnoozeForm({ row, onDone }: SnoozeFormProps) {
  const { t } = useLingui();
  const [choice, setChoice] = useState<Choice>('next_week');
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
    const isDone = await snooze(row, untilOn, reason);
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
      <TermSelect today={today} value={choice} onChange={setChoice} />
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
  readonly value: Choice;
  readonly onChange: (choice: Choice) => void;
}

function TermSelect({ today, value, onChange }: TermSelectProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const labels: Readonly<Record<SnoozeTerm, string>> = {
    tomorrow: t`Tomorrow`,
    next_week: t`Next week`,
    two_weeks: t`In 2 weeks`,
    four_weeks: t`In 4 weeks`,
    eight_weeks: t`In 8 weeks`,
  };
  const terms = snoozeTerms.map((term) => ({
    id: term,
    label: labels[term],
    detail: formatShortDay(language, dayOfTerm(term, today), today),
  }));
  return (
    <Select
      label={t`It comes back`}
      hint={value === 'day' ? undefined : formatWeekday(language, dayOfTerm(value, today), today)}
      options={[...terms, { id: 'day', label: t`On a day…` }]}
      value={value}
      onChange={(id) => onChange(snoozeTerms.find((term) => term === id) ?? 'day')}
    />
  );
}
