import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Side, sides } from '../../../shared/contract/clients.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { secretWarning } from '../../ui/secret-warning.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './handoff-templates.module.css';
import { addItem } from './template-calls.ts';
import type { ColumnsProps } from './template-columns.tsx';
import { useSideWord } from './use-side-word.ts';

interface AddProps extends ColumnsProps {
  readonly day: number;
  readonly onEnd: () => void;
}

/** An item of one's own, due at the end of its week until another day is chosen. */
export function AddTemplateItem({ template, language, day, onEnd }: AddProps) {
  const { t } = useLingui();
  const sideWord = useSideWord();
  const [title, setTitle] = useState('');
  const [side, setSide] = useState<Side>('agency');
  const submit = async () => {
    const name = title.trim();
    const isAdded = name !== '' && (await addItem({ templateId: template.id, language, title: name, day, side }));
    if (isAdded) onEnd();
    return isAdded;
  };
  return (
    <Form className={styles.form} label={t`New item`} onSubmit={submit} onCancel={onEnd}>
      <TextField
        label={t`Item`}
        value={title}
        onChange={setTitle}
        maxLength={200}
        error={secretWarning(title)}
        autoFocus
      />
      <Select
        label={t`Side`}
        value={side}
        onChange={(id) => setSide(sides.find((each) => each === id) ?? 'agency')}
        options={sides.map((id) => ({ id, label: sideWord(id) }))}
      />
      <div className={styles.buttons}>
        <Button type="submit" look="primary" size="small" isDisabled={title.trim() === ''}>{t`Add`}</Button>
        <Button look="quiet" size="small" onPress={onEnd}>{t`Cancel`}</Button>
      </div>
    </Form>
  );
}
