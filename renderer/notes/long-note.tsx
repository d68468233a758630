import { Trans } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { splitTitle } from '../../shared/note-title.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import type { Arrival } from '../ui/navigation.ts';
import { showProblem } from '../ui/toast.ts';
import { MarkdownView } from './markdown-view.tsx';
import { type Piece, pieceAt, piecesOf } from './note-pieces.ts';
import { useSight } from '../ui/use-sight.ts';

/** What a search led to is drawn now, with these words in it. */
export interface Reached {
  readonly arrival: Arrival;
  readonly words: string;
}

interface LongNoteProps {
  readonly noteId: string;
  /** Its beginning. */
  readonly text: string;
  readonly lang: string | undefined;
  readonly sought: Arrival | null;
  readonly onReached: ((reached: Reached) => void) | undefined;
}

interface Whole {
  readonly pieces: readonly Piece[];
  /** The first that is drawn. */
  readonly first: number;
}

interface Place {
  /** Null when the beginning has it. */
  readonly whole: Whole | null;
  readonly words: string;
}

async function readPieces(noteId: string): Promise<readonly Piece[]> {
  return piecesOf(splitTitle((await call('notes.open', { noteId })).note.body).body);
}

/** Where a note of which only so many characters are known has what was looked for. */
async function findPlace(noteId: string, known: number, { text, words }: Arrival): Promise<Place> {
  const { place } = await call('search.place', { noteId, text });
  if (place === null || place.at < known) return { whole: null, words: place?.words ?? words };
  const pieces = await readPieces(noteId);
  return { whole: { pieces, first: pieceAt(pieces, place.at) }, words: place.words };
}

/** A note that is too long to be drawn at once: its beginning, and when asked for the rest, piece by piece as it is read. */
export function LongNote({ noteId, text, lang, sought, onReached }: LongNoteProps) {
  const [whole, setWhole] = useState<Whole | null>(null);
  const readOn = async () => {
    try {
      setWhole({ pieces: await readPieces(noteId), first: 0 });
    } catch (problem) {
      showProblem(problem);
    }
  };
  const showPlace = useEffectEvent((arrival: Arrival, { whole: found, words }: Place) => {
    setWhole(found);
    onReached?.({ arrival, words });
  });
  useEffect(() => {
    if (sought === null) return undefined;
    let isWanted = true;
    findPlace(noteId, text.length, sought).then((place) => {
      if (isWanted) showPlace(sought, place);
    }, showProblem);
    return () => {
      isWanted = false;
    };
  }, [sought, noteId, text]);
  if (whole !== null) return <Pieces key={whole.first} {...whole} lang={lang} />;
  return (
    <>
      <MarkdownView text={text} lang={lang} noteId={noteId} />
      <Button size="small" onPress={() => void readOn()}>
        <Trans>Show the whole note</Trans>
      </Button>
    </>
  );
}

const drawnAtOnce = 2;

function Pieces({ pieces, first, lang }: Whole & Pick<LongNoteProps, 'lang'>) {
  const [{ from, to }, setShown] = useState({ from: first, to: first + drawnAtOnce });
  return (
    <>
      {from > 0 && (
        <Button size="small" onPress={() => setShown({ from: Math.max(0, from - drawnAtOnce), to })}>
          <Trans>Show what comes before</Trans>
        </Button>
      )}
      {pieces.slice(from, to).map((piece) => (
        // Which of two equal lines is ticked is known only where the note is drawn from its beginning.
        <MarkdownView key={piece.from} text={piece.text} lang={lang} />
      ))}
      {to < pieces.length && <Further key={to} onReached={() => setShown({ from, to: to + 1 })} />}
    </>
  );
}

/** Drawn when it comes into sight; the button is for whoever does not scroll. */
function Further({ onReached }: { readonly onReached: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  useSight(place, (isNear) => isNear && onReached());
  return (
    <div ref={place}>
      <Button size="small" onPress={onReached}>
        <Trans>Read on</Trans>
      </Button>
    </div>
  );
}
