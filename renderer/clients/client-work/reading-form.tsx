import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Kpi } from '../../../shared/contract/client-work.ts';
import { formatDecimal, readDecimal } from '../../../shared/decimal.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { useToday } from '../../ui/clock.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Form } from '../../ui/form.tsx';
import { useLanguage } from '../../ui/session.ts';
import { TextField } from '../../ui/text-field.tsx';
import { carryOut } from '../client-store.ts';
import forms from '../forms.module.css';
import { useNumberHint } from './target.ts';
import styles from './work.module.css';

export interface ReadingFormProps {
  readonly kpi: Kpi;
  readonly onDone: () => void;
}

/** A new value of one day; it takes the place of another of that day. */
export function ReadingForm({ kpi, onDone }: ReadingFormProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const [measuredOn, setMeasuredOn] = useState<string | null>(today);
  const [text, setText] = useState('');
  const [remark, setRemark] = useState('');
  const [isAsked, setAsked] = useState(false);
  const value = readDecimal(text, kpi.unit);
  const taken = kpi.readings.find((each) => each.measuredOn === measuredOn);
  const save = async () => {
    setAsked(true);
    if (value === null || measuredOn === null || measuredOn > today) return false;
    const readings = [{ measuredOn, value, remark }];
    const isDone = await carryOut(
      (commandId) => call('clients.addReadings', { commandId, kpiId: kpi.id, readings }),
      t`Value written down`,
    );
    if (isDone) onDone();
    return isDone;
  };
  return (
    <Form className={forms.form} onSubmit={save}>
      <div className={styles.halves}>
        <TextField
          label={kpi.unit === '' ? t`Value` : t`Value, ${kpi.unit}`}
          value={text}
          onChange={setText}
          inputMode="decimal"
          hint={useNumberHint(kpi.unit)(text)}
          error={isAsked && value === null ? t`A number, such as 29 or 4.5` : undefined}
          maxLength={40}
          autoFocus
        />
        <DateField
          label={t`Day`}
          value={measuredOn}
          onChange={setMeasuredOn}
          max={today}
          error={useDayProblem(measuredOn, today, isAsked)}
          {...(taken === undefined ? {} : { hint: t`Replaces ${formatDecimal(taken.value, language)}` })}
        />
      </div>
      <TextField label={t`Remark`} value={remark} onChange={setRemark} maxLength={400} />
      <div className={forms.buttons}>
        <Button type="submit" look="primary" className={forms.save}>
          <Trans>Add</Trans>
        </Button>
      </div>
    </Form>
  );
}

function useDayProblem(day: string | null, today: string, isAsked: boolean): string | undefined {
  const { t } = useLingui();
  if (day !== null && day > today) return t`A value cannot be from the future.`;
  return isAsked && day === null ? t`Choose a day.` : undefined;
}
