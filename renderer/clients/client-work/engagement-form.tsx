import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Engagement, type EngagementKind, engagementKinds } from '../../../shared/contract/client-work.ts';
import { engagementProblem } from '../../../shared/engagement.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { useToday } from '../../ui/clock.ts';
import { DateField } from '../../ui/date-field.tsx';
import { engagementKindWords } from '../../ui/engagement-words.ts';
import { Form } from '../../ui/form.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { carryOut } from '../client-store.ts';
import forms from '../forms.module.css';
import styles from './work.module.css';

export interface EngagementFormProps {
  readonly clientId: string;
  /** Null for a new one. */
  readonly engagement: Engagement | null;
  /** The last day that is offered; null where the work goes on. */
  readonly endOn?: string | null;
  readonly onDone: () => void;
}

/** When the work began and ended, and why; for a new one also what it is. */
export function EngagementForm({ clientId, engagement, endOn: offered, onDone }: EngagementFormProps) {
  const { t, i18n } = useLingui();
  const today = useToday();
  const [kind, setKind] = useState<EngagementKind>('project');
  const [title, setTitle] = useState('');
  const [startOn, setStartOn] = useState<string | null>(engagement?.startOn ?? today);
  const [endOn, setEndOn] = useState<string | null>(offered ?? engagement?.endOn ?? null);
  const [endReason, setEndReason] = useState(engagement?.endReason ?? '');
  const problem = startOn === null ? 'no_start' : engagementProblem({ startOn, endOn }, today);
  const save = async () => {
    if (startOn === null || problem !== null) return false;
    const fields = { startOn, endOn, endReason: endOn === null ? '' : endReason.trim() };
    const isDone = await carryOut(
      (commandId) =>
        engagement === null
          ? call('clients.addEngagement', { commandId, clientId, kind, title: title.trim(), ...fields })
          : call('clients.editEngagement', { commandId, engagementId: engagement.id, ...fields }),
      engagement === null ? t`Engagement added` : t`Engagement changed`,
    );
    if (isDone) onDone();
    return isDone;
  };
  return (
    <Form className={forms.form} onSubmit={save}>
      {engagement === null && (
        <>
          <Select
            label={t`Kind`}
            options={engagementKinds.map((id) => ({ id, label: i18n.t(engagementKindWords(id)) }))}
            value={kind}
            onChange={(id) => setKind(engagementKinds.find((each) => each === id) ?? 'project')}
          />
          <TextField
            label={t({ message: 'Name', context: 'of an engagement' })}
            placeholder={t`New storefront`}
            value={title}
            onChange={setTitle}
            maxLength={400}
          />
        </>
      )}
      <div className={styles.halves}>
        <DateField
          label={t`Start`}
          value={startOn}
          onChange={setStartOn}
          max={today}
          error={useStartProblem(problem)}
        />
        <DateField
          label={t({ message: 'End', context: 'of an engagement' })}
          value={endOn}
          onChange={setEndOn}
          error={problem === 'ends_before' ? t`Work cannot end before it starts.` : undefined}
          {...(endOn === null ? { hint: t`Empty: it goes on` } : {})}
        />
      </div>
      {endOn !== null && (
        <TextArea label={t`Why it ends`} value={endReason} onChange={setEndReason} maxLength={20_000} rows={2} />
      )}
      <div className={forms.buttons}>
        <Button type="submit" look="primary" className={forms.save} isDisabled={problem !== null}>
          {engagement === null ? <Trans>Add</Trans> : <Trans>Save</Trans>}
        </Button>
      </div>
    </Form>
  );
}

function useStartProblem(problem: 'no_start' | 'starts_ahead' | 'ends_before' | null): string | undefined {
  const { t } = useLingui();
  if (problem === 'no_start') return t`Write when the work began.`;
  return problem === 'starts_ahead' ? t`Work cannot start in the future.` : undefined;
}
