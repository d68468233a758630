import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { plainText } from '../../shared/note-title.ts';
import { taskLines } from '../../shared/task-lines.ts';
import { Button } from '../ui/button.tsx';
import { today } from '../ui/clock.ts';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import type { Arrival } from '../ui/navigation.ts';
import { LongNote, type Reached } from './long-note.tsx';
import { MarkdownView } from './markdown-view.tsx';
import styles from './timeline.module.css';

interface Words {
  readonly text: string;
  readonly lang: string | undefined;
}

interface NoteBodyProps extends Words {
  readonly noteId: string;
  readonly isOpen: boolean;
  readonly tasksDone: number;
  /** There is more of it than `text`. */
  readonly isCut: boolean;
  /** What a search led to in it. */
  readonly sought?: Arrival | null;
  readonly onReached?: (reached: Reached) => void;
}

/** What is written in a note; one that cannot be drawn leaves the others in place and shows its own text. */
export function NoteBody({ noteId, text, isOpen, tasksDone, isCut, lang, sought = null, onReached }: NoteBodyProps) {
  if (text === '') return null;
  return (
    <ErrorBoundary resetKey={text} fallback={<SourceOfNote text={text} lang={lang} />}>
      {isOpen ? (
        isCut ? (
          <LongNote
            key={text}
            noteId={noteId}
            text={text}
            tasksDone={tasksDone}
            lang={lang}
            sought={sought}
            onReached={onReached}
          />
        ) : (
          <MarkdownView text={text} lang={lang} noteId={noteId} />
        )
      ) : (
        <Preview text={text} lang={lang} />
      )}
    </ErrorBoundary>
  );
}

/** Characters of which more than two lines can be seen. */
const previewed = 2000;

function Preview({ text, lang }: Words) {
  const words = plainText(withoutTasks(text.slice(0, previewed)));
  if (words === '') return null;
  return (
    <p className={styles.preview} lang={lang}>
      {words}
    </p>
  );
}

/** The folded note counts its tasks on a chip. */
function withoutTasks(text: string): string {
  const tasks = new Set(taskLines(text, today()).map(({ line }) => line));
  return text
    .split('\n')
    .filter((_, line) => !tasks.has(line))
    .join('\n');
}

function SourceOfNote({ text, lang }: Words) {
  const [isShown, show] = useState(false);
  return (
    <div role="alert">
      <p className={styles.preview}>
        <Trans>The note could not be read</Trans>
      </p>
      {isShown ? (
        <pre className={styles.source} lang={lang}>
          {text}
        </pre>
      ) : (
        <Button size="small" onPress={() => show(true)}>
          <Trans>Show the source text</Trans>
        </Button>
      )}
    </div>
  );
}
