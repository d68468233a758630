import { useLingui } from '@lingui/react/macro';
import { daysBetween } from '../../shared/calendar.ts';
import type { HandoffPage } from '../../shared/contract/handoff.ts';
import { useToday } from '../ui/clock.ts';
import { formatDay } from '../ui/format.ts';
import { useLanguage } from '../ui/session.ts';
import styles from './month-ruler.module.css';
import { weekColumns } from './plan-calendar.ts';

/** The month from left to right, with the part that has passed and today on it. */
export function MonthRuler({ page }: { readonly page: HandoffPage }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const total = Math.max(1, daysBetween(page.startOn, page.endOn));
  const passed = Math.min(Math.max(daysBetween(page.startOn, today), 0), total);
  const share = (passed / total) * 100;
  const date = formatDay(language, today, today);
  const dayNow = Math.min(passed + 1, total);
  const ticks = weekColumns(page).map(({ firstOn }) => (daysBetween(page.startOn, firstOn) / total) * 100);
  const isNow = today >= page.startOn && today <= page.endOn;
  return (
    <div className={styles.ruler} data-over={page.state === 'running' ? undefined : ''}>
      {isNow && (
        <p className={styles.today} ref={(element) => element?.style.setProperty('--at', `${share}%`)}>
          {t`today, ${date}, day ${dayNow} of ${total}`}
        </p>
      )}
      <svg className={styles.line} width="100%" height="14" aria-hidden="true" focusable="false">
        <line className={styles.whole} x1="0" x2="100%" y1="7" y2="7" />
        {ticks.map((tick) => (
          <line key={tick} className={styles.tick} x1={`${tick}%`} x2={`${tick}%`} y1="3" y2="11" />
        ))}
        <line className={styles.passed} x1="0" x2={`${share}%`} y1="7" y2="7" />
        {isNow && <circle className={styles.now} cx={`${share}%`} cy="7" r="6" />}
      </svg>
    </div>
  );
}
