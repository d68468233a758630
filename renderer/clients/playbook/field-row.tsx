import type { ReactNode } from 'react';
import styles from './field-row.module.css';

/** A word on the left, what belongs to it on the right. */
export function FieldRow({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.row}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      <div className={styles.value}>{children}</div>
    </div>
  );
}
