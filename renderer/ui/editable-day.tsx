import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { useToday } from './clock.ts';
import { DateField } from './date-field.tsx';
import styles from './editable-day.module.css';
import { formatDay, formatShortDay } from './format.ts';
import { Popover } from './popover.tsx';
import { useLanguage } from './session.ts';
import { useDraft } from './use-draft.ts';

export interface EditableDayProps {
  /** Names the day: "Renewal". */
  readonly label: string;
  /** What the day belongs to, for those who hear the page: "Domain". */
  readonly of?: string;
  readonly value: string | null;
  /** Gets a day that differs. Answers false when it was refused. */
  readonly onCommit: (day: string | null) => Promise<boolean>;
  /** Shown and pressed where there is no day. */
  readonly placeholder: string;
  /** The day can be taken away. */
  readonly allowsEmpty?: boolean;
  readonly max?: string;
  /** Why a day cannot be saved: said at once, and the day stays in the field. */
  readonly problemOf?: (day: string) => string | undefined;
  /** What its colour tells, for those who hear the page: "overdue". */
  readonly remark?: string;
  /** Shown instead of the short form. */
  readonly children?: ReactNode;
  readonly className?: string | undefined;
}

/** A day that is edited where it stands: pressed, it opens a field and a calendar. */
export function EditableDay(props: EditableDayProps) {
  const { label, of, value, placeholder, remark, children, className } = props;
  const language = useLanguage();
  const today = useToday();
  const day = value === null ? placeholder : formatShortDay(language, value, today);
  const words = [typeof children === 'string' ? children : day, remark].filter(Boolean).join(', ');
  const name = of === undefined ? label : `${label} (${of})`;
  return (
    <Popover
      label={name}
      placement="bottom start"
      trigger={
        <AriaButton
          aria-label={`${name}: ${words}`}
          className={classNames(styles.day, value === null && styles.none, className)}
        >
          {children ?? day}
        </AriaButton>
      }
    >
      {(close) => <DayForm {...props} onDone={close} />}
    </Popover>
  );
}

type DayFormProps = Pick<
  EditableDayProps,
  'label' | 'of' | 'value' | 'onCommit' | 'allowsEmpty' | 'max' | 'problemOf'
> & {
  readonly onDone: () => void;
};

/** What such a day opens; for a popover whose button is another one. */
export function DayForm(props: DayFormProps) {
  const { t } = useLingui();
  const { label, of, value, onCommit, allowsEmpty = false, max, problemOf, onDone } = props;
  const language = useLanguage();
  const today = useToday();
  const field = useRef<HTMLDivElement>(null);
  // The partner asked for this field a moment ago.
  useEffect(() => field.current?.querySelector<HTMLElement>('[role="spinbutton"]')?.focus(), []);
  const problem = (day: string) =>
    problemOf?.(day) ?? (max !== undefined && day > max ? t`This day is still to come` : undefined);
  // A year that is being typed passes through years that nobody means: the day is saved on leaving it.
  const draft = useDraft({
    field,
    label: of === undefined ? label : `${label} (${of})`,
    save: async (text) => {
      const day = text === '' ? null : text;
      if (day === value || (day === null && !allowsEmpty)) return true;
      return day !== null && problem(day) !== undefined ? false : onCommit(day);
    },
    problemOf: (text) => (text === '' ? undefined : problem(text)),
    wordsOf: (text) => (text === '' ? '' : formatDay(language, text, today)),
  });
  const shown = draft.text === null ? value : draft.text || null;
  const takeAway = async () => {
    draft.type('');
    if (await draft.commit()) onDone();
  };
  return (
    <div className={styles.form}>
      <div
        ref={field}
        onKeyDownCapture={({ key, target }) => {
          // Escape closes the small form, and what was typed is not meant.
          if (key === 'Escape' && target instanceof Element && target.role === 'spinbutton') draft.type(null);
        }}
      >
        <DateField
          label={label}
          value={shown}
          onChange={(day) => draft.type(day ?? '')}
          onEnter={() => void draft.commit().then((isKept) => isKept && onDone())}
          onBlur={() => void draft.commit()}
          onLeave={draft.commit}
          error={shown === null ? undefined : problem(shown)}
          {...(max === undefined ? {} : { max })}
        />
      </div>
      {allowsEmpty && value !== null && (
        <Button look="quiet" size="small" onPress={() => void takeAway()}>{t`Without a date`}</Button>
      )}
    </div>
  );
}
