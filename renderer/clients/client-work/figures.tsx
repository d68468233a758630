import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Popover } from '../../ui/popover.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { carryOut } from '../client-store.ts';
import forms from '../forms.module.css';
import { FigureCard } from './figure-card.tsx';
import { readTarget, useNumberHint, useTargetProblem } from './target.ts';
import { WorkSection } from './work-section.tsx';
import type { WorkPartProps } from './work-tab.tsx';
import styles from './work.module.css';

/** The numbers that tell whether the work helps the client's business. */
export function Figures({ page, work }: WorkPartProps) {
  const { t } = useLingui();
  return (
    <WorkSection
      title={t`Figures`}
      hint={t`The first one is shown beside the notes.`}
      actions={
        <Popover
          label={t`New figure`}
          trigger={
            <Button look="quiet" size="small" icon="plus">
              <Trans>Add a figure</Trans>
            </Button>
          }
        >
          {(close) => <FigureForm clientId={page.card.id} onDone={close} />}
        </Popover>
      }
    >
      {work.kpis.length === 0 && (
        <p className={styles.nothing}>
          <Trans>No figures yet. One number that matters to their business is enough to begin with.</Trans>
        </p>
      )}
      <ul>
        {work.kpis.map((kpi, index) => (
          <FigureCard key={kpi.id} kpi={kpi} index={index} all={work.kpis} lang={page.language ?? undefined} />
        ))}
      </ul>
    </WorkSection>
  );
}

function FigureForm({ clientId, onDone }: { readonly clientId: string; readonly onDone: () => void }) {
  const { t } = useLingui();
  const [name, setName] = useState('');
  const [unit, setUnit] = useState('');
  const [target, setTarget] = useState('');
  const [isAsked, setAsked] = useState(false);
  const problemOf = useTargetProblem(unit);
  const value = readTarget(target, unit);
  const save = async () => {
    setAsked(true);
    if (name.trim() === '' || value === null) return false;
    const fields = { name: name.trim(), unit: unit.trim(), target: value };
    const isDone = await carryOut(
      (commandId) => call('clients.addKpi', { commandId, clientId, ...fields }),
      t`Figure added`,
    );
    if (isDone) onDone();
    return isDone;
  };
  return (
    <Form className={forms.form} onSubmit={save}>
      <TextField
        label={t`What is measured`}
        placeholder={t`Repeat orders`}
        value={name}
        onChange={setName}
        error={isAsked && name.trim() === '' ? t`Write what is measured.` : undefined}
        maxLength={200}
        autoFocus
      />
      <div className={styles.halves}>
        <TextField
          label={t({ message: 'Goal', context: 'of a figure' })}
          value={target}
          onChange={setTarget}
          inputMode="decimal"
          hint={useNumberHint(unit)(target)}
          error={isAsked ? problemOf(target) : undefined}
          maxLength={40}
        />
        <TextField label={t`Unit`} placeholder="%" value={unit} onChange={setUnit} maxLength={30} />
      </div>
      <div className={forms.buttons}>
        <Button type="submit" look="primary" className={forms.save}>
          <Trans>Add</Trans>
        </Button>
      </div>
    </Form>
  );
}
