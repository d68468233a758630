import { Label, ProgressBar } from 'react-aria-components';
import { formatDecimal } from '../../shared/decimal.ts';
import styles from './progress.module.css';
import { useLanguage } from './session.ts';

export interface ProgressProps {
  readonly label: string;
  /** Null while nobody knows how much there is. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** The share is said, not the counts behind it. */
  readonly isPercent?: boolean;
}

/** How far something long is. */
export function Progress({ label, progress, isPercent = false }: ProgressProps) {
  const language = useLanguage();
  const isKnown = progress !== null && progress.total > 0;
  const share = isKnown ? Math.round((100 * progress.done) / progress.total) : 0;
  const number = (value: number) => formatDecimal(String(value), language);
  const words = isPercent
    ? `${number(share)}\u00a0%`
    : progress && `${number(progress.done)} / ${number(progress.total)}`;
  return (
    <ProgressBar value={share} isIndeterminate={!isKnown} className={styles.progress ?? ''}>
      <span className={styles.line}>
        <Label>{label}</Label>
        {isKnown && <span className={styles.count}>{words}</span>}
      </span>
      <span className={styles.track}>
        <span className={styles.fill} style={{ width: `${share}%` }} />
      </span>
    </ProgressBar>
  );
}
