import { type CalendarDate, parseDate } from '@internationalized/date';
import { useLingui } from '@lingui/react/macro';
import { useContext, useEffect, useEffectEvent, useRef } from 'react';
import {
  Button,
  DateFieldStateContext,
  DateInput,
  DatePicker,
  DateSegment,
  type DateSegmentProps,
  Dialog,
  Group,
  Popover,
} from 'react-aria-components';
import { DayGrid } from './calendar.tsx';
import styles from './date-field.module.css';
import { FieldLabel, FieldNotes, type FieldProps } from './field.tsx';
import fieldStyles from './field.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import listStyles from './option-list.module.css';
import popup from './popup.module.css';
import { type TypedDay, type TypedDayProps, useTypedDay } from './typed-day.ts';

export interface DateFieldProps extends FieldProps, TypedDayProps {
  /** The focus left the field and its calendar. */
  readonly onBlur?: () => void;
  /** The calendar closed: a day was picked, or nothing. */
  readonly onClose?: () => void;
  readonly min?: string;
  readonly max?: string;
  readonly isDisabled?: boolean;
  readonly className?: string | undefined;
}

/** A calendar day, `YYYY-MM-DD` or null: typed part by part or picked. */
export function DateField(props: DateFieldProps) {
  const { t } = useLingui();
  const { label, isLabelHidden = false, aside, hint, error, size = 'medium' } = props;
  const { onBlur, onClose, min, max, isDisabled = false, className } = props;
  const box = useRef<HTMLDivElement>(null);
  const typed = useTypedDay(box, props);
  const problem = typed.problem ?? error;
  return (
    <DatePicker<CalendarDate>
      ref={box}
      value={typed.value}
      onChange={typed.onChange}
      onBlur={() => {
        typed.onBlur();
        onBlur?.();
      }}
      onOpenChange={(isOpen) => {
        if (isOpen) typed.settle();
        else onClose?.();
      }}
      {...(min === undefined ? {} : { minValue: parseDate(min) })}
      {...(max === undefined ? {} : { maxValue: parseDate(max) })}
      isDisabled={isDisabled}
      isInvalid={problem !== undefined}
      data-unfinished={typed.isUnfinished ? '' : undefined}
      shouldForceLeadingZeros
      className={classNames(fieldStyles.field, size === 'large' && fieldStyles.large, className)}
    >
      <FieldLabel label={label} isLabelHidden={isLabelHidden} {...(aside === undefined ? {} : { aside })} />
      <Group className={fieldStyles.box ?? ''}>
        <div className={styles.parts} onKeyDownCapture={typed.onKeyDown}>
          <DateInput className={styles.input ?? ''}>
            {(segment) => <Part segment={segment} watch={typed.watch} />}
          </DateInput>
        </div>
        <Button className={styles.button ?? ''}>
          <Icon name="calendar" />
        </Button>
      </Group>
      <FieldNotes hint={hint} error={problem} />
      <Popover className={classNames(popup.surface, listStyles.popover, styles.popover)} offset={4}>
        <Dialog className={styles.dialog ?? ''} aria-label={t`Calendar`}>
          <DayGrid />
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

/** Day, month, year, or what stands between them. */
function Part({ segment, watch }: Pick<DateSegmentProps, 'segment'> & Pick<TypedDay, 'watch'>) {
  const state = useContext(DateFieldStateContext);
  const tell = useEffectEvent(watch);
  useEffect(() => tell(state), [state]);
  return <DateSegment segment={segment} className={styles.segment ?? ''} />;
}
