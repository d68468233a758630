import { Trans } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { shownNote } from '../../shared/note-shown.ts';
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
  /** How many of its tasks are done. */
  readonly tasksDone: number;
  readonly lang: string | undefined;
  readonly sought: Arrival | null;
  readonly onReached: ((reached: Reached) => void) | undefined;
}

interface DrawnPiece extends Piece {
  readonly linesBefore: () => readonly string[];
}

interface Whole {
  readonly pieces: readonly DrawnPiece[];
  /** How many of its tasks were done when it was read. */
  readonly tasksDone: number;
  /** The first that is drawn. */
  readonly first: number;
}

interface Place {
  /** Null when the beginning has it. */
  readonly whole: Omit<Whole, 'tasksDone'> | null;
  readonly words: string;
}

async function readPieces(noteId: string): Promise<readonly DrawnPiece[]> {
  const pieces = piecesOf(shownNote((await call('notes.open', { noteId })).note.body).body);
  return pieces.map((piece, index) => ({
    ...piece,
    linesBefore: () => pieces.slice(0, index).flatMap(({ text }) => text.split('\n')),
  }));
}

/** Where a note of which only so many characters are known has what was looked for. */
async function findPlace(noteId: string, known: number, { text, words }: Arrival): Promise<Place> {
  const { place } = await call('search.place', { noteId, text });
  if (place === null || place.at < known) return { whole: null, words: place?.words ?? words };
  const pieces = await readPieces(noteId);
  return { whole: { pieces, first: pieceAt(pieces, place.at) }, words: place.words };
}

/** A note that is too long to be drawn at once: its beginning, and when asked for the rest, piece by piece as it is read. */
export function LongNote({ noteId, text, tasksDone, lang, sought, onReached }: LongNoteProps) {
  const [whole, setWhole] = useState<Whole | null>(null);
  const isOutdated = whole !== null && whole.tasksDone !== tasksDone;
  // A box far behind the beginning changes nothing that stands in it.
  useEffect(() => {
    if (!isOutdated) return undefined;
    let isWanted = true;
    readPieces(noteId).then((pieces) => {
      if (isWanted) setWhole((known) => known && { ...known, pieces, tasksDone });
    }, showProblem);
    return () => {
      isWanted = false;
    };
  }, [noteId, isOutdated, tasksDone]);
  const readOn = async () => {
    try {
      setWhole({ pieces: await readPieces(noteId), first: 0, tasksDone });
    } catch (problem) {
      showProblem(problem);
    }
  };
  const showPlace = useEffectEvent((arrival: Arrival, { whole: found, words }: Place) => {
    setWhole(found && { ...found, tasksDone });
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
  if (whole !== null)
    return <Pieces key={whole.first} pieces={whole.pieces} first={whole.first} noteId={noteId} lang={lang} />;
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

type PiecesProps = Pick<Whole, 'pieces' | 'first'> & Pick<LongNoteProps, 'noteId' | 'lang'>;

function Pieces({ pieces, first, noteId, lang }: PiecesProps) {
  const [{ from, to }, setShown] = useState({ from: first, to: first + drawnAtOnce });
  return (
    <>
      {from > 0 && (
        <Button size="small" onPress={() => setShown({ from: Math.max(0, from - drawnAtOnce), to })}>
          <Trans>Show what comes before</Trans>
        </Button>
      )}
      {pieces.slice(from, to).map((piece) => (
        <MarkdownView key={piece.from} {...piece} lang={lang} noteId={noteId} />
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
