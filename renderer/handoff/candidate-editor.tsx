import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { type Candidate, candidateQuestions, candidateStates } from '../../shared/contract/handoff.ts';
import { type CandidateQuestion, candidateQuestionWords } from '../../shared/handoff/candidate-questions.ts';
import { call, newCommandId } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { saveFieldsIn } from '../ui/closing.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { SavedField } from '../ui/saved-field.tsx';
import { secretWarning } from '../ui/secret-warning.ts';
import { Select } from '../ui/select.tsx';
import { useLanguage } from '../ui/session.ts';
import { setStanding } from './candidate-standing.ts';
import { change } from './handoff-store.ts';
import styles from './item-form.module.css';
import { showDeleted } from './items.ts';
import { candidateStateWord } from './words.ts';

interface CandidateEditorProps {
  readonly candidate: Candidate;
  readonly onEnd: () => void;
}

/** Each field is saved when it is left: six answers are written over days, not in one sitting. */
export function CandidateEditor({ candidate, onEnd }: CandidateEditorProps) {
  const { t } = useLingui();
  const candidateId = candidate.id;
  const edit = (part: Partial<Pick<Candidate, 'name' | 'fits' | 'consider' | 'disclosure' | 'contact' | 'load'>>) =>
    change((commandId) => call('handoff.editCandidate', { commandId, candidateId, ...part }));
  const remove = async () => {
    const commandId = newCommandId();
    const isDone = await change(() => call('handoff.deleteCandidate', { commandId, candidateId }));
    if (isDone) showDeleted(candidate.name, commandId);
  };
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const end = async () => {
    if (form.current !== null && (await saveFieldsIn(form.current))) onEnd();
  };
  return (
    <div
      ref={form}
      className={styles.form}
      role="group"
      aria-label={candidate.name}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        void end();
      }}
    >
      <SavedField
        label={t`Candidate’s name`}
        saved={candidate.name}
        isRequired
        maxLength={200}
        warningFor={secretWarning}
        onSave={(name) => edit({ name })}
        autoFocus
      />
      <Select
        label={t`Standing`}
        value={candidate.state}
        onChange={(id) => {
          const state = candidateStates.find((each) => each === id);
          if (state !== undefined) void setStanding(candidateId, state);
        }}
        options={candidateStates.map((id) => ({ id, label: candidateStateWord(id) }))}
      />
      <SavedField
        label={t`Why they fit`}
        saved={candidate.fits}
        maxLength={400}
        warningFor={secretWarning}
        onSave={(fits) => edit({ fits })}
      />
      <SavedField
        label={t`Keep in mind`}
        saved={candidate.consider}
        maxLength={400}
        warningFor={secretWarning}
        onSave={(consider) => edit({ consider })}
      />
      <SavedField
        label={t`How much time they have`}
        saved={candidate.load}
        maxLength={400}
        warningFor={secretWarning}
        onSave={(load) => edit({ load })}
      />
      <SavedField
        label={t`Contact`}
        aside={t`in no document`}
        saved={candidate.contact}
        maxLength={400}
        warningFor={secretWarning}
        onSave={(contact) => edit({ contact })}
      />
      <SavedField
        label={t`Our interest in them`}
        aside={t`the client reads it`}
        saved={candidate.disclosure}
        maxLength={400}
        warningFor={secretWarning}
        onSave={(disclosure) => edit({ disclosure })}
      />
      {candidateQuestions.map((question) => (
        <Question key={question} candidate={candidate} question={question} />
      ))}
      <div className={styles.buttons}>
        <Button look="primary" size="small" onPress={() => void end()}>{t`Done`}</Button>
        <IconButton icon="trash" size="small" label={t`Delete: ${candidate.name}`} onPress={() => void remove()} />
      </div>
    </div>
  );
}

function Question({ candidate, question }: { readonly candidate: Candidate; readonly question: CandidateQuestion }) {
  const language = useLanguage();
  const answer = candidate.answers.find((each) => each.question === question)?.answer ?? '';
  return (
    <SavedField
      label={candidateQuestionWords[question][language]}
      saved={answer}
      maxLength={400}
      warningFor={secretWarning}
      onSave={(text) =>
        change((commandId) =>
          call('handoff.answerQuestion', { commandId, candidateId: candidate.id, question, answer: text }),
        )
      }
    />
  );
}
