import { useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
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

/** As much as can be drawn at once: what lies between the beginning and the end of a long stretch is shown when asked for. */
function Stretch({ text, change }: Piece) {
  const { t } = useLingui();
  const [shown, setShown] = useState(1);
  const starts = useMemo(() => piecesOf(text).map(({ from }) => from), [text]);
  const [from, to] = [starts[shown], starts.at(-1)];
  if (from === undefined || from === to) return <Words text={text} change={change} />;
  return (
    <>
      <Words text={text.slice(0, from)} change={change} />
      <Button size="small" className={styles.more} onPress={() => setShown(shown + 1)}>
        {t`Show more`}
      </Button>
      <Words text={text.slice(to)} change={change} />
    </>
  );
}

function Words({ text, change }: Piece) {
  if (change === 'kept') return <span>{text}</span>;
  return change === 'added' ? <ins>{text}</ins> : <del>{text}</del>;
}
