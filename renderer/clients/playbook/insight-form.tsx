import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { longestText } from '../../../shared/contract/call.ts';
import type { insightKinds } from '../../../shared/contract/client-playbook.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useToday } from '../../ui/clock.ts';
import { Form } from '../../ui/form.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { carryOut } from '../client-store.ts';
import styles from '../forms.module.css';
import { insightKindSegments } from './words.ts';

export interface InsightFormProps {
  readonly clientId: string;
  readonly onDone: () => void;
}

/** What was told today. */
export function InsightForm({ clientId, onDone }: InsightFormProps) {
  const { t } = useLingui();
  const toldOn = useToday();
  const [kind, setKind] = useState<(typeof insightKinds)[number]>('idea');
  const [title, setTitle] = useState('');
  const [isBeyondContract, setBeyond] = useState(false);
  const [isSent, setSent] = useState(false);
  const save = async () => {
    setSent(true);
    if (title.trim() === '') return false;
    const insight = { clientId, kind, title, toldOn, isBeyondContract };
    const isDone = await carryOut(
      (commandId) => call('clients.addInsight', { commandId, ...insight }),
      t`Insight written down`,
    );
    if (isDone) onDone();
    return isDone;
  };
  return (
    <Form className={classNames(styles.form, styles.wide)} onSubmit={save}>
      <Segmented label={t`What it is`} segments={insightKindSegments()} value={kind} onChange={setKind} />
      <TextArea
        label={t`What we told`}
        value={title}
        onChange={setTitle}
        error={isSent && title.trim() === '' ? t`Write what you told the client.` : undefined}
        maxLength={longestText}
        autoFocus
      />
      <Checkbox isSelected={isBeyondContract} onChange={setBeyond}>
        <Trans>Beyond the contract</Trans>
      </Checkbox>
      <div className={styles.buttons}>
        <Button type="submit" look="primary" className={styles.save}>
          <Trans>Add</Trans>
        </Button>
      </div>
    </Form>
  );
}
