import { type CalendarDate, parseDate } from '@internationalized/date';
import { useLingui } from '@lingui/react/macro';
import { Button, DateInput, DatePicker, DateSegment, Dialog, Group, Popover } from 'react-aria-components';
import { DayGrid } from './calendar.tsx';
import styles from './date-field.module.css';
import { FieldLabel, FieldNotes, type FieldProps } from './field.tsx';
import fieldStyles from './field.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import listStyles from './option-list.module.css';
import popup from './popup.module.css';

export interface DateFieldProps extends FieldProps {
  /** `YYYY-MM-DD` or null. */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  /** The focus left the field and its calendar. */
  readonly onBlur?: () => void;
  /** The calendar closed: a day was picked, or nothing. */
  readonly onClose?: () => void;
  readonly min?: string;
  readonly max?: string;
  readonly isDisabled?: boolean;
  readonly className?: string | undefined;
}

/** A calendar day: typed part by part or picked. */
export function DateField(props: DateFieldProps) {
  const { t } = useLingui();
  const { label, isLabelHidden = false, aside, hint, error, size = 'medium' } = props;
  const { value, onChange, onBlur, onClose, min, max, isDisabled = false, className } = props;
  return (
    <DatePicker<CalendarDate>
      value={toDate(value)}
      onChange={(date) => onChange(date?.toString() ?? null)}
      {...(onBlur === undefined ? {} : { onBlur })}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose?.();
      }}
      {...(min === undefined ? {} : { minValue: parseDate(min) })}
      {...(max === undefined ? {} : { maxValue: parseDate(max) })}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      shouldForceLeadingZeros
      className={classNames(fieldStyles.field, size === 'large' && fieldStyles.large, className)}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} {...(aside === undefined ? {} : { aside })} />
      <Group className={fieldStyles.box ?? ''}>
        <DateInput className={styles.input ?? ''}>
          {(segment) => <DateSegment segment={segment} className={styles.segment ?? ''} />}
        </DateInput>
        <Button className={styles.button ?? ''}>
          <Icon name="calendar" />
        </Button>
      </Group>
      <FieldNotes hint={hint} error={error} />
      <Popover className={classNames(popup.surface, listStyles.popover, styles.popover)} offset={4}>
        <Dialog className={styles.dialog ?? ''} aria-label={t`Calendar`}>
          <DayGrid />
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

function toDate(day: string | null): CalendarDate | null {
  return day === null ? null : parseDate(day);
}
