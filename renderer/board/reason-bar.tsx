import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { classNames } from '../ui/class-names.ts';
import { sentenceFor } from '../ui/error-sentences.ts';
import { explainMove } from '../ui/explain-move.ts';
import { Form } from '../ui/form.tsx';
import { Glyph } from '../ui/glyph.tsx';
import { useNavigation } from '../ui/navigation.ts';
import notice from '../ui/notice.module.css';
import { useLanguage } from '../ui/session.ts';
import { useStageWords } from '../ui/stage-words.ts';
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
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
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
  const save = async () => {
    if (reason.trim() === '') {
      close();
      return true;
    }
    try {
      await explainMove(stageChangeId, reason);
      close();
      return true;
    } catch (problem) {
      // A notice would lie over this very line.
      setError(sentenceFor(problem));
      return false;
    }
  };
  return (
    <div className={notice.region}>
      <Form
        className={classNames(notice.bar, styles.form)}
        label={t`Reason of the move`}
        onSubmit={save}
        onCancel={close}
      >
        <Glyph stage={stage} />
        <label className={styles.label} htmlFor="move-reason">{t`Why is ${name} ${where}?`}</label>
        <input
          id="move-reason"
          className={styles.input}
          value={reason}
          maxLength={400}
          placeholder={t`In one line, for partners only`}
          autoFocus
          aria-invalid={error !== undefined}
          onChange={(event) => setReason(event.target.value)}
        />
        {error !== undefined && (
          <span role="alert" className={styles.refusal}>
            {error}
          </span>
        )}
        <button type="submit" className={styles.action}>{t`Save`}</button>
      </Form>
    </div>
  );
}
