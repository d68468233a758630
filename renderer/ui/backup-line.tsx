import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { call } from '../api.ts';
import { useToday } from './clock.ts';
import { daysBetween, formatDay, formatTime } from './format.ts';
import { Icon } from './icon.tsx';
import { useLanguage, useSession } from './session.ts';
import styles from './side-bar.module.css';
import { showProblem, showToast } from './toast.ts';
import { WithTooltip } from './tooltip.tsx';

/** From this age on the line asks for a backup. */
const lateAfterDays = 2;

/** How old the last backup is, always in sight; late only when it does not hold what was saved meanwhile. */
export function BackupLine({ isRail }: { readonly isRail: boolean }) {
  const { t } = useLingui();
  const today = useToday();
  const madeAt = useSession((session) => session.settings?.lastBackupAt ?? null);
  const unsavedSince = useSession((session) => session.settings?.unsavedSince ?? null);
  const language = useLanguage();
  const [isBusy, setBusy] = useState(false);
  const isLate = unsavedSince !== null && daysBetween(unsavedSince, today) >= lateAfterDays;

  const words = () => {
    if (madeAt === null) return isLate ? t`No backup yet` : t`Only on this computer`;
    const days = daysBetween(madeAt, today);
    const time = formatTime(madeAt);
    if (isLate && days >= lateAfterDays)
      return t`No backup for ${plural(days, { one: '#\u00a0day', other: '#\u00a0days' })}`;
    if (days === 0) return t`Backed up today, ${time}`;
    if (days === 1) return t`Backed up yesterday, ${time}`;
    const day = formatDay(language, madeAt, today);
    return t`Backed up: ${day}`;
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
