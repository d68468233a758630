import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useRef, useState } from 'react';
import { addDays, type Day, weekdayOf } from '../../../shared/calendar.ts';
import type { CalendarView, SpecialDay } from '../../../shared/contract/work-calendars.ts';
import { announce } from '../../ui/announce.ts';
import { useToday } from '../../ui/clock.ts';
import { formatMonthName, formatWeekday } from '../../ui/format.ts';
import { useLanguage } from '../../ui/session.ts';
import { changeCalendar } from './change-calendar.ts';
import { dayWords, isWorked, stateIn, weekdayName, weekdaysFrom } from './day-words.ts';
import styles from './year-view.module.css';

const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

interface YearViewProps {
  readonly calendar: CalendarView;
  readonly year: number;
}

/** Twelve small months; a press makes a day off of a working day and the other way round. */
export function YearView({ calendar, year }: YearViewProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const box = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<Day>(today);
  // One day of the year takes the Tab key: where the keyboard was last, today, or the first of January.
  const entry = current.startsWith(`${year}`) ? current : today.startsWith(`${year}`) ? today : `${year}-01-01`;
  const special = new Map(calendar.days.map((each) => [each.day, each]));

  const goTo = (day: Day) => {
    const inYear = day < `${year}-01-01` ? `${year}-01-01` : day > `${year}-12-31` ? `${year}-12-31` : day;
    setCurrent(inYear);
    box.current?.querySelector<HTMLElement>(`[data-day="${inYear}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = dayByKey(event.key, entry);
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    goTo(next);
  };
  const toggle = async (day: Day) => {
    setCurrent(day);
    const now = isWorked(stateIn(calendar, special.get(day), day));
    const isDone = await changeCalendar({ kind: 'days', code: calendar.code, days: [{ day, isWorked: !now }] });
    const name = formatWeekday(language, day, today);
    if (isDone) announce(`${name}: ${now ? dayWords('off') : dayWords('works')}`);
  };
  return (
    <div ref={box} className={styles.year} role="group" aria-label={t`Year ${String(year)}`} onKeyDown={onKeyDown}>
      {months.map((month) => (
        <Month
          key={month}
          calendar={calendar}
          special={special}
          firstOn={`${year}-${month}-01`}
          entry={entry}
          onToggle={(day) => void toggle(day)}
        />
      ))}
    </div>
  );
}

/** Where an arrow or a page key leads; null for any other key. */
function dayByKey(key: string, day: Day): Day | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'PageUp':
      return addDays(day, -28);
    case 'PageDown':
      return addDays(day, 28);
    case 'Home':
      return `${day.slice(0, 8)}01`;
    case 'End':
      return daysOf(`${day.slice(0, 8)}01`).at(-1) ?? day;
    default:
      return null;
  }
}

function daysOf(firstOn: Day): readonly Day[] {
  const month = firstOn.slice(0, 7);
  return Array.from({ length: 31 }, (_, index) => addDays(firstOn, index)).filter((day) => day.startsWith(month));
}

interface MonthProps {
  readonly calendar: CalendarView;
  readonly special: ReadonlyMap<Day, SpecialDay>;
  readonly firstOn: Day;
  readonly entry: Day;
  readonly onToggle: (day: Day) => void;
}

function Month({ calendar, special, firstOn, entry, onToggle }: MonthProps) {
  const language = useLanguage();
  const name = formatMonthName(language, firstOn);
  const week = weekdaysFrom(language);
  const before = week.indexOf(weekdayOf(firstOn));
  const cells = [...Array.from({ length: before }, () => null), ...daysOf(firstOn)];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, row) => cells.slice(row * 7, row * 7 + 7));
  return (
    <table role="grid" className={styles.month} aria-label={name}>
      <caption className={styles.name}>{name}</caption>
      <thead>
        <tr>
          {week.map((weekday) => (
            <th key={weekday} scope="col" className={styles.weekday}>
              {weekdayName(language, weekday).slice(0, 2)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((days) => (
          <tr key={days.find((day) => day !== null)}>
            {days.map((day, index) =>
              day === null ? (
                <td key={index} />
              ) : (
                <td key={day}>
                  <DayButton
                    calendar={calendar}
                    special={special.get(day)}
                    day={day}
                    isEntry={day === entry}
                    onToggle={onToggle}
                  />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayButtonProps {
  readonly calendar: CalendarView;
  readonly special: SpecialDay | undefined;
  readonly day: Day;
  readonly isEntry: boolean;
  readonly onToggle: (day: Day) => void;
}

function DayButton({ calendar, special, day, isEntry, onToggle }: DayButtonProps) {
  const language = useLanguage();
  const today = useToday();
  const state = stateIn(calendar, special, day);
  const title = special?.title[language] ?? '';
  const words = [`${formatWeekday(language, day, today)}: ${dayWords(state)}`, title].filter(Boolean).join(', ');
  return (
    <button
      type="button"
      className={styles.day}
      data-day={day}
      data-state={state}
      data-own={special?.isOwn === true ? '' : undefined}
      data-today={day === today ? '' : undefined}
      tabIndex={isEntry ? 0 : -1}
      aria-label={words}
      title={title === '' ? dayWords(state) : `${title}: ${dayWords(state)}`}
      onClick={() => onToggle(day)}
    >
      {Number(day.slice(8))}
    </button>
  );
}
