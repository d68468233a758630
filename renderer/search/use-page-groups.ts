import { useLingui } from '@lingui/react/macro';
import { searchCountLimit, type SearchGroup, searchGroups, type SearchHit } from '../../shared/contract/search.ts';
import { replaceRoute, type SearchRoute } from '../ui/navigation.ts';
import { isMoreThan, shownCount } from '../ui/search/counts.ts';
import { openHit } from '../ui/search/open-hit.ts';
import { forgetSearches, useRecentSearches } from '../ui/search/recent-searches.ts';
import { plain, type Row, type RowGroup } from '../ui/search/rows.ts';
import type { SearchState } from '../ui/search/use-search.ts';
import { useClientNames, useSuggestions } from '../ui/search/use-suggestions.ts';
import { useGroupWords } from './group-words.ts';
import { useHitRow } from './use-hit-row.ts';

/** Of each group while all are shown. */
const hitsPerGroup = 6;
/** Of one group, and so many more each time. */
const hitsInGroup = 50;

export function limitOf({ group, limit = hitsInGroup }: SearchRoute): number {
  return group === null ? hitsPerGroup : limit;
}

export interface PageSearch {
  readonly route: SearchRoute;
  /** Something can be looked for, not only begun. */
  readonly isAsking: boolean;
  readonly search: SearchState;
  readonly setText: (text: string) => void;
}

export function usePageGroups({ route, isAsking, search, setText }: PageSearch): readonly RowGroup[] {
  const values = useSuggestions(route.text, useClientNames(), setText);
  const searches = useSearches(setText);
  const found = useFound(route, search);
  if (values !== null) return [values, ...found];
  return isAsking ? found : searches;
}

function useSearches(setText: (text: string) => void): readonly RowGroup[] {
  const { t } = useLingui();
  const texts = useRecentSearches();
  if (texts.length === 0) return [];
  const rows = texts.map((text): Row => ({
    id: `search ${text}`,
    icon: 'past',
    title: plain(text),
    run: () => setText(text),
  }));
  const forget: Row = {
    id: 'forget',
    icon: 'close',
    title: plain(t`Forget these searches`),
    run: () => void forgetSearches(),
  };
  return [{ id: 'searches', label: t`Recent searches`, rows: [...rows, forget] }];
}

function useFound(route: SearchRoute, { text, found }: SearchState): readonly RowGroup[] {
  const { t } = useLingui();
  const labels = useGroupWords();
  const hitRow = useHitRow();
  const open = (hit: SearchHit, rowId: string) => {
    replaceRoute({ ...route, openedId: rowId });
    openHit(hit, text);
  };
  const more = (group: SearchGroup, shown: number): readonly Row[] => {
    const mayGoOn = shown >= limitOf(route) && isMoreThan(shown, found, [group]);
    if (found.total[group] <= shown && !mayGoOn) return [];
    const count = shownCount(found, [group]);
    const row = { id: `more ${group}`, icon: 'down' as const };
    if (route.group === null) {
      return [{ ...row, title: plain(t`Show all: ${count}`), run: () => replaceRoute({ ...route, group }) }];
    }
    if (shown >= searchCountLimit) return [];
    const limit = Math.min(shown + hitsInGroup * 3, searchCountLimit);
    return [{ ...row, title: plain(t`Show more`), run: () => replaceRoute({ ...route, limit }) }];
  };
  return searchGroups
    .map((group): RowGroup => {
      const own = found.hits.filter((hit) => hit.group === group);
      const rows = own.map((hit) => hitRow(hit, open));
      return {
        id: group,
        label: labels[group],
        total: shownCount(found, [group]),
        rows: [...rows, ...more(group, own.length)],
      };
    })
    .filter(({ id, rows }) => rows.length > 0 && (route.group === null || route.group === id));
}
