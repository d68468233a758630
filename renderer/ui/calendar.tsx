import { type CalendarDate, parseDate } from '@internationalized/date';
import {
  Button,
  Calendar as AriaCalendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from 'react-aria-components';
import styles from './calendar.module.css';
import { Icon } from './icon.tsx';

export interface CalendarProps {
  readonly label: string;
  /** `YYYY-MM-DD` or null. */
  readonly value: string | null;
  readonly onChange: (day: string) => void;
  readonly min?: string;
  readonly max?: string;
  /** Where it stands alone in a small form: beside a field, the focus belongs to that. */
  readonly autoFocus?: boolean;
}

/** A month to pick a day from. */
export function Calendar({ label, value, onChange, min, max, autoFocus = false }: CalendarProps) {
  return (
    <AriaCalendar<CalendarDate>
      aria-label={label}
      autoFocus={autoFocus}
      value={value === null ? null : parseDate(value)}
      onChange={(date: CalendarDate) => onChange(date.toString())}
      {...(min === undefined ? {} : { minValue: parseDate(min) })}
      {...(max === undefined ? {} : { maxValue: parseDate(max) })}
      className={styles.calendar ?? ''}
    >
      <MonthBody />
    </AriaCalendar>
  );
}

/** The same month inside a date picker, which gives it value and limits. */
export function DayGrid() {
  return (
    <AriaCalendar className={styles.calendar ?? ''}>
      <MonthBody />
    </AriaCalendar>
  );
}

function MonthBody() {
  return (
    <>
      <header className={styles.header}>
        <Heading className={styles.title ?? ''} />
        <Button slot="previous" className={styles.step ?? ''}>
          <Icon name="right" className={styles.turned} />
        </Button>
        <Button slot="next" className={styles.step ?? ''}>
          <Icon name="right" />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="short" className={styles.grid ?? ''}>
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className={styles.weekday ?? ''}>{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell date={date} className={styles.day ?? ''} />}</CalendarGridBody>
      </CalendarGrid>
    </>
  );
}
