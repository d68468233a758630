import { Trans, useLingui } from '@lingui/react/macro';
import { Button as AriaButton } from 'react-aria-components';
import type { Kpi } from '../../../shared/contract/client-work.ts';
import { useToday } from '../../ui/clock.ts';
import { formatFigure, formatShortDay } from '../../ui/format.ts';
import { Popover } from '../../ui/popover.tsx';
import { useLanguage } from '../../ui/session.ts';
import { ReadingForm } from './reading-form.tsx';
import styles from './work.module.css';

/** Everything that was measured, the latest first; a row is pressed to mend it. */
export function ReadingList({ kpi, lang }: { readonly kpi: Kpi; readonly lang: string | undefined }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  return (
    <table className={styles.readings} aria-label={t`Values: ${kpi.name}`}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Day</Trans>
          </th>
          <th scope="col" className={styles.number}>
            <Trans>Value</Trans>
          </th>
          <th scope="col">
            <Trans>Remark</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {kpi.readings.toReversed().map((reading) => {
          const day = formatShortDay(language, reading.measuredOn, today);
          const value = formatFigure(language, reading.value, kpi.unit);
          return (
            <tr key={reading.id}>
              <th scope="row">
                <Popover
                  label={t`Reading`}
                  placement="bottom start"
                  trigger={
                    <AriaButton className={styles.readingDay ?? ''} aria-label={t`Change ${value} of ${day}`}>
                      {day}
                    </AriaButton>
                  }
                >
                  {(close) => <ReadingForm kpi={kpi} reading={reading} onDone={close} />}
                </Popover>
              </th>
              <td className={styles.number}>{value}</td>
              <td lang={lang}>{reading.remark}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
