import { AfterPause, Skeleton } from '../ui/skeleton.tsx';
import styles from './column-skeleton.module.css';

/** Two grey cards for a column that is still being read. */
export function ColumnSkeleton() {
  return (
    <AfterPause>
      <div className={styles.cards} aria-hidden="true">
        <Skeleton height={125} className={styles.card} />
        <Skeleton height={108} className={styles.card} />
      </div>
    </AfterPause>
  );
}
