import { Trans, useLingui } from '@lingui/react/macro';
import { runningSince } from '../../../shared/engagement.ts';
import {
  type DueReport,
  dueReports,
  nextReport,
  type ReportPeriod,
  reportKinds,
} from '../../../shared/health/reports.ts';
import type { ClientWork, Report } from '../../../shared/contract/client-work.ts';
import type { ClientPage } from '../../../shared/contract/clients.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { useToday } from '../../ui/clock.ts';
import { formatDay, formatPeriod } from '../../ui/format.ts';
import { Popover } from '../../ui/popover.tsx';
import { useLanguage } from '../../ui/session.ts';
import { carryOut } from '../client-store.ts';
import { ReportAgreement } from './report-agreement.tsx';
import { ReportForm } from './report-form.tsx';
import { ReportRow } from './report-row.tsx';
import { WorkSection } from './work-section.tsx';
import type { WorkPartProps } from './work-tab.tsx';
import styles from './work.module.css';

/** What was agreed about reports, what is owed, and what went out. */
export function Reports({ page, work }: WorkPartProps) {
  const { t } = useLingui();
  return (
    <WorkSection
      title={t`Reports`}
      actions={
        <Popover
          label={t`New report`}
          trigger={
            <Button look="quiet" size="small" icon="plus">
              <Trans>Add a report</Trans>
            </Button>
          }
        >
          {(close) => <ReportForm clientId={page.card.id} reports={work.reports} onDone={close} />}
        </Popover>
      }
    >
      <ReportAgreement clientId={page.card.id} work={work} />
      {page.card.stage !== 'ended' && <Owed page={page} work={work} />}
      {work.reports.length === 0 && (
        <p className={styles.nothing}>
          <Trans>No reports yet.</Trans>
        </p>
      )}
      <ul className={styles.rows}>
        {work.reports.map((report) => (
          <ReportRow key={report.id} report={report} reports={work.reports} lang={page.language ?? undefined} />
        ))}
      </ul>
    </WorkSection>
  );
}

/** Reports of a kind that this version does not know answer for nothing. */
function sentPeriods(reports: readonly Report[]): readonly ReportPeriod[] {
  return reports.flatMap(({ kind, period, sentOn }) => {
    const known = reportKinds.find((each) => each === kind);
    return known === undefined || sentOn === null ? [] : [{ kind: known, period }];
  });
}

function Owed({ page, work }: { readonly page: ClientPage; readonly work: ClientWork }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const client = { ...work, sinceOn: page.card.sinceOn, runningSince: runningSince(work.engagements, today) };
  const sent = sentPeriods(work.reports);
  const owed = dueReports(client, sent, today);
  const next = nextReport(client, sent, today);
  if (next === null) return null;
  if (owed.length === 0) {
    const due = formatDay(language, next.dueOn, today);
    const period = formatPeriod(language, next.period);
    return (
      <p className={styles.next}>
        {next.kind === 'month' ? t`Next: report for ${period}, by ${due}` : t`Next: review of ${period}, by ${due}`}
      </p>
    );
  }
  return (
    <ul className={styles.owed}>
      {owed.map((report) => (
        <OwedReport key={`${report.kind} ${report.period}`} clientId={page.card.id} report={report} />
      ))}
    </ul>
  );
}

interface OwedReportProps {
  readonly clientId: string;
  readonly report: DueReport;
}

function OwedReport({ clientId, report }: OwedReportProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const { kind, period, dueOn } = report;
  const name = formatPeriod(language, period);
  const due = formatDay(language, dueOn, today);
  const isLate = dueOn < today;
  const markSent = () =>
    carryOut(
      (commandId) => call('health.markReportSent', { commandId, clientId, report: kind, period }),
      kind === 'month' ? t`Report for ${name} is sent` : t`Review of ${name} is sent`,
    );
  const late =
    kind === 'month'
      ? t`Report for ${name} is not sent, it was due on ${due}`
      : t`Review of ${name} is not sent, it was due on ${due}`;
  const ahead = kind === 'month' ? t`Report for ${name} is due on ${due}` : t`Review of ${name} is due on ${due}`;
  return (
    <li className={isLate ? styles.late : styles.due}>
      <span>{isLate ? late : ahead}</span>
      <Button size="small" aria-label={t`Mark as sent: ${name}`} onPress={() => void markSent()}>
        <Trans>Mark as sent</Trans>
      </Button>
    </li>
  );
}
