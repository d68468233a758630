import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { longestText } from '../../shared/contract/call.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { secretWarning } from '../ui/secret-warning.ts';
import { TextArea } from '../ui/text-field.tsx';
import { change } from './handoff-store.ts';
import { Predecessors } from './predecessors.tsx';
import type { ItemRowProps } from './item-row.tsx';
import styles from './item-form.module.css';

interface EvidenceFormProps extends ItemRowProps {
  readonly onEnd: () => void;
}

/** A mandatory step is done when something shows it: asked for in place, at the moment of ticking. */
export function EvidenceForm({ page, item, onEnd }: EvidenceFormProps) {
  const { t } = useLingui();
  const [evidence, setEvidence] = useState('');
  const [isMissing, setMissing] = useState(false);

  const submit = async () => {
    if (evidence.trim() === '') {
      setMissing(true);
      return false;
    }
    const isDone = await change((commandId) =>
      call('handoff.editItem', { commandId, itemId: item.id, state: 'done', evidence: evidence.trim() }),
    );
    if (isDone) onEnd();
    return isDone;
  };
  const missing = isMissing ? t`Write what shows that this is done` : undefined;
  return (
    <Form className={styles.form} onSubmit={submit} onCancel={onEnd} sendsOnEnter>
      <Predecessors page={page} item={item} />
      <TextArea
        label={t`What shows that it is done`}
        hint={item.evidenceHint === '' ? undefined : item.evidenceHint}
        value={evidence}
        onChange={(text) => {
          setMissing(false);
          setEvidence(text);
        }}
        error={missing ?? secretWarning(evidence)}
        maxLength={longestText}
        autoFocus
      />
      <div className={styles.buttons}>
        <Button type="submit" look="primary" size="small">{t`Done`}</Button>
        <Button look="quiet" size="small" onPress={onEnd}>{t`Cancel`}</Button>
      </div>
    </Form>
  );
}
