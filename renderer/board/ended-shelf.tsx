import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { stageContents } from '../../shared/content/stages.ts';
import { Glyph } from '../ui/glyph.tsx';
import { navigate } from '../ui/navigation.ts';
import { useLanguage } from '../ui/session.ts';
import { useCarry } from './carry-store.ts';
import styles from './ended-shelf.module.css';
import { makeColumnTarget } from './pointer-carry.ts';

const springAfter = 500;

/** The way out of the board: takes a card and asks how to part; opens the archive. */
export function EndedShelf({ count }: { readonly count: number }) {
  const { t } = useLingui();
  const language = useLanguage();
  const shelf = useRef<HTMLDivElement>(null);
  const isAimedAt = useCarry(({ carry }) => carry?.to?.stage === 'ended');
  const isWide = useSpring(isAimedAt);
  useEffect(() => (shelf.current === null ? undefined : makeColumnTarget(shelf.current, 'ended')), []);
  const { label, fullName } = stageContents.ended;
  const name = label[language];
  return (
    <div
      ref={shelf}
      role="listitem"
      className={styles.shelf}
      data-stage="ended"
      data-shelf=""
      data-aimed-at={isAimedAt ? '' : undefined}
      data-wide={isWide ? '' : undefined}
    >
      <button
        type="button"
        className={styles.button}
        aria-keyshortcuts="0"
        title={fullName[language]}
        data-focus-key="shelf"
        onClick={() => navigate({ name: 'archive' })}
      >
        <Glyph stage="ended" size={14} />
        <span className={styles.count}>{count}</span> <span className={styles.word}>{name}</span>
        <span className="visually-hidden">{t`, open the archive`}</span>
        {isWide && <span className={styles.promise}>{t`Let go, and we will ask how you part`}</span>}
      </button>
    </div>
  );
}

/** Held over long enough, it opens. */
function useSpring(isAimedAt: boolean): boolean {
  const [isWide, setWide] = useState(false);
  useEffect(() => {
    if (!isAimedAt) return undefined;
    const timer = setTimeout(() => setWide(true), springAfter);
    return () => {
      clearTimeout(timer);
      setWide(false);
    };
  }, [isAimedAt]);
  return isWide;
}
