import { useLingui } from '@lingui/react/macro';
import { Button as AriaButton } from 'react-aria-components';
import type { Report } from '../../../shared/contract/client-work.ts';
import { freePeriods, type ReportKind, type ReportPeriod, reportKinds } from '../../../shared/health/reports.ts';
import { useToday } from '../../ui/clock.ts';
import { formatPeriod } from '../../ui/format.ts';
import { Menu } from '../../ui/menu.tsx';
import { useLanguage } from '../../ui/session.ts';
import styles from './work.module.css';

export interface ReportPeriodButtonProps {
  readonly report: Report;
  /** All of the client. */
  readonly reports: readonly Report[];
  readonly onChange: (to: ReportPeriod) => void;
}

/** Opens the months and quarters that have no report yet. A kind that this version does not know is only told. */
export function ReportPeriodButton({ report, reports, onChange }: ReportPeriodButtonProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const period = formatPeriod(language, report.period);
  if (!reportKinds.some((kind) => kind === report.kind)) return <span className={styles.period}>{period}</span>;
  const kindWords: Readonly<Record<ReportKind, string>> = { month: t`Month`, quarter: t`Quarter` };
  return (
    <Menu
      label={t`Period`}
      placement="bottom start"
      groups={reportKinds.map((kind) => ({
        id: kind,
        label: kindWords[kind],
        entries: periodsFor(report, kind, freePeriods(kind, reports, today)).map((id) => {
          const isChosen = kind === report.kind && id === report.period;
          return {
            id,
            label: formatPeriod(language, id),
            isChosen,
            onAction: () => {
              if (!isChosen) onChange({ kind, period: id });
            },
          };
        }),
      }))}
    >
      <AriaButton className={styles.periodButton ?? ''} aria-label={t`Period: ${period}`}>
        {period}
      </AriaButton>
    </Menu>
  );
}

/** Its own period stands in its place among them, also where it lies further back than reports are written now. */
function periodsFor(report: Report, kind: ReportKind, free: readonly string[]): readonly string[] {
  return kind === report.kind ? [...free, report.period].toSorted().toReversed() : free;
}
