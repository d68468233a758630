import { Trans, useLingui } from '@lingui/react/macro';
import { longestText } from '../../../shared/contract/call.ts';
import { asksToComeBack, endsBeforeStart, isTimeToCompare } from '../../../shared/clients/trial.ts';
import type { Trial } from '../../../shared/contract/client-playbook.ts';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { useToday } from '../../ui/clock.ts';
import { EditableText } from '../../ui/editable-text.tsx';
import { toLastButton, useKeptFocus } from '../../ui/kept-focus.ts';
import { Popover } from '../../ui/popover.tsx';
import { SavedDateField } from '../../ui/saved-date-field.tsx';
import { useSoughtRecord } from '../../ui/sought-record.ts';
import { carryOut } from '../client-store.ts';
import { TaskForm } from '../task-form.tsx';
import { TaskRow } from '../task-row.tsx';
import { FieldRow } from './field-row.tsx';
import type { PartProps } from './part-props.ts';
import styles from './playbook.module.css';
import { Removal } from './removal.tsx';
import look from './trial-view.module.css';
import { ImpressionThen } from './impression-then.tsx';
import { VerdictField } from './verdict-field.tsx';

export interface TrialViewProps extends PartProps {
  readonly trial: Trial;
  /** Only the latest “not now” comes back: a trial after it has said more. */
  readonly isLatest?: boolean;
}

type Change = Omit<CallInput<'clients.editTrial'>, 'commandId' | 'trialId'>;

function sendTrial(trial: Trial, change: Change, done: string): Promise<boolean> {
  return carryOut((commandId) => call('clients.editTrial', { commandId, trialId: trial.id, ...change }), done);
}

/** One trial: its days, its sign, its tasks, and what both sides say at its end. */
export function TrialView({ page, playbook, trial, isLatest = false }: TrialViewProps) {
  const { t } = useLingui();
  const place = useSoughtRecord<HTMLDivElement>(trial.id);
  const today = useToday();
  return (
    <div ref={place} className={styles.removable}>
      <TrialDays trial={trial} />
      <FieldRow label={t`Success sign`}>
        <EditableText
          label={t`Agreed success sign`}
          value={trial.successSign}
          placeholder={t`How both sides will know that it went well`}
          isMultiline
          allowsEmpty
          maxLength={longestText}
          lang={page.language ?? undefined}
          onCommit={(successSign) => sendTrial(trial, { successSign }, t`Success sign saved`)}
        />
      </FieldRow>
      <FieldRow label={t`Tasks`}>
        <TrialTasks page={page} trial={trial} />
      </FieldRow>
      {isTimeToCompare(trial, today) && <ImpressionThen page={page} playbook={playbook} />}
      <div className={look.verdicts}>
        <VerdictField page={page} trial={trial} side="ours" />
        <VerdictField page={page} trial={trial} side="theirs" />
      </div>
      {trial.successSign === '' && (trial.ours.verdict !== '' || trial.theirs.verdict !== '') && (
        <p className={styles.warn}>
          <Trans>No success sign was agreed, so the verdict is only a feeling.</Trans>
        </p>
      )}
      {isLatest && asksToComeBack(trial) && <ComeBackDay trial={trial} />}
      <Removal
        label={t`Delete the trial`}
        run={(commandId) => call('clients.deleteTrial', { commandId, trialId: trial.id })}
        done={t`Trial deleted`}
      />
    </div>
  );
}

function TrialDays({ trial }: { readonly trial: Trial }) {
  const { t } = useLingui();
  const early = t`A trial cannot end before it starts.`;
  return (
    <FieldRow label={t`From and to`}>
      <div className={look.days}>
        <SavedDateField
          label={t`Starts`}
          isLabelHidden
          saved={trial.startedOn}
          isRequired
          problemOf={(startedOn) => (endsBeforeStart({ ...trial, startedOn }) ? early : undefined)}
          onSave={(startedOn) =>
            startedOn === null ? Promise.resolve(true) : sendTrial(trial, { startedOn }, t`The day is changed`)
          }
        />
        <span className={look.dash} aria-hidden="true">
          –
        </span>
        <SavedDateField
          label={t`Ends`}
          isLabelHidden
          saved={trial.endsOn}
          problemOf={(endsOn) => (endsBeforeStart({ ...trial, endsOn }) ? early : undefined)}
          onSave={(endsOn) => sendTrial(trial, { endsOn }, t`The day is changed`)}
        />
      </div>
    </FieldRow>
  );
}

function TrialTasks({ page, trial }: Pick<TrialViewProps, 'page' | 'trial'>) {
  const { t } = useLingui();
  const keptFocus = useKeptFocus<HTMLDivElement, true>(toLastButton);
  return (
    <div className={look.tasks} role="group" aria-label={t`Tasks of the trial`} {...keptFocus}>
      {trial.tasks.map((task) => (
        <TaskRow key={task.id} page={page} task={task} />
      ))}
      <Popover
        label={t`New task`}
        placement="bottom start"
        trigger={
          <Button look="link" icon="plus" className={styles.add}>
            <Trans>Add a task of the trial</Trans>
          </Button>
        }
      >
        {(close) => <TaskForm page={page} trialId={trial.id} onDone={close} />}
      </Popover>
    </div>
  );
}

function ComeBackDay({ trial }: { readonly trial: Trial }) {
  const { t } = useLingui();
  const today = useToday();
  return (
    <div className={look.comeBack}>
      <SavedDateField
        label={t`Come back on`}
        hint={trial.revisitOn === null ? t`“Not now” without a day is forgotten. Choose when to ask again.` : undefined}
        saved={trial.revisitOn}
        problemOf={(day) =>
          day !== null && day <= today ? t`This day is over. Choose one that is still ahead.` : undefined
        }
        onSave={(revisitOn) =>
          sendTrial(
            trial,
            { revisitOn },
            revisitOn === null ? t`There is no day to come back` : t`The day to come back is set`,
          )
        }
      />
    </div>
  );
}
