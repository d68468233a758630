import { useMemo } from 'react';
import styles from './note-versions.module.css';
import { differenceOf } from './text-difference.ts';

export interface DifferenceTextProps {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly lang: string | undefined;
}

/** A text with what it adds to another one and what it leaves out. */
export function DifferenceText({ label, before, after, lang }: DifferenceTextProps) {
  const pieces = useMemo(() => differenceOf(before, after), [before, after]);
  // The same words stand at several places: their place is what tells them apart.
  const placed = pieces.map((piece, place) => ({ ...piece, place }));
  return (
    <div className={styles.text} role="region" aria-label={label} lang={lang} tabIndex={0}>
      {placed.map(({ text: words, change, place }) => {
        if (change === 'kept') return <span key={place}>{words}</span>;
        return change === 'added' ? <ins key={place}>{words}</ins> : <del key={place}>{words}</del>;
      })}
    </div>
  );
}
