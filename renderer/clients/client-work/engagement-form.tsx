import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { longestText } from '../../../shared/contract/call.ts';
import { type EngagementKind, engagementKinds } from '../../../shared/contract/client-work.ts';
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
import { useDayProblems } from './day-problems.ts';
import styles from './work.module.css';

export interface EngagementFormProps {
  readonly clientId: string;
  readonly onDone: () => void;
}

/** New work: what it is, when it began and ended, and why. */
export function EngagementForm({ clientId, onDone }: EngagementFormProps) {
  const { t, i18n } = useLingui();
  const today = useToday();
  const words = useDayProblems();
  const [kind, setKind] = useState<EngagementKind>('project');
  const [title, setTitle] = useState('');
  const [startOn, setStartOn] = useState<string | null>(today);
  const [endOn, setEndOn] = useState<string | null>(null);
  const [endReason, setEndReason] = useState('');
  const problem = startOn === null ? null : engagementProblem({ startOn, endOn }, today);
  const save = async () => {
    if (startOn === null || problem !== null) return false;
    const fields = { kind, title: title.trim(), startOn, endOn, endReason: endOn === null ? '' : endReason.trim() };
    const isDone = await carryOut(
      (commandId) => call('clients.addEngagement', { commandId, clientId, ...fields }),
      t`Engagement added`,
    );
    if (isDone) onDone();
    return isDone;
  };
  return (
    <Form className={forms.form} onSubmit={save}>
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
        autoFocus
      />
      <div className={styles.halves}>
        <DateField
          label={t`Start`}
          value={startOn}
          onChange={setStartOn}
          max={today}
          error={
            startOn === null ? t`Write when the work began.` : problem === 'starts_ahead' ? words[problem] : undefined
          }
        />
        <DateField
          label={t({ message: 'End', context: 'of an engagement' })}
          value={endOn}
          onChange={setEndOn}
          error={problem === 'ends_before' ? words[problem] : undefined}
          {...(endOn === null ? { hint: t`Empty: it goes on` } : {})}
        />
      </div>
      {endOn !== null && (
        <TextArea label={t`Why it ends`} value={endReason} onChange={setEndReason} maxLength={longestText} rows={2} />
      )}
      <div className={forms.buttons}>
        <Button type="submit" look="primary" className={forms.save} isDisabled={startOn === null || problem !== null}>
          <Trans>Add</Trans>
        </Button>
      </div>
    </Form>
  );
}
