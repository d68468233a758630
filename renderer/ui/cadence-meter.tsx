import styles from './cadence-meter.module.css';

export interface CadenceMeterProps {
  /** Days since the last contact. */
  readonly days: number;
  /** How often we mean to talk, in days. */
  readonly norm: number;
}

/** A bar and not a ring, because a ring looks like waiting. The words stand beside it. */
export function CadenceMeter({ days, norm }: CadenceMeterProps) {
  const share = Math.min(1, Math.max(0.05, days / norm));
  return (
    <span className={styles.meter} data-overdue={days > norm ? '' : undefined} aria-hidden="true">
      <span className={styles.passed} style={{ width: `${share * 100}%` }} />
    </span>
  );
}
