import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useId, useRef } from 'react';
import { searchCountLimit, type SearchGroup, searchGroups } from '../../shared/contract/search.ts';
import { asksForSomething } from '../../shared/search-query.ts';
import { Button } from '../ui/button.tsx';
import { useToday } from '../ui/clock.ts';
import { useCommands } from '../ui/commands.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { sentenceFor } from '../ui/error-sentences.ts';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { goBack, openOverlay, replaceRoute, type SearchRoute } from '../ui/navigation.ts';
import { Page } from '../ui/page.tsx';
import { isMoreThan, shownCount } from '../ui/search/counts.ts';
import { IndexNotice } from '../ui/search/index-notice.tsx';
import { ResultList } from '../ui/search/result-list.tsx';
import { SearchInput } from '../ui/search/search-input.tsx';
import { type ChosenRow, useChosenRow } from '../ui/search/use-chosen-row.ts';
import { useCountSpoken } from '../ui/search/use-count-spoken.ts';
import { type Search, type SearchState, useSearch } from '../ui/search/use-search.ts';
import { Segmented } from '../ui/segmented.tsx';
import { AfterPause, Skeleton } from '../ui/skeleton.tsx';
import { useRememberedScroll, useReturningFocus } from '../ui/way-back.ts';
import { FilterBar } from './filter-bar.tsx';
import { useGroupWords } from './group-words.ts';
import { NoResults } from './no-results.tsx';
import searchText from '../ui/search/search-text.module.css';
import styles from './search-page.module.css';
import { limitOf, usePageGroups } from './use-page-groups.ts';

/** Everything that was found: one field, all groups or one, and what narrows a search. */
export function SearchPage({ route }: { readonly route: SearchRoute }) {
  const { t } = useLingui();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const { text, group, openedId } = route;
  const isAsking = asksForSomething(text, useToday());
  const search = useSearch({ text, limit: limitOf(route), group });
  const isAnswered = search.text === text && search.group === group;
  const focusField = () => {
    field.current?.focus();
    requestAnimationFrame(() => {
      // The text may just have got something at its end.
      const end = field.current?.value.length ?? 0;
      field.current?.setSelectionRange(end, end);
    });
  };
  const setText = (next: string) => replaceRoute({ name: 'search', text: next, group });
  const putText = (next: string) => {
    setText(next);
    focusField();
  };
  const setGroup = (next: SearchGroup | null) => replaceRoute({ name: 'search', text, group: next });
  const groups = usePageGroups({ route, isAsking, search, setText: putText });
  const rows = groups.flatMap((each) => each.rows);
  const question = `${group ?? ''} ${text}`;
  const chosen = useChosenRow({ rows, question, isAnswered: isAnswered || !isAsking, firstId: openedId });
  const keepPlace = useRememberedScroll(`search ${question}`, isAnswered);
  useReturningFocus(isAnswered, { preventScroll: true });
  useCountSpoken(isAsking && isAnswered ? question : null, search.found.hits.length);
  useSearchCommands(() => {
    field.current?.focus();
    field.current?.select();
  });
  return (
    <Page title={t`Search`} className={styles.page}>
      <div className={styles.head}>
        <div className={styles.field} onKeyDown={(event) => onFieldKey(event, chosen)}>
          <Icon name="search" size={18} />
          <SearchInput
            listId={listId}
            hasRows={rows.length > 0}
            active={chosen.active}
            value={text}
            onChange={setText}
            placeholder={t`Words in any form, “a phrase”, client:name`}
            className={searchText.text}
            reference={field}
          />
          {text !== '' && <IconButton icon="close" size="small" label={t`Clear`} onPress={() => putText('')} />}
        </div>
        <FilterBar text={text} onText={putText} />
        {isAsking && <GroupChoice found={search.found} value={group} onChange={setGroup} />}
      </div>
      <div className={styles.scroll} ref={keepPlace}>
        <div className={styles.column}>
          <IndexNotice indexed={search.found.indexed} />
          <Content
            state={stateOf({ isAsking, isAnswered, search, hasRows: rows.length > 0 })}
            route={route}
            search={search}
            onText={putText}
          />
          <ResultList
            listId={listId}
            label={t`Results`}
            groups={groups}
            activeId={chosen.active?.id ?? null}
            onPoint={chosen.point}
          />
          {group !== null &&
            search.found.hits.length >= searchCountLimit &&
            isMoreThan(searchCountLimit, search.found, [group]) && (
              <p className={styles.limit}>{t`These are the newest 500. One more word or a filter finds the rest.`}</p>
            )}
        </div>
      </div>
    </Page>
  );
}

