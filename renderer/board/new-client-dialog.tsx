import { useLingui } from '@lingui/react/macro';
import { useEffect, useId, useState } from 'react';
import { type BoardStage, boardStages, isBoardStage } from '../../shared/stage.ts';
import { Button } from '../ui/button.tsx';
import { today } from '../ui/clock.ts';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { sentenceFor } from '../ui/error-sentences.ts';
import { closeOverlay } from '../ui/navigation.ts';
import { Select } from '../ui/select.tsx';
import { useMe, usePartners } from '../ui/session.ts';
import { useStageWords } from '../ui/stage-words.ts';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { createClient } from './create-client.ts';
import { useBoard } from './board-store.ts';
import { refusePast } from './past-store.ts';
import styles from './new-client-dialog.module.css';

const nobody = 'nobody';

/** Nobody joins a board of the past: that is said instead. */
export function NewClientDialog(props: { readonly stage?: BoardStage }) {
  const isPast = useBoard((board) => board.past !== null);
  return isPast ? <NotInThePast /> : <NewClientForm {...props} />;
}

function NotInThePast() {
  useEffect(() => {
    closeOverlay();
    refusePast();
  }, []);
  return null;
}

/** A name and a stage are enough; the rest can wait. */
function NewClientForm({ stage: offered = 'acquaintance' }: { readonly stage?: BoardStage }) {
  const { t } = useLingui();
  const me = useMe();
  const form = useId();
  const [name, setName] = useState('');
  const [stage, setStage] = useState<BoardStage>(offered);
  const [partner, setPartner] = useState(me?.id ?? nobody);
  const [sinceOn, setSinceOn] = useState<string | null>(null);
  const [error, setError] = useState<string>();
  const save = async () => {
    if (name.trim() === '') {
      setError(t`Write the name of the client.`);
      return false;
    }
    try {
      await createClient({ name, stage, partnerId: partner === nobody ? null : partner, sinceOn });
      closeOverlay();
      return true;
    } catch (problem) {
      setError(sentenceFor(problem));
      return false;
    }
  };
  return (
    <Dialog
      title={t`New client`}
      onClose={closeOverlay}
      width="narrow"
      actions={
        <>
          <Button look="quiet" onPress={closeOverlay}>{t`Cancel`}</Button>
          <Button look="primary" type="submit" form={form}>{t`Add`}</Button>
        </>
      }
    >
      <Form id={form} className={styles.form} onSubmit={save}>
        <TextField
          label={t`Name`}
          value={name}
          onChange={(value) => {
            setName(value);
            setError(undefined);
          }}
          error={error}
          maxLength={200}
          size="large"
          autoFocus
        />
        <StageSelect value={stage} onChange={setStage} />
        <PartnerSelect value={partner} onChange={setPartner} />
        <DateField
          label={t`With us since`}
          aside={t`if not from today`}
          value={sinceOn}
          onChange={setSinceOn}
          max={today()}
        />
      </Form>
    </Dialog>
  );
}

interface StageSelectProps {
  readonly value: BoardStage;
  readonly onChange: (stage: BoardStage) => void;
}

function StageSelect({ value, onChange }: StageSelectProps) {
  const { t } = useLingui();
  const words = useStageWords();
  return (
    <Select
      label={t`Stage`}
      value={value}
      options={boardStages.map((stage) => ({ id: stage, label: words(stage).label, stage }))}
      onChange={(id) => {
        if (isBoardStage(id)) onChange(id);
      }}
    />
  );
}

function PartnerSelect({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) {
  const { t } = useLingui();
  const partners = usePartners();
  if (partners.length === 0) return null;
  return (
    <Select
      label={t`Led by`}
      value={value}
      options={[
        ...partners.map(({ id, name, monogram }) => ({ id, label: name, monogram })),
        { id: nobody, label: t`Nobody yet` },
      ]}
      onChange={onChange}
    />
  );
}
