import { Trans } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { splitTitle } from '../../shared/note-title.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { showProblem } from '../ui/toast.ts';
import { MarkdownView } from './markdown-view.tsx';
import { piecesOf } from './note-pieces.ts';
import { useSight } from '../ui/use-sight.ts';

interface LongNoteProps {
  readonly noteId: string;
  /** Its beginning. */
  readonly text: string;
  readonly lang: string | undefined;
}

/** A note that is too long to be drawn at once: its beginning, and when asked for the rest, piece by piece as it is read. */
export function LongNote({ noteId, text, lang }: LongNoteProps) {
  const [pieces, setPieces] = useState<readonly string[] | null>(null);
  const readOn = async () => {
    try {
      setPieces(piecesOf(splitTitle((await call('notes.open', { noteId })).note.body).body));
    } catch (problem) {
      showProblem(problem);
    }
  };
  if (pieces !== null) return <Pieces noteId={noteId} pieces={pieces} lang={lang} />;
  return (
    <>
      <MarkdownView text={text} lang={lang} noteId={noteId} />
      <Button size="small" onPress={() => void readOn()}>
        <Trans>Show the whole note</Trans>
      </Button>
    </>
  );
}

interface PiecesProps extends Omit<LongNoteProps, 'text'> {
  readonly pieces: readonly string[];
}

function Pieces({ noteId, pieces, lang }: PiecesProps) {
  const [shown, setShown] = useState(2);
  return (
    <>
      {pieces.slice(0, shown).map((piece, index) => (
        // Pieces are only ever added at the end.
        <MarkdownView key={index} text={piece} lang={lang} noteId={noteId} />
      ))}
      {shown < pieces.length && <Further key={shown} onReached={() => setShown(shown + 1)} />}
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
