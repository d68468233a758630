import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Kpi, KpiReading } from '../../../shared/contract/client-work.ts';
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
  /** Null for a new one. */
  readonly reading: KpiReading | null;
  readonly onDone: () => void;
}

/** One value of one day. */
export function ReadingForm({ kpi, reading, onDone }: ReadingFormProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const [measuredOn, setMeasuredOn] = useState<string | null>(reading?.measuredOn ?? today);
  const [text, setText] = useState(reading === null ? '' : formatDecimal(reading.value, language));
  const [remark, setRemark] = useState(reading?.remark ?? '');
  const [isAsked, setAsked] = useState(false);
  const value = readDecimal(text, kpi.unit);
  const taken = kpi.readings.find((each) => each.measuredOn === measuredOn && each.id !== reading?.id);
  const save = async () => {
    setAsked(true);
    if (value === null || measuredOn === null || measuredOn > today || (reading !== null && taken)) return false;
    const fields = { measuredOn, value, remark };
    const isDone = await carryOut(
      (commandId) =>
        reading === null
          ? call('clients.addReadings', { commandId, kpiId: kpi.id, readings: [fields] })
          : call('clients.editReading', { commandId, readingId: reading.id, ...fields }),
      reading === null ? t`Value written down` : t`Value changed`,
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
          {...useNumberHint(text, kpi.unit)}
          error={isAsked && value === null ? t`A number, such as 29 or 4.5` : undefined}
          maxLength={40}
          autoFocus
        />
        <DateField
          label={t`Day`}
          value={measuredOn}
          onChange={setMeasuredOn}
          max={today}
          error={useDayProblem(measuredOn, today, isAsked, reading !== null && taken !== undefined)}
          {...(taken !== undefined && reading === null
            ? { hint: t`Replaces ${formatDecimal(taken.value, language)}` }
            : {})}
        />
      </div>
      <TextField label={t`Remark`} value={remark} onChange={setRemark} maxLength={400} />
      <div className={forms.buttons}>
        {reading !== null && <DeleteReading reading={reading} onDone={onDone} />}
        <Button type="submit" look="primary" className={forms.save}>
          {reading === null ? <Trans>Add</Trans> : <Trans>Save</Trans>}
        </Button>
      </div>
    </Form>
  );
}

function useDayProblem(day: string | null, today: string, isAsked: boolean, isTaken: boolean): string | undefined {
  const { t } = useLingui();
  if (day !== null && day > today) return t`A value cannot be of a day to come.`;
  if (isTaken) return t`There is a value of that day already.`;
  return isAsked && day === null ? t`Choose a day.` : undefined;
}

function DeleteReading({ reading, onDone }: { readonly reading: KpiReading; readonly onDone: () => void }) {
  const { t } = useLingui();
  const remove = async () => {
    const readingId = reading.id;
    if (await carryOut((commandId) => call('clients.deleteReading', { commandId, readingId }), t`Value deleted`))
      onDone();
  };
  return (
    <Button look="quiet" icon="trash" onPress={() => void remove()}>
      <Trans>Delete</Trans>
    </Button>
  );
}
