import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Difference, DifferenceKind } from '../../../shared/contract/backups.ts';
import styles from './backups-page.module.css';

export const kindWords: Readonly<Record<DifferenceKind, MessageDescriptor>> = {
  client: msg({ message: 'Clients', context: 'in a backup' }),
  note: msg({ message: 'Notes', context: 'in a backup' }),
  task: msg({ message: 'Tasks', context: 'in a backup' }),
  contact: msg({ message: 'People', context: 'in a backup' }),
  stage_change: msg({ message: 'Moves on the board', context: 'in a backup' }),
  work: msg({ message: 'Work, reports and figures', context: 'in a backup' }),
  signal: msg({ message: 'Signals and snoozes', context: 'in a backup' }),
  dossier: msg({ message: 'Dossier and accesses', context: 'in a backup' }),
  handoff: msg({ message: 'Handoffs', context: 'in a backup' }),
  settings: msg({ message: 'Settings and templates', context: 'in a backup' }),
  other: msg({ message: 'Other records', context: 'in a backup' }),
};

/** What a restore takes away, brings back and changes, by kinds. */
export function DifferenceTable({ differences }: { readonly differences: readonly Difference[] }) {
  const { t, i18n } = useLingui();
  if (differences.length === 0) return <p>{t`Nothing would be different: the data is the same as in this backup.`}</p>;
  return (
    <table className={styles.differences} aria-label={t`What would be different`}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t`What`}</span>
          </th>
          <th scope="col">{t`Goes`}</th>
          <th scope="col">{t`Comes back`}</th>
          <th scope="col">{t`Becomes as it was`}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map((difference) => (
          <tr key={difference.kind}>
            <th scope="row">{i18n.t(kindWords[difference.kind])}</th>
            <Part part={difference.onlyNow} />
            <Part part={difference.onlyThen} />
            <Part part={difference.changed} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Part({ part: { count, names } }: { readonly part: Difference['changed'] }) {
  const { t } = useLingui();
  const more = count - names.length;
  return (
    <td>
      {count > 0 && <span className={styles.count}>{count}</span>}
      {names.length > 0 && (
        <span className={styles.names}>
          {names.join(', ')}
          {more > 0 && ` ${t`and ${more} more`}`}
        </span>
      )}
    </td>
  );
}
