import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { type Candidate, candidateQuestions, type HandoffPage } from '../../shared/contract/handoff.ts';
import { candidateQuestionWords } from '../../shared/handoff/candidate-questions.ts';
import { announce } from '../ui/announce.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useKeptFocus, type WaysOn } from '../ui/kept-focus.ts';
import { closeOverlay } from '../ui/navigation.ts';
import { useLanguage } from '../ui/session.ts';
import { setStanding, toneOfStanding } from './candidate-standing.ts';
import styles from './compare-dialog.module.css';
import { useIsRunning } from './handoff-store.ts';
import { useHandoffOfOverlay } from './use-handoff-of-overlay.ts';
import { candidateStateWord } from './words.ts';

/** The button of whoever is chosen goes. */
const toTheTable: WaysOn<true> = { markOf: () => true, goOn: (place) => place.focus() };

/** All candidates beside each other, line by line. */
export function CompareDialog({ handoffId }: { readonly handoffId: string }) {
  const page = useHandoffOfOverlay(handoffId);
  return page === null ? null : <Comparison page={page} />;
}

function Comparison({ page }: { readonly page: HandoffPage }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { candidates } = page;
  const keptFocus = useKeptFocus<HTMLDivElement, true>(toTheTable);
  const facts: readonly (readonly [string, (candidate: Candidate) => string])[] = [
    [t`Why they fit`, ({ fits }) => fits],
    [t`Keep in mind`, ({ consider }) => consider],
    [t`How much time they have`, ({ load }) => load],
    [t`Contact`, ({ contact }) => contact],
    [t`Our interest in them`, ({ disclosure }) => disclosure],
  ];
  return (
    <Dialog
      onClose={closeOverlay}
      title={t`Candidates side by side`}
      width="wide"
      actions={<Button look="quiet" onPress={closeOverlay}>{t`Close`}</Button>}
    >
      {/* It scrolls by keyboard too. */}
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={t`Candidates side by side`} {...keptFocus}>
        <table className={styles.table}>
          <thead>
            <tr>
              <td />
              {candidates.map((candidate) => (
                <CandidateHead key={candidate.id} candidate={candidate} />
              ))}
            </tr>
          </thead>
          <tbody>
            {facts.map(([label, valueOf]) => (
              <Row key={label} label={label} candidates={candidates}>
                {valueOf}
              </Row>
            ))}
          </tbody>
          <tbody>
            {candidateQuestions.map((question) => (
              <Row key={question} label={candidateQuestionWords[question][language]} candidates={candidates}>
                {({ answers }) => answers.find((each) => each.question === question)?.answer ?? ''}
              </Row>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}

function CandidateHead({ candidate }: { readonly candidate: Candidate }) {
  const { t } = useLingui();
  const isRunning = useIsRunning();
  const { id, name, state } = candidate;
  const choose = async () => {
    if (await setStanding(id, 'chosen')) announce(t`${name} is chosen, whoever was before stays in reserve`);
  };
  return (
    <th scope="col">
      <div className={styles.head}>
        <span>{name}</span>
        {state !== 'listed' && <Chip tone={toneOfStanding(state)}>{candidateStateWord(state)}</Chip>}
        {isRunning && state !== 'chosen' && (
          <Button size="small" aria-label={t`Choose: ${name}`} onPress={() => void choose()}>
            {t`Choose`}
          </Button>
        )}
      </div>
    </th>
  );
}

interface RowProps {
  readonly label: string;
  readonly candidates: readonly Candidate[];
  readonly children: (candidate: Candidate) => ReactNode;
}

function Row({ label, candidates, children }: RowProps) {
  const { t } = useLingui();
  return (
    <tr>
      <th scope="row">{label}</th>
      {candidates.map((candidate) => (
        <td key={candidate.id}>{children(candidate) || <span className={styles.none}>{t`not said`}</span>}</td>
      ))}
    </tr>
  );
}
