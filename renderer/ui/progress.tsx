import { Label, ProgressBar } from 'react-aria-components';
import { formatDecimal } from '../../shared/decimal.ts';
import styles from './progress.module.css';
import { useLanguage } from './session.ts';

export interface ProgressProps {
  readonly label: string;
  /** Null while nobody knows how much there is. */
  readonly progress: { readonly done: number; readonly total: number } | null;
}

/** How far something long is. */
export function Progress({ label, progress }: ProgressProps) {
  const language = useLanguage();
  const isKnown = progress !== null && progress.total > 0;
  const share = isKnown ? Math.round((100 * progress.done) / progress.total) : 0;
  const number = (value: number) => formatDecimal(String(value), language);
  return (
    <ProgressBar value={share} isIndeterminate={!isKnown} className={styles.progress ?? ''}>
      <span className={styles.line}>
        <Label>{label}</Label>
        {isKnown && <span className={styles.count}>{`${number(progress.done)} / ${number(progress.total)}`}</span>}
      </span>
      <span className={styles.track}>
        <span className={styles.fill} style={{ width: `${share}%` }} />
      </span>
    </ProgressBar>
  );
}
