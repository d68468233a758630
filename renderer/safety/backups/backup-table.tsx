import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { BackupEntry } from '../../../shared/contract/backups.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { useToday } from '../../ui/clock.ts';
import { formatBytes, formatShortDay } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useLanguage } from '../../ui/session.ts';
import { TableHead } from '../../ui/table-head.tsx';
import { heldIn } from './backup-words.ts';
import styles from './backups-page.module.css';
import { attempt, checkBackup } from './backups-store.ts';
import { useMoment } from './use-moment.ts';

interface BackupTableProps {
  /** Newest first. */
  readonly backups: readonly BackupEntry[];
  readonly onRestore: (backup: BackupEntry) => void;
}

export function BackupTable({ backups, onRestore }: BackupTableProps) {
  const { t } = useLingui();
  return (
    <table className={styles.table} aria-label={t`Backups`}>
      <TableHead columns={[t`When`, t`In it`, t`Size`, t`Verified`]} />
      <tbody>
        {backups.map((backup) => (
          <BackupRow key={backup.name} backup={backup} onRestore={onRestore} />
        ))}
      </tbody>
    </table>
  );
}

interface BackupRowProps {
  readonly backup: BackupEntry;
  readonly onRestore: (backup: BackupEntry) => void;
}

function BackupRow({ backup, onRestore }: BackupRowProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const moment = useMoment()(backup.madeAt);
  const [isChecking, setChecking] = useState(false);
  const check = async () => {
    setChecking(true);
    await checkBackup(backup);
    setChecking(false);
  };
  const isOfThisComputer = backup.place !== 'second';
  const show = () => void attempt(() => call('safety.revealBackup', { name: backup.name }));
  return (
    <tr>
      <th scope="row">
        {moment}
        <Marks backup={backup} />
      </th>
      <td>{heldIn(backup)}</td>
      <td className={styles.size}>{formatBytes(language, backup.bytes)}</td>
      <td>{isChecking ? t`being verified` : <Verified backup={backup} />}</td>
      <td>
        <div className={styles.actions}>
          <Button
            icon="past"
            aria-label={t`Restore the backup of ${moment}`}
            isDisabled={backup.isDamaged}
            onPress={() => onRestore(backup)}
          >
            {t`Restore…`}
          </Button>
          <Menu
            label={t`More about the backup of ${moment}`}
            groups={[
              {
                id: 'backup',
                entries: [
                  ...(isOfThisComputer
                    ? [{ id: 'check', icon: 'check' as const, label: t`Verify anew`, onAction: () => void check() }]
                    : []),
                  { id: 'show', icon: 'folder', label: t`Show in folder`, onAction: show },
                ],
              },
            ]}
          >
            <IconButton icon="more" label={t`More about the backup of ${moment}`} />
          </Menu>
        </div>
      </td>
    </tr>
  );
}

function Marks({ backup }: { readonly backup: BackupEntry }) {
  const { t } = useLingui();
  return (
    <span className={styles.marks}>
      {backup.isSmaller && <Chip tone="warn">{t`much smaller than the one before`}</Chip>}
      {backup.isSealed && <Chip icon="lock">{t`encrypted`}</Chip>}
      {backup.place === 'both' && <Chip icon="folder">{t`in the second folder too`}</Chip>}
      {backup.place === 'second' && backup.computer === null && (
        <Chip icon="folder">{t`in the second folder alone`}</Chip>
      )}
      {backup.computer !== null && <Chip icon="folder">{t`of another computer`}</Chip>}
      {backup.beforeRestoreAt !== null && <Chip icon="undo">{t`made before a restore`}</Chip>}
    </span>
  );
}

function Verified({ backup: { isDamaged, checkedAt } }: { readonly backup: BackupEntry }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  if (isDamaged) return <Chip tone="danger" icon="risk">{t`damaged`}</Chip>;
  return checkedAt === null ? t`when it was made` : formatShortDay(language, checkedAt, today);
}
