import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Candidate, candidateQuestions, candidateStates } from '../../shared/contract/handoff.ts';
import { type CandidateQuestion, candidateQuestionWords } from '../../shared/handoff/candidate-questions.ts';
import { call, newCommandId } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Select } from '../ui/select.tsx';
import { useLanguage } from '../ui/session.ts';
import { TextField } from '../ui/text-field.tsx';
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
  const edit = (part: Partial<Pick<Candidate, 'name' | 'fits' | 'consider' | 'disclosure'>>) =>
    change((commandId) => call('handoff.editCandidate', { commandId, candidateId, ...part }));
  const remove = async () => {
    const commandId = newCommandId();
    const isDone = await change(() => call('handoff.deleteCandidate', { commandId, candidateId }));
    if (isDone) showDeleted(candidate.name, commandId);
  };
  return (
    <div
      className={styles.form}
      role="group"
      aria-label={candidate.name}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onEnd();
      }}
    >
      <SavedField
        label={t`Candidate’s name`}
        value={candidate.name}
        isRequired
        onSave={(name) => edit({ name })}
        autoFocus
      />
      <Select
        label={t`Standing`}
        value={candidate.state}
        onChange={(id) => {
          const state = candidateStates.find((each) => each === id);
          if (state !== undefined) {
            void change((commandId) => call('handoff.editCandidate', { commandId, candidateId, state }));
          }
        }}
        options={candidateStates.map((id) => ({ id, label: candidateStateWord(id) }))}
      />
      <SavedField label={t`Why they fit`} value={candidate.fits} onSave={(fits) => edit({ fits })} />
      <SavedField label={t`Keep in mind`} value={candidate.consider} onSave={(consider) => edit({ consider })} />
      <SavedField
        label={t`Our interest in them`}
        aside={t`the client reads it`}
        value={candidate.disclosure}
        onSave={(disclosure) => edit({ disclosure })}
      />
      {candidateQuestions.map((question) => (
        <Question key={question} candidate={candidate} question={question} />
      ))}
      <div className={styles.buttons}>
        <Button look="primary" size="small" onPress={onEnd}>{t`Done`}</Button>
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
      value={answer}
      onSave={(text) =>
        change((commandId) =>
          call('handoff.answerQuestion', { commandId, candidateId: candidate.id, question, answer: text }),
        )
      }
    />
  );
}

interface SavedFieldProps {
  readonly label: string;
  readonly aside?: string;
  readonly value: string;
  readonly isRequired?: boolean;
  readonly autoFocus?: boolean;
  readonly onSave: (text: string) => Promise<boolean>;
}

function SavedField({ label, aside, value, isRequired = false, autoFocus = false, onSave }: SavedFieldProps) {
  const [draft, setDraft] = useState(value);
  const save = async () => {
    const text = draft.trim();
    if (text === value) return;
    if (isRequired && text === '') setDraft(value);
    else if (!(await onSave(text))) setDraft(value);
  };
  return (
    <TextField
      label={label}
      {...(aside === undefined ? {} : { aside })}
      value={draft}
      onChange={setDraft}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save();
        // Escape belongs to the form around the field.
        else event.continuePropagation();
      }}
      maxLength={isRequired ? 200 : 400}
      autoFocus={autoFocus}
    />
  );
}
