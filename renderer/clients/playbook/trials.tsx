import { useLingui } from '@lingui/react/macro';
import { trialState, type TrialState } from '../../../shared/clients/trial.ts';
import type { Trial } from '../../../shared/contract/client-playbook.ts';
import { Chip, type ChipTone } from '../../ui/chip.tsx';
import { useToday } from '../../ui/clock.ts';
import { Fold } from '../../ui/fold.tsx';
import { formatShortDay } from '../../ui/format.ts';
import { useLanguage } from '../../ui/session.ts';
import type { PartProps } from './part-props.ts';
import { RecordList } from './record-list.tsx';
import { TrialForm } from './trial-form.tsx';
import { TrialView } from './trial-view.tsx';

/** Small tasks to try each other, one trial after another. */
export function Trials({ page, playbook }: PartProps) {
  const { t } = useLingui();
  const [latest, ...earlier] = playbook.trials;
  return (
    <RecordList
      lead={t`A few small tasks and one agreed sign: then both sides say whether to go on.`}
      isEmpty={latest === undefined}
      add={latest === undefined ? t`Begin a trial` : t`Begin another trial`}
      formLabel={t`New trial`}
      form={(close) => <TrialForm clientId={page.card.id} onDone={close} />}
      below={earlier.map((trial) => (
        <EarlierTrial key={trial.id} page={page} playbook={playbook} trial={trial} />
      ))}
    >
      {latest !== undefined && <TrialView key={latest.id} page={page} playbook={playbook} trial={latest} isLatest />}
    </RecordList>
  );
}

function EarlierTrial({ page, playbook, trial }: PartProps & { readonly trial: Trial }) {
  const { t } = useLingui();
  const language = useLanguage();
  const today = useToday();
  const day = trial.startedOn === null ? '' : formatShortDay(language, trial.startedOn, today);
  return (
    <Fold level={3} memory={`trial ${trial.id}`} title={t`Trial of ${day}`} summary={<TrialChip trial={trial} />}>
      <TrialView page={page} playbook={playbook} trial={trial} />
    </Fold>
  );
}

/** How far the trial is, in two words. */
export function TrialChip({ trial }: { readonly trial: Trial }) {
  const { t } = useLingui();
  const today = useToday();
  const words: Readonly<Record<Exclude<TrialState, 'decided'>, string>> = {
    ahead: t`Not begun`,
    running: t({ message: 'Under way', context: 'trial' }),
    awaits_verdict: t`Verdicts are due`,
  };
  const state = trialState(trial, today);
  if (state !== 'decided') return <Chip tone={state === 'awaits_verdict' ? 'warn' : 'plain'}>{words[state]}</Chip>;
  const outcome = outcomeOf(trial);
  const outcomes: Readonly<Record<Outcome, readonly [string, ChipTone]>> = {
    yes: [t`Both said yes`, 'ok'],
    not_now: [t`Not now`, 'warn'],
    no: [t`Not going on`, 'danger'],
  };
  const [said, tone] = outcomes[outcome];
  return <Chip tone={tone}>{said}</Chip>;
}

type Outcome = 'yes' | 'not_now' | 'no';

/** The stricter word of the two counts. */
function outcomeOf({ ours, theirs }: Trial): Outcome {
  const said = [ours.verdict, theirs.verdict];
  if (said.includes('no')) return 'no';
  return said.includes('not_now') ? 'not_now' : 'yes';
}
