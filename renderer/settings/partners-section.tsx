import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { Partner } from '../../shared/contract/settings.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { classNames } from '../ui/class-names.ts';
import { EditableText } from '../ui/editable-text.tsx';
import { useMe, usePartners } from '../ui/session.ts';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { showToast } from '../ui/toast.ts';
import { undoAction } from '../ui/undo.ts';
import { addPartner, becomeMe, editPartner, removePartner } from './settings-calls.ts';
import styles from './settings-page.module.css';

export function PartnersSection() {
  const { t } = useLingui();
  const partners = usePartners();
  const me = useMe();
  return (
    <>
      {partners.length === 0 && <p className={styles.text}>{t`Nobody yet. Begin with yourself.`}</p>}
      <ul className={styles.people} aria-label={t`Partners`}>
        {partners.map((partner) => (
          <PartnerRow key={partner.id} partner={partner} isMe={partner.id === me?.id} />
        ))}
      </ul>
      <AddPartner />
    </>
  );
}

function PartnerRow({ partner, isMe }: { readonly partner: Partner; readonly isMe: boolean }) {
  const { t } = useLingui();
  const { id, name, monogram, clients } = partner;
  const remove = async () => {
    const commandId = await removePartner(id);
    if (commandId === null) return;
    showToast({
      text: t`${name} is not a partner any more`,
      actions: [undoAction(commandId)],
    });
  };
  return (
    <li className={styles.person} data-record={id}>
      <EditableText
        label={t`Sign of ${name}`}
        value={monogram}
        maxLength={2}
        className={classNames(styles.sign, isMe && styles.mine)}
        onCommit={(typed) => editPartner({ partnerId: id, monogram: typed })}
      />
      <EditableText
        label={t({ message: 'Name', context: 'of a person' })}
        value={name}
        onCommit={(typed) => editPartner({ partnerId: id, name: typed })}
      />
      <span className={styles.count}>{plural(clients, { one: '#\u00a0client', other: '#\u00a0clients' })}</span>
      {isMe ? (
        <Chip tone="accent">{t`you`}</Chip>
      ) : (
        <Button look="quiet" aria-label={t`It’s me: ${name}`} onPress={() => void becomeMe(id)}>
          {t`It’s me`}
        </Button>
      )}
      <Button look="quiet" aria-label={t`Remove ${name}`} onPress={() => void remove()}>
        {t`Remove`}
      </Button>
    </li>
  );
}

function AddPartner() {
  const { t } = useLingui();
  const [name, setName] = useState('');
  const submit = async () => {
    const isAdded = name.trim() !== '' && (await addPartner(name.trim()));
    if (isAdded) setName('');
    return isAdded;
  };
  return (
    <Form className={styles.add} onSubmit={submit}>
      <TextField label={t`New partner`} placeholder={t`name…`} maxLength={200} value={name} onChange={setName} />
      <Button type="submit" icon="plus" isDisabled={name.trim() === ''}>
        {t`Add`}
      </Button>
    </Form>
  );
}
