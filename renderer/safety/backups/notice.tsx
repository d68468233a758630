import type { ReactNode } from 'react';
import styles from './backups-page.module.css';

export interface NoticeProps {
  readonly children: ReactNode;
  readonly action?: ReactNode;
  readonly isWarning?: boolean;
}

/** A sentence on the page that matters more than the others, with the way on. */
export function Notice({ children, action, isWarning = false }: NoticeProps) {
  return (
    <div className={styles.notice} data-warning={isWarning ? '' : undefined}>
      <p>{children}</p>
      {action}
    </div>
  );
}
