import { useLingui } from '@lingui/react/macro';
import type { SettingsPage } from '../../shared/contract/settings.ts';
import { isQuiet } from '../../shared/health/reminder.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { useSession } from '../ui/session.ts';
import { Switch } from '../ui/switch.tsx';
import { changeReminder, showReminder } from './settings-calls.ts';
import styles from './settings-page.module.css';

export function RemindersSection() {
  const reminder = useSession((session) => session.settings?.reminder);
  return reminder === undefined ? null : <Reminders reminder={reminder} />;
}

type Reminder = SettingsPage['reminder'];

/** One notification a day: whether, when, and when not. */
function Reminders({ reminder }: { readonly reminder: Reminder }) {
  const { t } = useLingui();
  const { isOn, at, quietFrom, quietTo, isAtWeekends } = reminder;
  const quietNote = useQuietNote(reminder);
  return (
    <div className={styles.rows}>
      <div className={styles.row}>
        <span className={styles.name}>{t`Once a day`}</span>
        <Switch
          isSelected={isOn}
          onChange={(chosen) => void changeReminder({ isOn: chosen })}
          hint={t`It tells how many clients wait, without names: anybody may see it. When nobody waits, it does not come.`}
        >
          {t`Remind of what needs attention`}
        </Switch>
      </div>
      <div className={styles.row}>
        <span className={styles.name}>
          {t`Hour`}
          {quietNote !== null && <span className={styles.note}>{quietNote}</span>}
        </span>
        <Time label={t`Hour`} isDisabled={!isOn} value={at} onChange={(time) => void changeReminder({ at: time })} />
      </div>
      <div className={styles.row}>
        <span className={styles.name}>{t`Quiet hours`}</span>
        <div className={styles.value}>
          <Time
            label={t`Quiet from`}
            isDisabled={!isOn}
            value={quietFrom}
            onChange={(time) => void changeReminder({ quietFrom: time })}
          />
          <span aria-hidden="true">–</span>
          <Time
            label={t`Quiet until`}
            isDisabled={!isOn}
            value={quietTo}
            onChange={(time) => void changeReminder({ quietTo: time })}
          />
        </div>
      </div>
      <div className={styles.row}>
        <span className={styles.name}>{t`Weekends`}</span>
        <Switch
          isSelected={isAtWeekends}
          isDisabled={!isOn}
          onChange={(chosen) => void changeReminder({ isAtWeekends: chosen })}
        >
          {t`Also on Saturdays and Sundays`}
        </Switch>
      </div>
      <div className={styles.row}>
        <span className={styles.name}>{t`How it looks`}</span>
        <div className={styles.value}>
          <Button onPress={() => void showReminder()}>{t`Show one now`}</Button>
        </div>
      </div>
    </div>
  );
}

/** What becomes of an hour that was chosen inside the quiet ones. */
function useQuietNote(reminder: Reminder): string | null {
  const { t } = useLingui();
  const { isOn, at, quietTo } = reminder;
  if (!isOn || !isQuiet(reminder, at)) return null;
  return at < quietTo ? t`This is a quiet hour: it comes at ${quietTo}` : t`This is a quiet hour: it will not come`;
}

const halfHours = Array.from(
  { length: 48 },
  (_, index) => `${String(Math.floor(index / 2)).padStart(2, '0')}:${index % 2 === 0 ? '00' : '30'}`,
);

interface TimeProps {
  readonly label: string;
  readonly value: string;
  readonly isDisabled: boolean;
  readonly onChange: (time: string) => void;
}

function Time({ label, value, isDisabled, onChange }: TimeProps) {
  const times = halfHours.includes(value) ? halfHours : [...halfHours, value].toSorted();
  return (
    <Select
      label={label}
      isLabelHidden
      options={times.map((time) => ({ id: time, label: time }))}
      value={value}
      onChange={onChange}
      isDisabled={isDisabled}
      className={styles.time}
    />
  );
}
