import { useLingui } from '@lingui/react/macro';
import type { CalendarView } from '../../../shared/contract/work-calendars.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useLanguage } from '../../ui/session.ts';
import { changeCalendar } from './change-calendar.ts';

/** What is seldom needed of a calendar. */
export function CalendarMenu({ calendar }: { readonly calendar: CalendarView }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { code, isOwn, isChanged } = calendar;
  const name = calendar.label[language];
  const copy = {
    id: 'copy',
    label: t`Make a copy`,
    icon: 'document',
    onAction: () => {
      const words = t({ message: `${name}, copy`, context: 'a calendar' });
      void changeCalendar(
        { kind: 'copy', code, name: Array.from(words).slice(0, 200).join('') },
        t`The copy is in force now`,
      );
    },
  } as const;
  const reset = {
    id: 'reset',
    label: t`Bring back the original`,
    icon: 'undo',
    onAction: () => void changeCalendar({ kind: 'reset', code }, t`${name} is as it was`),
  } as const;
  const remove = {
    id: 'remove',
    label: t`Remove the calendar`,
    icon: 'trash',
    onAction: () => void changeCalendar({ kind: 'remove', code }, t`The calendar is removed: ${name}`),
  } as const;
  return (
    <Menu
      label={t`More about the calendar`}
      groups={[{ id: 'calendar', entries: [copy, ...(isChanged ? [reset] : []), ...(isOwn ? [remove] : [])] }]}
    >
      <IconButton icon="more" label={t`More about the calendar`} />
    </Menu>
  );
}
