import { useLingui } from '@lingui/react/macro';
import { longestText } from '../../../shared/contract/call.ts';
import type { Report } from '../../../shared/contract/client-work.ts';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { call } from '../../api.ts';
import { classNames } from '../../ui/class-names.ts';
import { useToday } from '../../ui/clock.ts';
import { EditableDay } from '../../ui/editable-day.tsx';
import { EditableText } from '../../ui/editable-text.tsx';
import { formatPeriod, formatShortDay } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useLanguage } from '../../ui/session.ts';
import { useSoughtRecord } from '../../ui/sought-record.ts';
import { carryOut } from '../client-store.ts';
import { ReportPeriodButton } from './report-period-button.tsx';
import styles from './work.module.css';

type Fields = Omit<CallInput<'clients.editReport'>, 'commandId' | 'reportId'>;

export interface ReportRowProps {
  readonly report: Report;
  /** All of the client. */
  readonly reports: readonly Report[];
  readonly lang: string | undefined;
}

/** One period: what was reported and when it went out. */
export function ReportRow({ report, reports, lang }: ReportRowProps) {
  const { t } = useLingui();
  const place = useSoughtRecord<HTMLLIElement>(report.id);
  const language = useLanguage();
  const period = formatPeriod(language, report.period);
  const reportId = report.id;
  const edit = (fields: Fields) =>
    carryOut((commandId) => call('clients.editReport', { commandId, reportId, ...fields }), t`Report changed`);
  const remove = () =>
    carryOut((commandId) => call('clients.deleteReport', { commandId, reportId }), t`Report deleted`);
  return (
    <li ref={place} className={classNames(styles.row, styles.report)} aria-label={period}>
      <ReportPeriodButton report={report} reports={reports} onChange={(to) => void edit(to)} />
      <div className={styles.rowBody}>
        <EditableText
          label={t`In short`}
          value={report.summary}
          placeholder={t`What it said, in a line`}
          isMultiline
          allowsEmpty
          maxLength={longestText}
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
    <EditableDay
      label={t`Sent on`}
      of={period}
      value={sentOn}
      placeholder={t`not sent`}
      allowsEmpty
      max={today}
      className={styles.days}
      onCommit={(day) => onEdit({ sentOn: day })}
    >
      {words}
    </EditableDay>
  );
}
