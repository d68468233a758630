import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { longestText } from '../../../shared/contract/call.ts';
import type { Engagement } from '../../../shared/contract/client-work.ts';
import { engagementProblem } from '../../../shared/engagement.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { useToday } from '../../ui/clock.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { carryOut } from '../client-store.ts';
import forms from '../forms.module.css';
import { useDayProblems } from './day-problems.ts';

export interface EndingFormProps {
  readonly engagement: Engagement;
  readonly onDone: () => void;
}

/** Ends work that goes on: the day and the reason are one command, for without a day there is no reason. */
export function EndingForm({ engagement, onDone }: EndingFormProps) {
  const { t } = useLingui();
  const today = useToday();
  const words = useDayProblems();
  const [endOn, setEndOn] = useState<string | null>(today);
  const [endReason, setEndReason] = useState('');
  const { id: engagementId, startOn } = engagement;
  const problem = engagementProblem({ startOn, endOn }, today);
  const save = async () => {
    if (endOn === null || problem !== null) return false;
    const fields = { endOn, endReason: endReason.trim() };
    const isDone = await carryOut(
      (commandId) => call('clients.editEngagement', { commandId, engagementId, ...fields }),
      t`Engagement changed`,
    );
    if (isDone) onDone();
    return isDone;
  };
  return (
    <Form className={forms.form} onSubmit={save}>
      <DateField
        label={t({ message: 'End', context: 'of an engagement' })}
        value={endOn}
        onChange={setEndOn}
        error={problem === null ? undefined : words[problem]}
      />
      <TextArea label={t`Why it ends`} value={endReason} onChange={setEndReason} maxLength={longestText} rows={2} />
      <div className={forms.buttons}>
        <Button type="submit" look="primary" className={forms.save} isDisabled={endOn === null || problem !== null}>
          <Trans context="an engagement">End</Trans>
        </Button>
      </div>
    </Form>
  );
}
