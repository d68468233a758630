import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { longestText } from '../../../shared/contract/call.ts';
import type { Report } from '../../../shared/contract/client-work.ts';
import { freePeriods, recentPeriods, type ReportKind } from '../../../shared/health/reports.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { useToday } from '../../ui/clock.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Form } from '../../ui/form.tsx';
import { formatPeriod } from '../../ui/format.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { useLanguage } from '../../ui/session.ts';
import { TextArea } from '../../ui/text-field.tsx';
import { carryOut } from '../client-store.ts';
import forms from '../forms.module.css';

export interface ReportFormProps {
  readonly clientId: string;
  readonly reports: readonly Report[];
  readonly onDone: () => void;
}

/** A report for a period that has none yet. */
export function ReportForm({ clientId, reports, onDone }: ReportFormProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const [kind, setKind] = useState<ReportKind>('month');
  const [chosen, setChosen] = useState<string | null>(null);
  const [sentOn, setSentOn] = useState<string | null>(null);
  const [summary, setSummary] = useState('');
  const free = freePeriods(kind, reports, today);
  const [running] = recentPeriods(kind, today, 1);
  // Reports are written for what has ended, the running period comes last.
  const period = free.find((each) => each === chosen) ?? free.find((each) => each !== running) ?? free[0];
  const isAhead = sentOn !== null && sentOn > today;
  const save = async () => {
    if (period === undefined || isAhead) return false;
    const fields = { kind, period, sentOn, summary: summary.trim() };
    const isDone = await carryOut(
      (commandId) => call('clients.addReport', { commandId, clientId, ...fields }),
      t`Report added`,
    );
    if (isDone) onDone();
    return isDone;
  };
  return (
    <Form className={forms.form} onSubmit={save}>
      <Segmented<ReportKind>
        label={t`Kind`}
        segments={[
          { id: 'month', label: t`Month` },
          { id: 'quarter', label: t`Quarter` },
        ]}
        value={kind}
        onChange={setKind}
      />
      <Select
        label={t`Period`}
        options={free.map((id) => ({ id, label: formatPeriod(language, id) }))}
        value={period ?? null}
        onChange={setChosen}
      />
      <DateField
        label={t`Sent on`}
        value={sentOn}
        onChange={setSentOn}
        max={today}
        hint={t`Empty: not sent yet`}
        error={isAhead ? t`A report cannot be sent in the future.` : undefined}
      />
      <TextArea label={t`In short`} value={summary} onChange={setSummary} maxLength={longestText} />
      <div className={forms.buttons}>
        <Button type="submit" look="primary" className={forms.save} isDisabled={period === undefined || isAhead}>
          <Trans>Add</Trans>
        </Button>
      </div>
    </Form>
  );
}
