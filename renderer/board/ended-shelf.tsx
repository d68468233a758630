import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { Glyph } from '../ui/glyph.tsx';
import { navigate } from '../ui/navigation.ts';
import { useStageWords } from '../ui/stage-words.ts';
import { useBoard } from './board-store.ts';
import { useCarry } from './carry-store.ts';
import { promisedSpot } from './held-card.ts';
import styles from './ended-shelf.module.css';
import { useView } from './view-store.ts';

const springAfter = 500;
/** As many names as are seen at a glance. */
const namesShown = 6;

export interface EndedShelfProps {
  /** Those the filter finds. */
  readonly ids: readonly string[];
  readonly total: number;
}

/** The way out of the board: takes a card and asks how to part; tells who has left, and opens the archive. */
export function EndedShelf({ ids, total }: EndedShelfProps) {
  const { t } = useLingui();
  const words = useStageWords();
  const shelf = useRef<HTMLDivElement>(null);
  const text = useView((view) => view.text.trim());
  const isAimedAt = useCarry(({ carry }) => promisedSpot(carry)?.stage === 'ended');
  const [isPointedAt, pointAt] = useState(false);
  const isWide = useSpring(isAimedAt || isPointedAt);
  useEffect(() => {
    if (!isPointedAt) return undefined;
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      pointAt(false);
      // With the focus here the key means the names alone.
      if (shelf.current?.contains(document.activeElement) === true) event.stopPropagation();
    };
    document.addEventListener('keydown', close, { capture: true });
    return () => document.removeEventListener('keydown', close, { capture: true });
  }, [isPointedAt]);
  const { label: name, tooltip } = words('ended');
  const shown = ids.length;
  return (
    <div
      ref={shelf}
      role="listitem"
      className={styles.shelf}
      data-stage="ended"
      data-shelf=""
      data-aimed-at={isAimedAt ? '' : undefined}
      data-wide={isWide ? '' : undefined}
      onPointerEnter={() => pointAt(true)}
      onPointerLeave={() => pointAt(false)}
    >
      <button
        type="button"
        className={styles.button}
        aria-keyshortcuts="0"
        title={tooltip}
        data-focus-key="shelf"
        onClick={() => navigate({ name: 'archive', ...(text === '' ? {} : { text }) })}
        onFocus={({ currentTarget }) => pointAt(currentTarget.matches(':focus-visible'))}
        onBlur={() => pointAt(false)}
      >
        <Glyph stage="ended" size={14} />
        <span className={styles.count}>{shown === total ? total : t`${shown} of ${total}`}</span>{' '}
        <span className={styles.word}>{name}</span>
        <span className="visually-hidden">{t`, open the archive`}</span>
        {isAimedAt && isWide && <span className={styles.promise}>{t`Let go, and we will ask how you part`}</span>}
        {!isAimedAt && isWide && <Gone ids={ids} />}
      </button>
    </div>
  );
}

export function shelfOfEnded(): HTMLElement | null {
  return document.querySelector('[data-focus-key="shelf"]');
}

/** Who left last, for the eye: the archive itself says it to everybody. */
function Gone({ ids }: { readonly ids: readonly string[] }) {
  const { t } = useLingui();
  const cards = useBoard((board) => board.cards);
  const more = ids.length - namesShown;
  return (
    <span className={styles.gone} aria-hidden="true">
      {ids.slice(0, namesShown).map((id) => (
        <span key={id} className={styles.name}>
          {cards[id]?.name}
        </span>
      ))}
      {more > 0 && <span>{t`and ${more} more`}</span>}
      <span className={styles.open}>{t`Open the archive`}</span>
    </span>
  );
}

/** Held or pointed at long enough, it opens. */
function useSpring(isWanted: boolean): boolean {
  const [isWide, setWide] = useState(false);
  useEffect(() => {
    if (!isWanted) return undefined;
    const timer = setTimeout(() => setWide(true), springAfter);
    return () => {
      clearTimeout(timer);
      setWide(false);
    };
  }, [isWanted]);
  return isWide;
}
