import { useLingui } from '@lingui/react/macro';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { classNames } from '../ui/class-names.ts';
import { sentenceFor } from '../ui/error-sentences.ts';
import { explainMove } from '../ui/explain-move.ts';
import { Glyph } from '../ui/glyph.tsx';
import { useNavigation } from '../ui/navigation.ts';
import notice from '../ui/notice.module.css';
import { useLanguage } from '../ui/session.ts';
import { useStageWords } from '../ui/stage-words.ts';
import { showProblem } from '../ui/toast.ts';
import { tooLong, useTooLong } from '../ui/too-long.ts';
import { useDraft } from '../ui/use-draft.ts';
import { followBoard, useBoard } from './board-store.ts';
import { focusCard } from './carry-store.ts';
import styles from './foot-bar.module.css';
import { afterMoves } from './moves.ts';
import { nameInSentence } from './names.ts';
import { dropReason, type ReasonWanted, useReason } from './reason-store.ts';

/** One line for the reason of a move, in the place of the notice that offered it: never a dialog in the way. */
export function ReasonBar() {
  const wanted = useReason((state) => state.wanted);
  return wanted === null ? null : <ReasonForm key={wanted.stageChangeId} wanted={wanted} />;
}

const longest = 400;

/** What is typed is saved for its own move also when the bar goes: to another move, or with the card that moved on. */
function ReasonForm({ wanted }: { readonly wanted: ReasonWanted }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { clientId, stage, stageChangeId } = wanted;
  const name = nameInSentence(
    useBoard((board) => board.cards[clientId]?.name ?? ''),
    language,
  );
  const where = useStageWords()(stage).prepositional;
  const [cameFrom] = useState(() => document.activeElement);
  const [error, setError] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const draft = useDraft({
    field,
    label: `${t`Reason of the move`} (${name})`,
    problemOf: (text) => tooLong(text, longest),
    save: async (text) => {
      const reason = text.trim();
      if (reason === '') return true;
      if (tooLong(reason, longest) !== undefined) return false;
      try {
        await explainMove(stageChangeId, reason);
        return true;
      } catch (problem) {
        // A notice would lie over this very line.
        if (field.current === null) showProblem(problem);
        else setError(sentenceFor(problem));
        return false;
      }
    },
  });
  const length = useTooLong(draft.text ?? '', longest);
  const shown = length ?? error;
  const isMovedOn = useBoard(({ saved }) => saved[clientId]?.stage !== stage);
  const isOnBoard = useNavigation(({ route }) => route.name === 'board');
  // Other pages do not follow the board, and there too the move may be taken back.
  useEffect(() => (isOnBoard ? undefined : followBoard(afterMoves)), [isOnBoard]);
  useEffect(() => {
    if (isMovedOn) dropReason();
  }, [isMovedOn]);
  const close = () => {
    dropReason();
    if (useNavigation.getState().route.name === 'board') focusCard(clientId);
    else if (cameFrom instanceof HTMLElement) cameFrom.focus();
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await draft.commit()) close();
  };
  return (
    <div className={notice.region}>
      <form
        className={classNames(notice.bar, styles.form)}
        aria-label={t`Reason of the move`}
        onSubmit={(event) => void save(event)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          draft.type(null);
          close();
        }}
      >
        <Glyph stage={stage} />
        <label className={styles.label} htmlFor="move-reason">{t`Why is ${name} ${where}?`}</label>
        <input
          id="move-reason"
          className={styles.input}
          ref={field}
          value={draft.text ?? ''}
          placeholder={t`In one line, for partners only`}
          autoFocus
          aria-invalid={shown !== undefined}
          onChange={(event) => {
            setError(undefined);
            draft.type(event.target.value);
          }}
        />
        {shown !== undefined && (
          <span role="alert" className={styles.refusal}>
            {shown}
          </span>
        )}
        <button type="submit" className={styles.action}>{t`Save`}</button>
      </form>
    </div>
  );
}
