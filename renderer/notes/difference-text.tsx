import { useLingui } from '@lingui/react/macro';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { piecesOf } from './note-pieces.ts';
import styles from './note-versions.module.css';
import { differenceOf, type Piece } from './text-difference.ts';

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
  const placed = pieces.map((piece, place) => ({ piece, place }));
  return (
    <div className={styles.text} role="region" aria-label={label} lang={lang} tabIndex={0}>
      {placed.map(({ piece, place }) => (
        <Stretch key={place} {...piece} />
      ))}
    </div>
  );
}

/**
 * As much as can be drawn at once: what lies between the beginning and the end of a long stretch is shown when asked for,
 * twice as much each time.
 */
function Stretch({ text, change }: Piece) {
  const { t } = useLingui();
  /** How many pieces were shown after each time it was asked for more. */
  const [shown, setShown] = useState<readonly number[]>([1]);
  const newest = useRef<HTMLSpanElement>(null);
  const starts = useMemo(() => piecesOf(text).map(({ from }) => from), [text]);
  // The button moves away, or is gone: reading goes on with what it brought.
  useLayoutEffect(() => newest.current?.focus({ preventScroll: true }), [shown]);
  const end = starts.length - 1;
  const count = shown.at(-1) ?? 1;
  if (end <= 1) return <Words text={text} change={change} />;
  return (
    <>
      {shown.map((to, time) => (
        <span key={to} ref={time > 0 && to === count ? newest : undefined} tabIndex={time > 0 ? -1 : undefined}>
          <Words text={text.slice(starts[shown[time - 1] ?? 0], starts[to])} change={change} />
        </span>
      ))}
      {count < end && (
        <Button size="small" className={styles.more} onPress={() => setShown([...shown, Math.min(end, 2 * count + 1)])}>
          {t`Show more`}
        </Button>
      )}
      <Words text={text.slice(starts[end])} change={change} />
    </>
  );
}

function Words({ text, change }: Piece) {
  if (change === 'kept') return <span>{text}</span>;
  return change === 'added' ? <ins>{text}</ins> : <del>{text}</del>;
}
