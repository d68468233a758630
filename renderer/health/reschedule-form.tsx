import { useLingui } from '@lingui/react/macro';
import { dayOfTerm } from '../../shared/health/snooze-days.ts';
import { Calendar } from '../ui/calendar.tsx';
import { ChipButton } from '../ui/chip.tsx';
import { today as todayNow } from '../ui/clock.ts';
import { moveTask } from './attention-commands.ts';
import styles from './forms.module.css';

export interface RescheduleFormProps {
  readonly taskId: string;
  readonly dueOn: string;
  readonly onDone: () => void;
}

/** One press moves the task: to a near day, or to any of the month. */
export function RescheduleForm({ taskId, dueOn, onDone }: RescheduleFormProps) {
  const { t } = useLingui();
  const today = todayNow();
  const move = async (day: string) => {
    if (day === dueOn || (await moveTask(taskId, day))) onDone();
  };
  const near = [
    { label: t`Tomorrow`, day: dayOfTerm('tomorrow', today) },
    { label: t`Next week`, day: dayOfTerm('next_week', today) },
    { label: t`In 2 weeks`, day: dayOfTerm('two_weeks', today) },
  ];
  return (
    <div className={styles.days}>
      <div className={styles.chips}>
        {near.map(({ label, day }) => (
          <ChipButton key={label} onPress={() => void move(day)}>
            {label}
          </ChipButton>
        ))}
      </div>
      <Calendar
        min={today}
        label={t`New day of the task`}
        value={dueOn < today ? today : dueOn}
        onChange={(day) => void move(day)}
      />
    </div>
  );
}
