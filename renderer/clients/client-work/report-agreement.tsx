import { Trans, useLingui } from '@lingui/react/macro';
import type { ClientWork } from '../../../shared/contract/client-work.ts';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { call } from '../../api.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { carryOut } from '../client-store.ts';
import styles from './work.module.css';

const none = 'none';
const days = Array.from({ length: 31 }, (_, index) => String(index + 1));

/** By which day of the following month a report is due, and whether quarters are looked back on. */
export function ReportAgreement({ clientId, work }: { readonly clientId: string; readonly work: ClientWork }) {
  const { t } = useLingui();
  const agree = (fields: Omit<CallInput<'clients.agreeReports'>, 'commandId' | 'clientId'>) =>
    carryOut(
      (commandId) => call('clients.agreeReports', { commandId, clientId, ...fields }),
      t`Agreement about reports changed`,
    );
  return (
    <div className={styles.agreement}>
      <span className={styles.byDay}>
        <span aria-hidden>
          <Trans>Every month, by day</Trans>
        </span>
        <Select
          label={t`Day of the month by which the monthly report is due`}
          isLabelHidden
          options={[
            { id: none, label: t`not agreed` },
            ...days.map((day) => ({ id: day, label: t({ message: `${day}`, context: 'day of a month' }) })),
          ]}
          value={work.reportDay === null ? none : String(work.reportDay)}
          onChange={(day) => void agree({ reportDay: day === none ? null : Number(day) })}
          className={styles.daySelect}
        />
      </span>
      <Checkbox isSelected={work.reviewsQuarter} onChange={(reviewsQuarter) => void agree({ reviewsQuarter })}>
        <Trans>Quarterly review</Trans>
      </Checkbox>
    </div>
  );
}
