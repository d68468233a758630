import { useLingui } from '@lingui/react/macro';
import { Button as AriaButton } from 'react-aria-components';
import type { Kpi } from '../../../shared/contract/client-work.ts';
import { useToday } from '../../ui/clock.ts';
import { formatFigure, formatShortDay } from '../../ui/format.ts';
import { Popover } from '../../ui/popover.tsx';
import { useLanguage } from '../../ui/session.ts';
import { ReadingForm } from './reading-form.tsx';
import { ReadingRows } from './reading-rows.tsx';
import styles from './work.module.css';

/** Everything that was measured, the latest first; a row is pressed to mend it. */
export function ReadingList({ kpi, lang }: { readonly kpi: Kpi; readonly lang: string | undefined }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const rows = kpi.readings.toReversed().map((reading) => {
    const { id: key, value, remark } = reading;
    const day = formatShortDay(language, reading.measuredOn, today);
    const figure = formatFigure(language, value, kpi.unit);
    const trigger = (
      <AriaButton className={styles.readingDay ?? ''} aria-label={t`Change ${figure} of ${day}`}>
        {day}
      </AriaButton>
    );
    const door = (
      <Popover label={t`Reading`} placement="bottom start" trigger={trigger}>
        {(close) => <ReadingForm kpi={kpi} reading={reading} onDone={close} />}
      </Popover>
    );
    return { key, day: door, value, remark };
  });
  return (
    <div className={styles.readings}>
      <ReadingRows label={t`Values: ${kpi.name}`} unit={kpi.unit} lang={lang} rows={rows} />
    </div>
  );
}
