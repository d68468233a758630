import { AfterPause, Skeleton } from '../ui/skeleton.tsx';
import styles from './loading.module.css';

/** Stands where the lines of a list will be. */
export function LoadingList() {
  return (
    <AfterPause>
      <div className={styles.list}>
        <Skeleton height={16} width={120} />
        <Skeleton height={36} />
        <Skeleton height={36} />
        <Skeleton height={36} />
      </div>
    </AfterPause>
  );
}

/** The head, the month and the four weeks of a handoff. */
export function LoadingHandoff() {
  return (
    <AfterPause>
      <div className={styles.handoff}>
        <Skeleton height={36} width={420} />
        <Skeleton height={20} width={560} />
        <Skeleton height={44} />
        <Skeleton height={220} />
      </div>
    </AfterPause>
  );
}