function useSearchCommands(focusField: () => void): void {
  const { t } = useLingui();
  useCommands([
    { id: 'back', label: t`Back`, section: 'go', keys: ['Escape'], isHidden: true, run: goBack },
    {
      id: 'search-field',
      label: t`To the search field`,
      section: 'go',
      keys: ['Slash', 'Mod+Shift+KeyF', 'KeyG KeyF'],
      isHidden: true,
      run: focusField,
    },
  ]);
}

/** As in the palette: the focus stays in the field. */
function onFieldKey(event: KeyboardEvent, chosen: ChosenRow): void {
  if (event.nativeEvent.isComposing) return;
  const { active } = chosen;
  if (event.key === 'ArrowDown') chosen.step(1);
  else if (event.key === 'ArrowUp') chosen.step(-1);
  else if (event.key !== 'Enter') return;
  else if (!event.ctrlKey && !event.metaKey) chosen.run();
  else if (active?.clientId !== undefined) openOverlay({ name: 'quick-note', clientId: active.clientId });
  event.preventDefault();
}

interface GroupChoiceProps {
  readonly found: SearchState['found'];
  readonly value: SearchGroup | null;
  readonly onChange: (group: SearchGroup | null) => void;
}

function GroupChoice({ found, value, onChange }: GroupChoiceProps) {
  const { t } = useLingui();
  const words = useGroupWords();
  return (
    <Segmented<SearchGroup | 'all'>
      label={t`What to show`}
      look="bare"
      segments={[
        { id: 'all', label: t({ message: 'All', context: 'groups of search' }) },
        ...searchGroups.map((id) => ({
          id,
          label: found.total[id] === 0 ? words[id] : `${words[id]}\u00a0${shownCount(found, [id])}`,
        })),
      ]}
      value={value ?? 'all'}
      onChange={(id) => onChange(id === 'all' ? null : id)}
    />
  );
}

type ContentState = 'start' | 'loading' | 'failed' | 'nothing' | 'found';

interface StateParts {
  readonly isAsking: boolean;
  readonly isAnswered: boolean;
  readonly search: SearchState;
  readonly hasRows: boolean;
}

function stateOf({ isAsking, isAnswered, search, hasRows }: StateParts): ContentState {
  if (hasRows) return 'found';
  if (isAnswered && search.problem !== null) return 'failed';
  if (!isAsking) return 'start';
  return isAnswered ? 'nothing' : 'loading';
}

interface ContentProps {
  readonly state: ContentState;
  readonly route: SearchRoute;
  readonly search: Search;
  readonly onText: (text: string) => void;
}

/** What stands in the place of results. */
function Content({ state, route, search, onText }: ContentProps) {
  const { t } = useLingui();
  const { text, group } = route;
  switch (state) {
    case 'start':
      return (
        <EmptyState title={t`What are you looking for?`}>
          {t`Notes, clients, people, tasks and handoffs are searched, in any form of a word.`}
        </EmptyState>
      );
    case 'loading':
      return (
        <AfterPause>
          <div className={styles.loading}>
            <Skeleton height={52} />
            <Skeleton height={52} />
            <Skeleton height={52} />
          </div>
        </AfterPause>
      );
    case 'failed':
      return (
        <EmptyState title={t`The search did not work`} actions={<Button onPress={search.again}>{t`Try again`}</Button>}>
          {sentenceFor(search.problem)}
        </EmptyState>
      );
    case 'nothing':
      return (
        <NoResults
          text={text}
          group={group}
          found={search.found}
          onText={onText}
          onAllGroups={() => replaceRoute({ name: 'search', text, group: null })}
        />
      );
    case 'found':
      return null;
  }
}
