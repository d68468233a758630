import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { CalendarFile, CalendarView } from '../../../shared/contract/work-calendars.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { ToggleChip } from '../../ui/chip.tsx';
import { useToday } from '../../ui/clock.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SavedField } from '../../ui/saved-field.tsx';
import { Select } from '../../ui/select.tsx';
import { secretWarning } from '../../ui/secret-warning.ts';
import { useLanguage } from '../../ui/session.ts';
import { AfterPause, Skeleton } from '../../ui/skeleton.tsx';
import { showProblem } from '../../ui/toast.ts';
import page from '../settings-page.module.css';
import { CalendarMenu } from './calendar-menu.tsx';
import { loadCalendars, useCalendars } from './calendars-store.ts';
import { changeCalendar } from './change-calendar.ts';
import { dayWords, weekdayName, weekdaysFrom } from './day-words.ts';
import { ImportCalendar } from './import-calendar.tsx';
import { RedateDialog } from './redate-dialog.tsx';
import { SpecialDays } from './special-days.tsx';
import styles from './working-days-section.module.css';
import { YearView } from './year-view.tsx';
import yearStyles from './year-view.module.css';

/** The calendar that due dates are counted with: which one it is, and every day of it. */
export function WorkingDaysSection() {
  const { t } = useLingui();
  const { status, chosen, calendars } = useCalendars();
  const calendar = calendars.find(({ code }) => code === chosen);
  if (status === 'failed') return <Button onPress={() => void loadCalendars()}>{t`Read the calendars again`}</Button>;
  if (calendar === undefined) {
    return (
      <AfterPause>
        <Skeleton height={320} />
      </AfterPause>
    );
  }
  return (
    <>
      <p
        className={page.text}
      >{t`Due dates of a handoff fall on working days. Press a day to take it off or to work on it.`}</p>
      <Head calendar={calendar} calendars={calendars} />
      <Week calendar={calendar} />
      <Year calendar={calendar} />
      <RedateDialog />
    </>
  );
}

interface CalendarProps {
  readonly calendar: CalendarView;
}

function Head({ calendar, calendars }: CalendarProps & { readonly calendars: readonly CalendarView[] }) {
  const { t } = useLingui();
  const language = useLanguage();
  const [file, setFile] = useState<CalendarFile | null>(null);
  const choose = () => {
    call('settings.readCalendarFile', {}).then((reply) => {
      if (reply.file !== null) setFile(reply.file);
    }, showProblem);
  };
  const changed = t({ message: 'changed', context: 'a calendar' });
  return (
    <>
      <div className={styles.head}>
        <Select
          className={styles.calendar}
          label={t`Calendar`}
          options={calendars.map(({ code, label, isChanged }) => ({
            id: code,
            label: label[language],
            ...(isChanged ? { detail: changed } : {}),
          }))}
          value={calendar.code}
          onChange={(code) => {
            if (code !== calendar.code) void changeCalendar({ kind: 'choose', code });
          }}
        />
        <Button onPress={choose}>{t`Import a file…`}</Button>
        <CalendarMenu calendar={calendar} />
      </div>
      {calendar.isOwn && (
        <div className={styles.name}>
          <SavedField
            label={t({ message: 'Name', context: 'of a calendar' })}
            isRequired
            maxLength={200}
            warningFor={secretWarning}
            saved={calendar.label[language]}
            onSave={(name) => changeCalendar({ kind: 'rename', code: calendar.code, name })}
          />
        </div>
      )}
      {file !== null && (
        <ImportCalendar calendar={calendar} file={file} onClose={() => setFile(null)} onChooseAgain={choose} />
      )}
    </>
  );
}

function Week({ calendar: { code, weekend } }: CalendarProps) {
  const { t } = useLingui();
  const language = useLanguage();
  return (
    <div className={styles.week} role="group" aria-labelledby="working-week">
      <span id="working-week" className={styles.label}>
        {t`The working week`}
      </span>
      <div className={styles.chips}>
        {weekdaysFrom(language).map((weekday) => (
          <ToggleChip
            key={weekday}
            isSelected={!weekend.includes(weekday)}
            onChange={(isWorked) => void changeCalendar({ kind: 'weekday', code, weekday, isWorked })}
          >
            {weekdayName(language, weekday)}
          </ToggleChip>
        ))}
      </div>
    </div>
  );
}

function Year({ calendar }: CalendarProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  return (
    <>
      <div className={styles.years}>
        <h3 className={styles.year} aria-live="polite">
          {year}
        </h3>
        <IconButton
          icon="left"
          label={t`The year before`}
          isDisabled={year <= 2000}
          onPress={() => setYear(year - 1)}
        />
        <IconButton
          icon="right"
          label={t`The year after`}
          isDisabled={year >= 2099}
          onPress={() => setYear(year + 1)}
        />
      </div>
      {calendar.gap !== null && year >= calendar.gap.fromYear && (
        <p className={styles.gap}>
          <Icon name="calendar" />
          {calendar.gap.note[language]}
        </p>
      )}
      <YearView calendar={calendar} year={year} />
      <ul className={yearStyles.legend} aria-label={t`What the days look like`}>
        {(['works', 'weekend', 'off', 'moved'] as const).map((state) => (
          <li key={state}>
            <span className={yearStyles.day} data-state={state} aria-hidden="true">
              12
            </span>
            {dayWords(state)}
          </li>
        ))}
        <li>
          <span className={yearStyles.day} data-state="works" data-own="" aria-hidden="true">
            12
          </span>
          {t`changed by you`}
        </li>
      </ul>
      <SpecialDays calendar={calendar} year={year} />
    </>
  );
}
