import { msg, plural } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import { isWorkingDay } from '../../../shared/calendar.ts';
import type { CalendarFile, CalendarView, UnreadReason } from '../../../shared/contract/work-calendars.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Fold } from '../../ui/fold.tsx';
import { formatDayOfWeek, formatWholeDay } from '../../ui/format.ts';
import { useLanguage } from '../../ui/session.ts';
import { i18n } from '../../ui/words.ts';
import { changeCalendar } from './change-calendar.ts';
import { dayWords } from './day-words.ts';
import styles from './dialogs.module.css';

interface ImportCalendarProps {
  readonly calendar: CalendarView;
  readonly file: CalendarFile;
  readonly onClose: () => void;
  readonly onChooseAgain: () => void;
}

/** What a calendar file would change, before it is taken. */
export function ImportCalendar({ calendar, file, onClose, onChooseAgain }: ImportCalendarProps) {
  const { t } = useLingui();
  const { fresh, known } = sortOut(calendar, file);
  const count = fresh.length;
  const take = () => {
    onClose();
    const days = fresh.map(({ day, kind, title }) => ({ day, isWorked: kind === 'working', title }));
    const done = t`${plural(count, { one: '#\u00a0day is taken from the file', other: '#\u00a0days are taken from the file' })}`;
    void changeCalendar({ kind: 'days', code: calendar.code, days }, done);
  };
  return (
    <Dialog
      onClose={onClose}
      width="sheet"
      title={file.name}
      lead={
        known === 0
          ? undefined
          : t`${plural(known, { one: '#\u00a0day is in the calendar already', other: '#\u00a0days are in the calendar already' })}`
      }
      actions={
        <>
          <Button look="quiet" onPress={onClose}>{t`Cancel`}</Button>
          <Button autoFocus={count === 0} onPress={onChooseAgain}>{t`Choose another file`}</Button>
          <Button look="primary" autoFocus={count > 0} isDisabled={count === 0} onPress={take}>
            {count === 0
              ? t`Take over`
              : t`${plural(count, { one: 'Take over #\u00a0day', other: 'Take over #\u00a0days' })}`}
          </Button>
        </>
      }
    >
      {/* A list longer than the dialog is scrolled with the keys as well. */}
      <div className={styles.lists} role="group" aria-label={t`Days of the file`} tabIndex={0}>
        {count === 0 && (
          <p className={styles.quiet}>{t`There are no days in this file that the calendar does not have.`}</p>
        )}
        {count > 0 && <FreshDays days={fresh} />}
        <Unread unread={file.unread} />
      </div>
    </Dialog>
  );
}

type FileDay = CalendarFile['days'][number];

/** A weekend that is named once more says nothing new. */
function sortOut(
  calendar: CalendarView,
  file: CalendarFile,
): { readonly fresh: readonly FileDay[]; readonly known: number } {
  const days = Object.fromEntries(calendar.days.map(({ day, kind }) => [day, kind]));
  const fresh = file.days.filter(({ day, kind }) => isWorkingDay({ ...calendar, days }, day) !== (kind === 'working'));
  return { fresh, known: file.days.length - fresh.length };
}

function FreshDays({ days }: { readonly days: readonly FileDay[] }) {
  const { t } = useLingui();
  const language = useLanguage();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t`Day`}</th>
          <th scope="col">{t({ message: 'Becomes', context: 'a day of the calendar' })}</th>
          <th scope="col">{t({ message: 'Name', context: 'of a day' })}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, kind, title }) => (
          <tr key={day}>
            <td className={styles.day}>
              {formatDayOfWeek(language, day)}, {formatWholeDay(language, day)}
            </td>
            <td className={styles.day}>{dayWords(kind === 'working' ? 'works' : 'off')}</td>
            <td>{title}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const reasons: Readonly<Record<UnreadReason, MessageDescriptor>> = {
  has_time: msg`has a time of day: it is no whole day`,
  no_date: msg`no date that can be read`,
  far_away: msg`too long ago or too far ahead`,
  repeats: msg`repeats otherwise than once a year`,
  too_many: msg`too many days at once`,
  damaged: msg`damaged, cannot be read`,
};

function Unread({ unread }: Pick<CalendarFile, 'unread'>) {
  const { t } = useLingui();
  if (unread.length === 0) return null;
  return (
    <Fold title={t`Left out`} summary={String(unread.length)} level={3} memory="calendar left out" isOpenFirst>
      <table className={styles.table}>
        <tbody>
          {unread.map(({ title, reason }, index) => (
            <tr key={index}>
              <td>{title === '' ? t`without a name` : title}</td>
              <td className={styles.reason}>{i18n.t(reasons[reason])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Fold>
  );
}
