import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import styles from './reading-rows.module.css';

export interface ReadingRowsProps {
  readonly label: string;
  /** Rows of a day, a value, a remark, and what can be done with them. */
  readonly children: ReactNode;
}

export function ReadingRows({ label, children }: ReadingRowsProps) {
  return (
    <table className={styles.readings} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Day</Trans>
          </th>
          <th scope="col">
            <Trans>Value</Trans>
          </th>
          <th scope="col">
            <Trans>Remark</Trans>
          </th>
          <td />
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
