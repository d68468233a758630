import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Candidate, candidateQuestions, type HandoffPage } from '../../shared/contract/handoff.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { Form } from '../ui/form.tsx';
import { toLastButton, useKeptFocus } from '../ui/kept-focus.ts';
import { PartBar } from '../ui/part-bar.tsx';
import { secretWarning } from '../ui/secret-warning.ts';
import { TextField } from '../ui/text-field.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';
import { openOverlay } from '../ui/navigation.ts';
import { CandidateEditor } from './candidate-editor.tsx';
import { toneOfStanding } from './candidate-standing.ts';
import styles from './candidate-list.module.css';
import { change, useIsRunning } from './handoff-store.ts';
import formStyles from './item-form.module.css';
import { candidateStateWord } from './words.ts';

/** Who may take over, each asked the same six questions. */
export function CandidateList({ page }: { readonly page: HandoffPage }) {
  const { t } = useLingui();
  const isRunning = useIsRunning();
  const [editedId, setEditedId] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const plus = useFocusBack(isAdding);
  const keptFocus = useKeptFocus<HTMLElement, true>(toLastButton);
  return (
    <section className={styles.candidates} aria-label={t`New contractor`} {...keptFocus}>
      <header className={styles.head}>
        <h2 className={styles.name}>{t`New contractor`}</h2>
        <p className={styles.lead}>{t`answers about the way they work`}</p>
        {isRunning && (
          <Button look="quiet" size="small" onPress={() => openOverlay({ name: 'brief', handoffId: page.id })}>
            {t`Brief…`}
          </Button>
        )}
        {page.candidates.length > 1 && (
          <Button
            look="quiet"
            size="small"
            onPress={() => openOverlay({ name: 'compare-candidates', handoffId: page.id })}
          >
            {t`Compare`}
          </Button>
        )}
      </header>
      <ul>
        {page.candidates.map((candidate) => (
          <li key={candidate.id} className={styles.candidate}>
            <CandidateRow
              candidate={candidate}
              isEdited={editedId === candidate.id}
              onEdit={() => setEditedId(candidate.id)}
              onEnd={() => setEditedId(null)}
            />
          </li>
        ))}
      </ul>
      {isAdding && <AddCandidate page={page} onEnd={() => setAdding(false)} />}
      {isRunning && !isAdding && (
        <Button ref={plus} look="quiet" icon="plus" className={styles.add} onPress={() => setAdding(true)}>
          {t`Add a candidate`}
        </Button>
      )}
    </section>
  );
}

interface CandidateRowProps {
  readonly candidate: Candidate;
  readonly isEdited: boolean;
  readonly onEdit: () => void;
  readonly onEnd: () => void;
}

function CandidateRow({ candidate, isEdited, onEdit, onEnd }: CandidateRowProps) {
  const { t } = useLingui();
  const isRunning = useIsRunning();
  const name = useFocusBack(isEdited);
  if (isEdited) return <CandidateEditor candidate={candidate} onEnd={onEnd} />;
  const answered = candidate.answers.length;
  const total = candidateQuestions.length;
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <p className={styles.title}>
          {isRunning ? (
            <button
              ref={name}
              type="button"
              className={styles.edit}
              aria-label={t`Edit: ${candidate.name}`}
              onClick={onEdit}
            >
              {candidate.name}
            </button>
          ) : (
            <span>{candidate.name}</span>
          )}
          {candidate.state !== 'listed' && (
            <Chip tone={toneOfStanding(candidate.state)}>{candidateStateWord(candidate.state)}</Chip>
          )}
        </p>
        <p className={styles.fits}>{candidate.fits}</p>
      </div>
      <div className={styles.answers}>
        <p>{t`${answered} of ${total}`}</p>
        <div className={styles.parts}>
          <PartBar
            parts={candidateQuestions.map((question) => ({
              id: question,
              isDone: candidate.answers.some((each) => each.question === question),
            }))}
          />
        </div>
      </div>
    </div>
  );
}

function AddCandidate({ page, onEnd }: { readonly page: HandoffPage; readonly onEnd: () => void }) {
  const { t } = useLingui();
  const [name, setName] = useState('');
  const [fits, setFits] = useState('');
  const submit = async () => {
    if (name.trim() === '') return false;
    const isAdded = await change((commandId) =>
      call('handoff.addCandidate', { commandId, handoffId: page.id, name, fits, consider: '' }),
    );
    if (isAdded) onEnd();
    return isAdded;
  };
  return (
    <Form className={formStyles.form} label={t`New candidate`} onSubmit={submit} onCancel={onEnd}>
      <TextField
        label={t`Candidate’s name`}
        value={name}
        onChange={setName}
        maxLength={200}
        error={secretWarning(name)}
        autoFocus
      />
      <TextField label={t`Why they fit`} value={fits} onChange={setFits} maxLength={400} error={secretWarning(fits)} />
      <div className={formStyles.buttons}>
        <Button type="submit" look="primary" size="small" isDisabled={name.trim() === ''}>{t`Add`}</Button>
        <Button look="quiet" size="small" onPress={onEnd}>{t`Cancel`}</Button>
      </div>
    </Form>
  );
}
