import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { formatFigure } from '../../ui/format.ts';
import { useLanguage } from '../../ui/session.ts';
import styles from './reading-rows.module.css';

interface ReadingRow {
  readonly key: string | number;
  readonly day: ReactNode;
  readonly value: string;
  readonly remark: string;
}

export interface ReadingRowsProps {
  readonly label: string;
  readonly unit: string;
  /** Of the remarks, where it is not ours. */
  readonly lang?: string | undefined;
  readonly rows: readonly ReadingRow[];
}

export function ReadingRows({ label, unit, lang, rows }: ReadingRowsProps) {
  const language = useLanguage();
  return (
    <table className={styles.readings} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Day</Trans>
          </th>
          <th scope="col" className={styles.number}>
            <Trans>Value</Trans>
          </th>
          <th scope="col">
            <Trans>Remark</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, day, value, remark }) => (
          <tr key={key}>
            <th scope="row">{day}</th>
            <td className={styles.number}>{formatFigure(language, value, unit)}</td>
            <td lang={lang}>{remark}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
