import { Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useId, useState } from 'react';
import { filterSpellings } from '../../shared/search-query.ts';
import { Dialog } from '../ui/dialog.tsx';
import { sentenceFor } from '../ui/error-sentences.ts';
import { Icon } from '../ui/icon.tsx';
import { matchesStroke, parseKeys } from '../ui/keys.ts';
import { closeOverlay, openOverlay } from '../ui/navigation.ts';
import { IndexNotice } from '../ui/search/index-notice.tsx';
import { ResultList } from '../ui/search/result-list.tsx';
import type { Row } from '../ui/search/rows.ts';
import { SearchInput } from '../ui/search/search-input.tsx';
import { type ChosenRow, useChosenRow } from '../ui/search/use-chosen-row.ts';
import { useCountSpoken } from '../ui/search/use-count-spoken.ts';
import { useSearch } from '../ui/search/use-search.ts';
import { useLanguage } from '../ui/session.ts';
import searchText from '../ui/search/search-text.module.css';
import styles from './palette.module.css';
import { PaletteFoot } from './palette-foot.tsx';
import { allResultsId, type LimitId, limitOf, newNoteId, type PaletteGroup, visibleGroups } from './rows.ts';
import { useGroups } from './use-rows.ts';

const hitsPerGroup = 5;
const hitsInOneGroup = 50;

/** Search and commands in one list: type, arrows, Enter. */
export function Palette() {
  const { t } = useLingui();
  const listId = useId();
  const [text, setText] = useState('');
  const [only, setOnly] = useState<LimitId | null>(null);
  const search = useSearch({ text, limit: only === null ? hitsPerGroup : hitsInOneGroup });
  const type = (next: string) => {
    setText(next);
    if (next.trim() === '') setOnly(null);
  };
  const allGroups = useGroups({ text, setText: type }, search);
  const groups = visibleGroups(allGroups, only);
  const onlyGroup = allGroups.find(({ id }) => id === only);
  const rows = groups.flatMap((group) => group.rows);
  const isAnswered = text.trim() === '' || search.text === text;
  const chosen = useChosenRow({ rows, question: text, isAnswered });
  const { active } = chosen;
  const activeGroup = groups.find((group) => group.rows.some(({ id }) => id === active?.id));
  const count = foundCount(groups, only);
  const isFruitless = text.trim() !== '' && search.text === text && count === 0 && groups[0]?.id !== 'values';
  useCountSpoken(search.text === '' ? null : `${only ?? ''} ${search.text}`, count);
  const onKeyDown = (event: KeyboardEvent) => {
    const isHandled = onPaletteKey(event, { rows, chosen, activeGroup, only, setOnly });
    if (!isHandled) return;
    event.preventDefault();
    // The dialog would move the focus at Tab.
    event.stopPropagation();
  };
  return (
    <Dialog label={t`Search and commands`} width="palette" onClose={closeOverlay}>
      <div className={styles.palette} onKeyDown={onKeyDown}>
        <div className={styles.field}>
          <Icon name="search" size={18} />
          <SearchInput
            listId={listId}
            hasRows={rows.length > 0}
            active={active}
            value={text}
            onChange={type}
            placeholder={t`Note, client, command`}
            className={searchText.text}
          />
          {onlyGroup !== undefined && (
            <button type="button" className={styles.only} onClick={() => setOnly(null)}>
              {onlyGroup.label}
              <Icon name="close" size={12} />
            </button>
          )}
        </div>
        <IndexNotice indexed={search.found.indexed} />
        {isFruitless && (
          <p className={styles.nothing}>
            {/* Not <Trans>: it would look for elements in the text. */}
            {search.problem === null ? t`Nothing about “${text.trim()}”` : sentenceFor(search.problem)}
          </p>
        )}
        {text.trim() === '' && <FilterHelp />}
        <ResultList
          listId={listId}
          groups={groups}
          activeId={active?.id ?? null}
          onPoint={chosen.point}
          label={t`Results`}
          className={styles.list}
        />
        <PaletteFoot group={activeGroup} isLimited={only !== null} canWrite={active?.clientId !== undefined} />
      </div>
    </Dialog>
  );
}

/** What a search can be narrowed with; quiet, and only before anything is typed. */
function FilterHelp() {
  const spellings = filterSpellings[useLanguage()];
  return (
    <p className={styles.help}>
      <Trans>Narrow a search with</Trans>
      {Object.values(spellings).map((spelling) => (
        <code key={spelling}>{spelling}</code>
      ))}
    </p>
  );
}

/** Commands are offered, not found, unless they alone are asked for. */
function foundCount(groups: readonly PaletteGroup[], only: LimitId | null): number {
  const isFound = ({ id }: PaletteGroup) => id !== 'values' && id !== 'searches' && (id !== 'commands' || id === only);
  return groups.filter(isFound).flatMap(({ rows }) => rows).length;
}

interface PaletteKeys {
  readonly rows: readonly Row[];
  readonly chosen: ChosenRow;
  readonly activeGroup: PaletteGroup | undefined;
  readonly only: LimitId | null;
  readonly setOnly: (group: LimitId | null) => void;
}

/** Tells whether the key was one of the palette's. */
function onPaletteKey(event: KeyboardEvent, keys: PaletteKeys): boolean {
  if (event.nativeEvent.isComposing) return false;
  const { rows, chosen, activeGroup, only, setOnly } = keys;
  switch (event.key) {
    case 'ArrowDown':
      chosen.step(1);
      return true;
    case 'ArrowUp':
      chosen.step(-1);
      return true;
    case 'Tab':
      setOnly(only === null && !event.shiftKey ? limitOf(activeGroup) : null);
      return true;
    case 'Enter':
      if (!event.ctrlKey && !event.metaKey) chosen.run();
      else if (chosen.active?.clientId !== undefined)
        openOverlay({ name: 'quick-note', clientId: chosen.active.clientId });
      return true;
    default: {
      const pressed = rows.find(
        ({ id, keys: own }) => [newNoteId, allResultsId].includes(id) && own !== undefined && isPressed(own, event),
      );
      pressed?.run();
      return pressed !== undefined;
    }
  }
}

function isPressed(keys: string, event: KeyboardEvent): boolean {
  return parseKeys(keys).every((stroke) => matchesStroke(event, stroke));
}
