import { useLingui } from '@lingui/react/macro';
import type { FilterName, FoundFilter } from '../../../shared/search-query.ts';
import { useToday } from '../clock.ts';
import { formatDay, formatSince } from '../format.ts';
import { kindLooks } from '../note-kinds.ts';
import { useLanguage } from '../session.ts';

/** A filter in force, in words. */
export function useFilterWords(): (filter: FoundFilter) => string {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  return (filter) => {
    switch (filter.name) {
      case 'client': {
        const name = filter.value;
        return t`client ${name}`;
      }
      case 'kind': {
        const label = kindLooks.find(({ id }) => id === filter.value)?.label;
        const kind = label === undefined ? filter.value : t(label).toLowerCase();
        return t`kind: ${kind}`;
      }
      case 'after':
        return formatSince(language, filter.value, today);
      case 'before': {
        const day = formatDay(language, filter.value, today);
        return t({ message: `before ${day}`, context: 'search' });
      }
      case 'task':
        return t`with a task`;
      case 'open':
        return t`still open`;
    }
  };
}

/** What each filter is for. */
export function useFilterHints(): Readonly<Record<FilterName, string>> {
  const { t } = useLingui();
  return {
    client: t`Only what belongs to one client`,
    kind: t`Only notes of one kind`,
    after: t`From a day on, for example 2026-11 or “last Tuesday”`,
    before: t`Before a day`,
    task: t`Only notes with a task, and tasks`,
    open: t`Only what is still open: tasks, notes with an open one, handoffs`,
  };
}
