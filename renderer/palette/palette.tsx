import { Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { announce } from '../ui/announce.ts';
import { Dialog } from '../ui/dialog.tsx';
import { sentenceFor } from '../ui/error-sentences.ts';
import { Icon } from '../ui/icon.tsx';
import { matchesStroke, parseKeys } from '../ui/keys.ts';
import { closeOverlay, openOverlay } from '../ui/navigation.ts';
import styles from './palette.module.css';
import { PaletteFoot } from './palette-foot.tsx';
import { PaletteList } from './palette-list.tsx';
import { type GroupId, newNoteId, optionId, type Row, type RowGroup, visibleGroups } from './rows.ts';
import { useGroups } from './use-rows.ts';
import { useSearch } from './use-search.ts';

const hitsPerGroup = 5;
const hitsInOneGroup = 50;

/** Search and commands in one list: type, arrows, Enter. */
export function Palette() {
  const { t } = useLingui();
  const listId = useId();
  const [text, setText] = useState('');
  const [only, setOnly] = useState<GroupId | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const isHurried = useRef(false);
  const search = useSearch(text, only === null ? hitsPerGroup : hitsInOneGroup);
  const allGroups = useGroups(text, search);
  const groups = visibleGroups(allGroups, only);
  const onlyGroup = allGroups.find(({ id }) => id === only);
  const rows = groups.flatMap((group) => group.rows);
  const active = rows.find(({ id }) => id === wanted) ?? rows[0];
  const activeGroup = groups.find((group) => group.rows.some(({ id }) => id === active?.id));
  const count = foundCount(groups, only);
  const isFruitless = text.trim() !== '' && search.text === text && count === 0;
  const isAnswered = text.trim() === '' || search.text === text;
  useCountSpoken(search.text, only, count);
  useEffect(() => {
    if (!isHurried.current || !isAnswered) return;
    isHurried.current = false;
    active?.run();
  }, [isAnswered, active]);

  const type = (next: string) => {
    setText(next);
    setWanted(null);
    isHurried.current = false;
    if (next.trim() === '') setOnly(null);
  };
  // Enter means what was typed, not what was found for less of it.
  const run = () => {
    if (isAnswered || wanted !== null) active?.run();
    else isHurried.current = true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isHandled = onPaletteKey(event, { rows, active, activeGroup, only, run, setWanted, setOnly });
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
          <input
            className={styles.input}
            role="combobox"
            aria-label={t`Search`}
            aria-expanded={rows.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            {...(active === undefined ? {} : { 'aria-activedescendant': optionId(listId, active) })}
            placeholder={t`Note, client, command`}
            value={text}
            spellCheck={false}
            autoComplete="off"
            autoFocus
            onChange={(event) => type(event.target.value)}
          />
          {onlyGroup !== undefined && (
            <button type="button" className={styles.only} onClick={() => setOnly(null)}>
              {onlyGroup.label}
              <Icon name="close" size={12} />
            </button>
          )}
        </div>
        {isFruitless && (
          <p className={styles.nothing}>
            {search.problem === null ? <Trans>Nothing about “{text.trim()}”</Trans> : sentenceFor(search.problem)}
          </p>
        )}
        <PaletteList
          listId={listId}
          groups={groups}
          activeId={active?.id ?? null}
          onPoint={setWanted}
          label={t`Results`}
        />
        <PaletteFoot group={activeGroup} isLimited={only !== null} canWrite={active?.clientId !== undefined} />
      </div>
    </Dialog>
  );
}

/** Commands are offered, not found, unless they alone are asked for. */
function foundCount(groups: readonly RowGroup[], only: GroupId | null): number {
  return groups.filter(({ id }) => id !== 'commands' || id === only).flatMap(({ rows }) => rows).length;
}

interface PaletteKeys {
  readonly rows: readonly Row[];
  readonly active: Row | undefined;
  readonly activeGroup: RowGroup | undefined;
  readonly only: GroupId | null;
  readonly run: () => void;
  readonly setWanted: (id: string) => void;
  readonly setOnly: (group: GroupId | null) => void;
}

/** Tells whether the key was one of the palette's. */
function onPaletteKey(event: KeyboardEvent, keys: PaletteKeys): boolean {
  if (event.nativeEvent.isComposing) return false;
  const { rows, active, activeGroup, only, run, setWanted, setOnly } = keys;
  const step = (by: number) => {
    const index = active === undefined ? -1 : rows.indexOf(active);
    const next = rows[(index + by + rows.length) % rows.length];
    if (next !== undefined) setWanted(next.id);
  };
  switch (event.key) {
    case 'ArrowDown':
      step(1);
      return true;
    case 'ArrowUp':
      step(-1);
      return true;
    case 'Tab':
      setOnly(only === null && !event.shiftKey ? (activeGroup?.id ?? null) : null);
      return true;
    case 'Enter':
      if (!event.ctrlKey && !event.metaKey) run();
      else if (active?.clientId !== undefined) openOverlay({ name: 'quick-note', clientId: active.clientId });
      return true;
    default: {
      const newNote = rows.find(({ id }) => id === newNoteId);
      if (newNote?.keys === undefined || !isPressed(newNote.keys, event)) return false;
      newNote.run();
      return true;
    }
  }
}

function isPressed(keys: string, event: KeyboardEvent): boolean {
  return parseKeys(keys).every((stroke) => matchesStroke(event, stroke));
}

function useCountSpoken(text: string, only: GroupId | null, count: number): void {
  const { t } = useLingui();
  const spoken = useRef('');
  useEffect(() => {
    const asked = `${only ?? ''} ${text}`;
    if (text === '' || asked === spoken.current) return undefined;
    const timer = setTimeout(() => {
      spoken.current = asked;
      announce(count === 0 ? t`Nothing found` : t`Found: ${count}`);
    }, 500);
    return () => clearTimeout(timer);
  }, [text, only, count, t]);
}
