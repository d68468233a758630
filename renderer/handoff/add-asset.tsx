import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { assetTargets, type HandoffPage } from '../../shared/contract/handoff.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { secretWarning } from '../ui/secret-warning.ts';
import { Select } from '../ui/select.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { change } from './handoff-store.ts';
import styles from './item-form.module.css';
import { assetTargetWord } from './words.ts';

interface AddAssetProps {
  readonly page: HandoffPage;
  readonly onEnd: () => void;
}

export function AddAsset({ page, onEnd }: AddAssetProps) {
  const { t } = useLingui();
  const [name, setName] = useState('');
  const [whereKept, setWhereKept] = useState('');
  const [heldBy, setHeldBy] = useState('');
  const [goesTo, setGoesTo] = useState<(typeof assetTargets)[number]>(
    page.successor === 'contractor' ? 'successor' : 'client',
  );

  const submit = async () => {
    if (name.trim() === '') return false;
    const isAdded = await change((commandId) =>
      call('handoff.addAsset', { commandId, handoffId: page.id, name, whereKept, heldBy, goesTo }),
    );
    if (isAdded) onEnd();
    return isAdded;
  };
  return (
    <Form className={styles.form} label={t`New access`} onSubmit={submit} onCancel={onEnd}>
      <div className={styles.pair}>
        <TextField
          label={t`What`}
          value={name}
          onChange={setName}
          maxLength={200}
          error={secretWarning(name)}
          autoFocus
        />
        <TextField
          label={t`Where it is kept`}
          value={whereKept}
          onChange={setWhereKept}
          maxLength={400}
          error={secretWarning(whereKept)}
        />
      </div>
      <div className={styles.pair}>
        <TextField
          label={t`Who holds it now`}
          value={heldBy}
          onChange={setHeldBy}
          maxLength={400}
          error={secretWarning(heldBy)}
        />
        <Select
          label={t`Goes to`}
          value={goesTo}
          onChange={(id) => setGoesTo(assetTargets.find((each) => each === id) ?? goesTo)}
          options={assetTargets.map((id) => ({ id, label: assetTargetWord(id) }))}
        />
      </div>
      <div className={styles.buttons}>
        <Button type="submit" look="primary" size="small" isDisabled={name.trim() === ''}>{t`Add`}</Button>
        <Button look="quiet" size="small" onPress={onEnd}>{t`Cancel`}</Button>
      </div>
    </Form>
  );
}
