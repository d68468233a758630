import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Report } from '../../../shared/contract/client-work.ts';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useToday } from '../../ui/clock.ts';
import { DateField } from '../../ui/date-field.tsx';
import { EditableText } from '../../ui/editable-text.tsx';
import { Form } from '../../ui/form.tsx';
import { formatPeriod, formatShortDay } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { useLanguage } from '../../ui/session.ts';
import { carryOut } from '../client-store.ts';
import forms from '../forms.module.css';
import styles from './work.module.css';

type Fields = Omit<CallInput<'clients.editReport'>, 'commandId' | 'reportId'>;

/** One period: what was reported and when it went out. */
export function ReportRow({ report, lang }: { readonly report: Report; readonly lang: string | undefined }) {
  const { t } = useLingui();
  const language = useLanguage();
  const period = formatPeriod(language, report.period);
  const reportId = report.id;
  const edit = (fields: Fields) =>
    carryOut((commandId) => call('clients.editReport', { commandId, reportId, ...fields }), t`Report changed`);
  const remove = () =>
    carryOut((commandId) => call('clients.deleteReport', { commandId, reportId }), t`Report deleted`);
  return (
    <li className={classNames(styles.row, styles.report)} aria-label={period}>
      <span className={styles.period}>{period}</span>
      <div className={styles.rowBody}>
        <EditableText
          label={t`In short`}
          value={report.summary}
          placeholder={t`What it said, in a line`}
          isMultiline
          allowsEmpty
          maxLength={20_000}
          lang={report.summary === '' ? undefined : lang}
          onCommit={(summary) => edit({ summary })}
        />
      </div>
      <SentDay report={report} period={period} onEdit={edit} />
      <IconButton
        icon="close"
        size="small"
        className={styles.away}
        label={t`Delete the report: ${period}`}
        onPress={() => void remove()}
      />
    </li>
  );
}

interface SentDayProps {
  readonly report: Report;
  readonly period: string;
  readonly onEdit: (fields: Fields) => Promise<boolean>;
}

function SentDay({ report, period, onEdit }: SentDayProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const { sentOn } = report;
  const words = sentOn === null ? t`not sent` : t`sent ${formatShortDay(language, sentOn, today)}`;
  return (
    <Popover
      label={t`Sent on`}
      trigger={
        <AriaButton className={styles.days ?? ''} aria-label={`${period}: ${words}`}>
          {words}
        </AriaButton>
      }
    >
      {(close) => <SentForm sentOn={sentOn} onEdit={onEdit} onDone={close} />}
    </Popover>
  );
}

interface SentFormProps extends Pick<SentDayProps, 'onEdit'> {
  readonly sentOn: string | null;
  readonly onDone: () => void;
}

function SentForm({ sentOn, onEdit, onDone }: SentFormProps) {
  const { t } = useLingui();
  const today = useToday();
  const [day, setDay] = useState(sentOn ?? today);
  const isAhead = day !== '' && day > today;
  const save = async () => {
    const next = day === '' ? null : day;
    if (!isAhead && (next === sentOn || (await onEdit({ sentOn: next })))) onDone();
  };
  return (
    <Form className={forms.form} onSubmit={save}>
      <DateField
        label={t`Sent on`}
        value={day === '' ? null : day}
        onChange={(next) => setDay(next ?? '')}
        max={today}
        hint={t`Empty: not sent yet`}
        error={isAhead ? t`A report cannot be sent on a day to come.` : undefined}
      />
      <Button type="submit" look="primary" isDisabled={isAhead}>
        <Trans>Save</Trans>
      </Button>
    </Form>
  );
}
