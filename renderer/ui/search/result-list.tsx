import { useEffect, useRef } from 'react';
import type { Excerpt } from '../../../shared/contract/search.ts';
import { languageOfText } from '../../../shared/text-language.ts';
import { classNames } from '../class-names.ts';
import { Glyph } from '../glyph.tsx';
import { Icon } from '../icon.tsx';
import { KeyCap } from '../key-cap.tsx';
import styles from './result-list.module.css';
import { optionId, type Row, type RowGroup } from './rows.ts';

export interface ResultListProps {
  readonly listId: string;
  readonly label: string;
  readonly groups: readonly RowGroup[];
  readonly className?: string | undefined;
  readonly activeId: string | null;
  readonly onPoint: (id: string) => void;
}

/** Rows in groups, walked from the field above them. */
export function ResultList({ listId, label, groups, className, activeId, onPoint }: ResultListProps) {
  return (
    <div className={classNames(styles.list, className)} role="listbox" id={listId} aria-label={label} tabIndex={-1}>
      {groups.map((group) => (
        <div key={group.id} role="group" aria-labelledby={`${listId}-${group.id}`} className={styles.group}>
          <div className={styles.groupHead}>
            <span id={`${listId}-${group.id}`}>{group.label}</span>
            {group.total !== undefined && <span>{group.total}</span>}
          </div>
          {group.rows.map((row) => (
            <ResultRow key={row.id} listId={listId} row={row} isActive={row.id === activeId} onPoint={onPoint} />
          ))}
        </div>
      ))}
    </div>
  );
}

interface ResultRowProps {
  readonly listId: string;
  readonly row: Row;
  readonly isActive: boolean;
  readonly onPoint: (id: string) => void;
}

function ResultRow({ listId, row, isActive, onPoint }: ResultRowProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  const hasSnippet = row.snippet !== undefined && row.snippet.text !== '';
  return (
    <div
      ref={element}
      id={optionId(listId, row)}
      role="option"
      aria-selected={isActive}
      className={classNames(styles.row, isActive && styles.active)}
      // Only a pointer that moves chooses: rows that slide under a resting one do not.
      onPointerMove={() => onPoint(row.id)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={row.run}
    >
      <span className={styles.sign}>
        {row.stage !== undefined && <Glyph stage={row.stage} />}
        {row.icon !== undefined && <Icon name={row.icon} />}
      </span>
      <span className={styles.words}>
        <span
          className={classNames(styles.title, row.isOver === true && styles.over)}
          lang={languageOfText(row.title.text)}
        >
          <Marked excerpt={row.title} />
        </span>
        {row.owner !== undefined && (
          <span className={styles.owner}>
            {row.owner.stage !== undefined && <Glyph stage={row.owner.stage} />}
            <span>
              <span lang={languageOfText(row.owner.name)}>{row.owner.name}</span>
              {row.owner.detail !== '' && `, ${row.owner.detail}`}
            </span>
          </span>
        )}
        {hasSnippet && (
          <span className={styles.snippet}>
            {row.snippetLabel !== undefined && `${row.snippetLabel}: `}
            <span lang={languageOfText(row.snippet.text)}>
              <Marked excerpt={row.snippet} />
            </span>
          </span>
        )}
      </span>
      {row.aside !== undefined && row.aside !== '' && <span className={styles.aside}>{row.aside}</span>}
      {row.keys !== undefined && <KeyCap keys={row.keys} />}
      {isActive && row.keys === undefined && <KeyCap keys="Enter" />}
    </div>
  );
}

/** The text with its hits marked. */
function Marked({ excerpt: { text, hits } }: { readonly excerpt: Excerpt }) {
  const parts = hits.map(([from, to], index) => {
    const end = hits[index + 1]?.[0] ?? text.length;
    return { from, hit: text.slice(from, to), after: text.slice(to, end) };
  });
  return (
    <>
      {text.slice(0, hits[0]?.[0] ?? text.length)}
      {parts.map(({ from, hit, after }) => (
        <span key={from}>
          <mark>{hit}</mark>
          {after}
        </span>
      ))}
    </>
  );
}
