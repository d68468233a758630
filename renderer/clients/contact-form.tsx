import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Contact, contactRoles } from '../../shared/contract/clients.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { classNames } from '../ui/class-names.ts';
import { DateField } from '../ui/date-field.tsx';
import { Select } from '../ui/select.tsx';
import { Form } from '../ui/form.tsx';
import { TextField } from '../ui/text-field.tsx';
import { change } from './client-store.ts';
import { useRoleWords } from './contact-words.ts';
import styles from './forms.module.css';

export interface ContactFormProps {
  readonly clientId: string;
  /** Null for a new one. */
  readonly contact: Contact | null;
  readonly onDone: () => void;
}

type Fields = Omit<Contact, 'id'>;

const empty: Fields = {
  name: '',
  role: 'other',
  roleNote: '',
  email: '',
  phone: '',
  decides: false,
  setsTasks: false,
  acceptsResults: false,
  pays: false,
  isTechnical: false,
  leftOn: null,
};

/** A person at the client: what they are, what they do, how to reach them. */
export function ContactForm({ clientId, contact, onDone }: ContactFormProps) {
  const { t } = useLingui();
  const [fields, setFields] = useState<Fields>(contact ?? empty);
  const [error, setError] = useState<string | undefined>();
  const set = (changed: Partial<Fields>) => setFields((now) => ({ ...now, ...changed }));
  const save = async () => {
    if (fields.name.trim() === '') {
      setError(t`Write a name.`);
      return false;
    }
    const { name, roleNote, email, phone, decides, setsTasks, acceptsResults, pays, isTechnical, leftOn } = fields;
    const role = contactRoles.find((each) => each === fields.role) ?? 'other';
    const all = { name, role, roleNote, email, phone, decides, setsTasks, acceptsResults, pays, isTechnical, leftOn };
    const isDone = await change(
      (commandId) =>
        contact === null
          ? call('clients.addContact', { commandId, clientId, ...all })
          : call('clients.editContact', { commandId, contactId: contact.id, ...all }),
      contact === null ? t`${name} is added` : t`${name} is changed`,
    );
    if (isDone) onDone();
    return isDone;
  };
  return (
    <Form className={classNames(styles.form, styles.wide)} onSubmit={save}>
      <TextField
        label={t({ message: 'Name', context: 'person' })}
        value={fields.name}
        onChange={(name) => {
          set({ name });
          setError(undefined);
        }}
        error={error}
        maxLength={200}
        autoFocus
      />
      <RoleFields fields={fields} set={set} />
      <div className={styles.pair}>
        <TextField
          label={t({ message: 'Email', context: 'address' })}
          type="email"
          value={fields.email}
          onChange={(email) => set({ email })}
          maxLength={400}
        />
        <TextField
          label={t`Phone`}
          type="tel"
          value={fields.phone}
          onChange={(phone) => set({ phone })}
          maxLength={400}
        />
      </div>
      <Duties fields={fields} set={set} />
      {contact !== null && (
        <DateField
          label={t({ message: 'Left on', context: 'person' })}
          aside={t`if they are gone`}
          value={fields.leftOn}
          onChange={(leftOn) => set({ leftOn })}
        />
      )}
      <div className={styles.buttons}>
        {contact !== null && <DeleteButton contact={contact} onDone={onDone} />}
        <Button type="submit" look="primary" className={styles.save}>
          {contact === null ? <Trans>Add</Trans> : <Trans>Save</Trans>}
        </Button>
      </div>
    </Form>
  );
}

interface PartProps {
  readonly fields: Fields;
  readonly set: (changed: Partial<Fields>) => void;
}

function RoleFields({ fields, set }: PartProps) {
  const { t } = useLingui();
  const roles = useRoleWords();
  return (
    <>
      <Select
        label={t`Role`}
        options={contactRoles.map((id) => ({ id, label: roles[id] }))}
        value={fields.role}
        onChange={(role) => set({ role })}
      />
      <TextField
        label={t`In your words`}
        placeholder={t`warehouse and ERP`}
        value={fields.roleNote}
        onChange={(roleNote) => set({ roleNote })}
        maxLength={400}
      />
    </>
  );
}

function Duties({ fields, set }: PartProps) {
  const { t } = useLingui();
  return (
    <div className={styles.checks} role="group" aria-label={t`What they do`}>
      <Checkbox isSelected={fields.decides} onChange={(decides) => set({ decides })}>{t`decides`}</Checkbox>
      <Checkbox isSelected={fields.setsTasks} onChange={(setsTasks) => set({ setsTasks })}>{t`sets tasks`}</Checkbox>
      <Checkbox isSelected={fields.acceptsResults} onChange={(acceptsResults) => set({ acceptsResults })}>
        {t`accepts results`}
      </Checkbox>
      <Checkbox isSelected={fields.pays} onChange={(pays) => set({ pays })}>{t`pays`}</Checkbox>
      <Checkbox isSelected={fields.isTechnical} onChange={(isTechnical) => set({ isTechnical })}>
        {t`technical`}
      </Checkbox>
    </div>
  );
}

function DeleteButton({ contact, onDone }: { readonly contact: Contact; readonly onDone: () => void }) {
  const { t } = useLingui();
  const { name } = contact;
  const remove = async () => {
    const isDone = await change(
      (commandId) => call('clients.deleteContact', { commandId, contactId: contact.id }),
      t`${name} is in the trash`,
    );
    if (isDone) onDone();
  };
  return (
    <Button look="quiet" icon="trash" onPress={() => void remove()}>
      <Trans>Delete</Trans>
    </Button>
  );
}
