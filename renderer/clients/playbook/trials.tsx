import { Trans, useLingui } from '@lingui/react/macro';
import { trialState, type TrialState } from '../../../shared/clients/trial.ts';
import type { Trial } from '../../../shared/contract/client-playbook.ts';
import { Button } from '../../ui/button.tsx';
import { Chip, type ChipTone } from '../../ui/chip.tsx';
import { useToday } from '../../ui/clock.ts';
import { Fold } from '../../ui/fold.tsx';
import { formatShortDay } from '../../ui/format.ts';
import { Popover } from '../../ui/popover.tsx';
import { useLanguage } from '../../ui/session.ts';
import type { PartProps } from './part-props.ts';
import styles from './playbook.module.css';
import { TrialForm } from './trial-form.tsx';
import { TrialView } from './trial-view.tsx';

/** Small tasks to try each other, one trial after another. */
export function Trials({ page, playbook }: PartProps) {
  const { t } = useLingui();
  const [latest, ...earlier] = playbook.trials;
  return (
    <>
      {latest === undefined ? (
        <p className={styles.quiet}>
          <Trans>A few small tasks and one agreed sign: then both sides say whether to go on.</Trans>
        </p>
      ) : (
        <TrialView key={latest.id} page={page} playbook={playbook} trial={latest} />
      )}
      <Popover
        label={t`New trial`}
        placement="bottom start"
        trigger={
          <Button look="link" icon="plus" className={styles.add} data-adds="trial">
            {latest === undefined ? <Trans>Begin a trial</Trans> : <Trans>Begin another trial</Trans>}
          </Button>
        }
      >
        {(close) => <TrialForm clientId={page.card.id} onDone={close} />}
      </Popover>
      {earlier.map((trial) => (
        <EarlierTrial key={trial.id} page={page} playbook={playbook} trial={trial} />
      ))}
    </>
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
