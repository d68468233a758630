import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { call } from '../api.ts';
import { useToday } from './clock.ts';
import { daysBetween, formatDay, formatTime } from './format.ts';
import { Icon } from './icon.tsx';
import { navigate } from './navigation.ts';
import { useLanguage, useSession } from './session.ts';
import styles from './side-bar.module.css';
import { showProblem, showToast } from './toast.ts';
import { WithTooltip } from './tooltip.tsx';

/** From this age on the line asks for a backup. */
const lateAfterDays = 2;

interface Line {
  readonly words: string;
  /** Something is missing: a backup, or its copy in the second folder. */
  readonly isLate: boolean;
  /** What helps is pressed here. */
  readonly isToBackUp: boolean;
}

/** How old the last backup is, always in sight; late only when it does not hold what was saved meanwhile. */
function useLine(): Line {
  const { t } = useLingui();
  const today = useToday();
  const language = useLanguage();
  const madeAt = useSession((session) => session.settings?.lastBackupAt ?? null);
  const unsavedSince = useSession((session) => session.settings?.unsavedSince ?? null);
  const isFailing = useSession((session) => session.settings?.isBackupFailing ?? false);
  const second = useSession((session) => session.settings?.secondFolder ?? null);

  const unsavedDays = unsavedSince === null ? 0 : daysBetween(unsavedSince, today);
  if (unsavedDays >= lateAfterDays) {
    if (madeAt === null) return { words: t`No backup yet`, isLate: true, isToBackUp: true };
    // After a restore the newest backup may be younger than what it does not hold.
    const days = Math.max(unsavedDays, daysBetween(madeAt, today));
    const words = t`No backup for ${plural(days, { one: '#\u00a0day', other: '#\u00a0days' })}`;
    return { words, isLate: true, isToBackUp: true };
  }
  if (isFailing) return { words: t`The last backup failed`, isLate: true, isToBackUp: true };
  if (second?.state === 'failed')
    return { words: t`The second folder takes no backup`, isLate: true, isToBackUp: false };
  const secondDays = second === null || second.lastAt === null ? null : daysBetween(second.lastAt, today);
  if (second !== null && second.state !== 'whole' && (secondDays === null || secondDays >= lateAfterDays)) {
    const words =
      secondDays === null
        ? t`No backup in the second folder yet`
        : t`None in the second folder for ${plural(secondDays, { one: '#\u00a0day', other: '#\u00a0days' })}`;
    return { words, isLate: true, isToBackUp: false };
  }
  if (madeAt === null) return { words: t`Only on this computer`, isLate: false, isToBackUp: false };
  const days = daysBetween(madeAt, today);
  const time = formatTime(madeAt);
  const words = () => {
    if (days === 0) return t`Backed up today, ${time}`;
    if (days === 1) return t`Backed up yesterday, ${time}`;
    const day = formatDay(language, madeAt, today);
    return t`Backed up: ${day}`;
  };
  return { words: words(), isLate: false, isToBackUp: false };
}

/** Leads to the backups. */
export function BackupLine({ isRail }: { readonly isRail: boolean }) {
  const { t } = useLingui();
  const { words, isLate, isToBackUp } = useLine();
  const [isBusy, setBusy] = useState(false);
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
  const open = () => navigate({ name: 'backups' });
  const mark = isLate ? (
    <Icon name="risk" size={14} className={styles.late} />
  ) : (
    <span className={styles.dot} aria-hidden="true" />
  );
  if (isRail) {
    return (
      <div className={styles.backup}>
        <WithTooltip text={t`${words}. All backups`} placement="right">
          <Button className={styles.item ?? ''} aria-label={t`${words}. All backups`} onPress={open}>
            {mark}
          </Button>
        </WithTooltip>
      </div>
    );
  }
  return (
    <div className={styles.backup}>
      {mark}
      <Button className={styles.backupWords ?? ''} aria-label={t`${words}. All backups`} onPress={open}>
        {isLate ? `${words}.` : words}
      </Button>
      {isToBackUp && (
        <Button className={styles.backUp ?? ''} isPending={isBusy} onPress={() => void backUp()}>
          {t`Back up`}
        </Button>
      )}
    </div>
  );
}
