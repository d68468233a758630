import { useLingui } from '@lingui/react/macro';
import type { CalendarView, SpecialDay } from '../../../shared/contract/work-calendars.ts';
import { Chip } from '../../ui/chip.tsx';
import { useToday } from '../../ui/clock.ts';
import { EditableText } from '../../ui/editable-text.tsx';
import { formatDayOfWeek, formatShortDay, formatWeekday } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { toFirstButton, useKeptFocus } from '../../ui/kept-focus.ts';
import { secretWarning } from '../../ui/secret-warning.ts';
import { useLanguage } from '../../ui/session.ts';
import page from '../settings-page.module.css';
import { changeCalendar } from './change-calendar.ts';
import { dayWords, stateIn } from './day-words.ts';
import styles from './special-days.module.css';

const longestTitle = 200;

interface SpecialDaysProps {
  readonly calendar: CalendarView;
  readonly year: number;
}

/** The days of the year that differ from their weekday, by name. */
export function SpecialDays({ calendar, year }: SpecialDaysProps) {
  const { t } = useLingui();
  const keepFocus = useKeptFocus<HTMLUListElement, true>(toFirstButton);
  const days = calendar.days.filter(({ day }) => day.startsWith(String(year)));
  return (
    <>
      <h3 className={page.subheading}>{t`Special days of ${String(year)}`}</h3>
      {days.length === 0 && (
        <p className={page.text}>{t`None: every week is like the other. Press a day in the year to take it off.`}</p>
      )}
      <ul {...keepFocus} className={styles.days} aria-label={t`Special days of ${String(year)}`}>
        {days.map((each) => (
          <SpecialDayRow key={each.day} calendar={calendar} special={each} />
        ))}
      </ul>
    </>
  );
}

function SpecialDayRow({ calendar, special }: { readonly calendar: CalendarView; readonly special: SpecialDay }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const { day, kind, title, isOwn } = special;
  const name = formatWeekday(language, day, today);
  const { code } = calendar;
  const isWorked = kind === 'working';
  return (
    <li className={styles.row} data-record={`${code} ${day}`}>
      <span className={styles.day}>
        {formatDayOfWeek(language, day)}, {formatShortDay(language, day, today)}
      </span>
      <span>
        <Chip tone={isWorked ? 'plain' : 'danger'}>{dayWords(stateIn(calendar, special, day))}</Chip>
      </span>
      <span className={styles.title}>
        <EditableText
          label={t`Name of the day: ${name}`}
          value={title[language]}
          placeholder={t`a name, if it has one…`}
          allowsEmpty
          maxLength={longestTitle}
          warningFor={secretWarning}
          onCommit={(text) => changeCalendar({ kind: 'days', code, days: [{ day, isWorked, title: text }] })}
        />
      </span>
      {isOwn && (
        <IconButton
          icon="undo"
          size="small"
          label={t`As it was: ${name}`}
          onPress={() => void changeCalendar({ kind: 'days', code, days: [{ day, isWorked: null }] })}
        />
      )}
    </li>
  );
}
