import { Button } from 'react-aria-components';
import { Calendar } from '../../ui/calendar.tsx';
import { useToday } from '../../ui/clock.ts';
import { formatShortDay } from '../../ui/format.ts';
import { Popover } from '../../ui/popover.tsx';
import { useLanguage } from '../../ui/session.ts';
import styles from './day-chip.module.css';

export interface DayChipProps {
  /** Names the day: "Told on". */
  readonly label: string;
  readonly day: string;
  /** It cannot have been before this one. */
  readonly min?: string | null;
  readonly onChange: (day: string) => void;
}

/** The day on which something happened, so never one that is ahead; pressed, another can be picked. */
export function DayChip({ label, day, min = null, onChange }: DayChipProps) {
  const language = useLanguage();
  const today = useToday();
  const words = formatShortDay(language, day, today);
  return (
    <Popover
      label={label}
      placement="bottom start"
      trigger={
        <Button className={styles.day ?? ''} aria-label={`${label}: ${words}`}>
          <time dateTime={day}>{words}</time>
        </Button>
      }
    >
      {(close) => (
        <Calendar
          label={label}
          autoFocus
          value={day}
          max={today}
          {...(min === null ? {} : { min })}
          onChange={(picked) => {
            close();
            if (picked !== day) onChange(picked);
          }}
        />
      )}
    </Popover>
  );
}
