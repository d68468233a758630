import { useLingui } from '@lingui/react/macro';
import { type SearchGroup, searchGroups } from '../../shared/contract/search.ts';
import { filtersIn, withoutFilter, withoutFilters } from '../../shared/search-query.ts';
import { Button } from '../ui/button.tsx';
import { useToday } from '../ui/clock.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { navigate, openOverlay } from '../ui/navigation.ts';
import { isMoreThan, shownCount } from '../ui/search/counts.ts';
import { useFilterWords } from '../ui/search/filter-words.ts';
import type { SearchState } from '../ui/search/use-search.ts';
import { useGroupWords } from './group-words.ts';

export interface NoResultsProps {
  readonly text: string;
  readonly group: SearchGroup | null;
  readonly found: SearchState['found'];
  readonly onText: (text: string) => void;
  readonly onAllGroups: () => void;
}

/** What was looked for, in words, and the ways on. */
export function NoResults({ text, group, found, onText, onAllGroups }: NoResultsProps) {
  const { t } = useLingui();
  const today = useToday();
  const filterWords = useFilterWords();
  const groupWords = useGroupWords();
  const filters = filtersIn(text, today);
  const words = withoutFilters(text, today);
  const place = group === null ? '' : groupWords[group].toLowerCase();
  const isElsewhere = isMoreThan(0, found, searchGroups);
  const count = shownCount(found, searchGroups);
  const asked = [
    ...(words === '' ? [] : [/\s/.test(words) ? t`all words of “${words}”` : t`the word “${words}”`]),
    ...(place === '' ? [] : [t`only: ${place}`]),
    ...filters.map(filterWords),
  ].join(', ');
  return (
    <EmptyState
      title={t`Nothing found`}
      actions={
        <>
          {words !== '' && (
            <Button look="primary" onPress={() => openOverlay({ name: 'quick-note', text: words })}>
              {t`New note “${words}”`}
            </Button>
          )}
          {group !== null && isElsewhere && <Button onPress={onAllGroups}>{t`In all groups: ${count}`}</Button>}
          {filters.map((filter) => {
            const words = filterWords(filter);
            return (
              <Button key={filter.name} onPress={() => onText(withoutFilter(text, filter))}>
                {t`Without the filter “${words}”`}
              </Button>
            );
          })}
          <Button look="quiet" onPress={() => navigate({ name: 'trash' })}>{t`Look in the trash`}</Button>
        </>
      }
    >
      {t`Looked for: ${asked}.`}
    </EmptyState>
  );
}
