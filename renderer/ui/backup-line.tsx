import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { call } from '../api.ts';
import { useToday } from './clock.ts';
import { daysBetween, formatTime } from './format.ts';
import { Icon } from './icon.tsx';
import { useSession } from './session.ts';
import styles from './side-bar.module.css';
import { showProblem, showToast } from './toast.ts';
import { WithTooltip } from './tooltip.tsx';

/** From this age on the line asks for a backup. */
const lateAfterDays = 2;

/** How old the last backup is, always in sight. */
export function BackupLine({ isRail }: { readonly isRail: boolean }) {
  const { t } = useLingui();
  const today = useToday();
  const madeAt = useSession((session) => session.settings?.lastBackupAt ?? null);
  const [isBusy, setBusy] = useState(false);
  const days = madeAt === null ? null : daysBetween(madeAt, today);
  const isLate = days !== null && days >= lateAfterDays;

  const words = () => {
    if (madeAt === null || days === null) return t`Only on this computer`;
    const time = formatTime(madeAt);
    if (days <= 0) return t`Backed up today, ${time}`;
    if (days === 1) return t`Backed up yesterday, ${time}`;
    return t`No backup for ${plural(days, { one: '#\u00a0day', other: '#\u00a0days' })}`;
  };
  const backUp = async () => {
    setBusy(true);
    try {
      await call('safety.backUpNow', {});
      showToast({ text: t`The backup is made` });
    } catch (problem) {
      showProblem(problem);
    }
    setBusy(false);
  };

  const sentence = words();
  const mark = isLate ? (
    <Icon name="risk" size={14} className={styles.late} />
  ) : (
    <span className={styles.dot} aria-hidden="true" />
  );
  if (isRail) {
    return (
      <div className={styles.backup}>
        <WithTooltip text={t`${sentence}. Back up now`} placement="right">
          <Button
            className={styles.item ?? ''}
            aria-label={t`${sentence}. Back up now`}
            isDisabled={isBusy}
            onPress={() => void backUp()}
          >
            {mark}
          </Button>
        </WithTooltip>
      </div>
    );
  }
  return (
    <div className={styles.backup}>
      {mark}
      <span className={styles.backupWords}>{isLate ? `${sentence}.` : sentence}</span>
      {isLate && (
        <Button className={styles.backUp ?? ''} isDisabled={isBusy} onPress={() => void backUp()}>
          {t`Back up`}
        </Button>
      )}
    </div>
  );
}
