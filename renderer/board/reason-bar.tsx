import { useLingui } from '@lingui/react/macro';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { call, newCommandId } from '../api.ts';
import { Glyph } from '../ui/glyph.tsx';
import { useLanguage } from '../ui/session.ts';
import { showProblem, showToast } from '../ui/toast.ts';
import { useBoard } from './board-store.ts';
import { focusCard } from './carry-store.ts';
import styles from './foot-bar.module.css';
import { inStage, nameInSentence } from './names.ts';
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
  const where = inStage(stage, language);
  const [reason, setReason] = useState('');
  const close = () => {
    dropReason();
    focusCard(clientId);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    close();
    if (reason.trim() === '') return;
    try {
      await call('board.explainMove', { commandId: newCommandId(), stageChangeId, reason });
      showToast({ text: t`The reason is kept with the move` });
    } catch (problem) {
      showProblem(problem);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') close();
  };
  return (
    <div className={styles.region}>
      <form
        className={`${styles.bar} ${styles.form}`}
        aria-label={t`Reason of the move`}
        onSubmit={(event) => void save(event)}
        onKeyDown={onKeyDown}
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
          onChange={(event) => setReason(event.target.value)}
        />
        <button type="submit" className={styles.action}>{t`Save`}</button>
      </form>
    </div>
  );
}
