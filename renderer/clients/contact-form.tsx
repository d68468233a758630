import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Contact, contactRoles } from '../../shared/contract/clients.ts';
import { call } from '../api.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { classNames } from '../ui/class-names.ts';
import { Select } from '../ui/select.tsx';
import { Form } from '../ui/form.tsx';
import { secretWarning } from '../ui/secret-warning.ts';
import { TextField } from '../ui/text-field.tsx';
import { change } from './client-store.ts';
import { useRoleWords } from './contact-words.ts';
import styles from './forms.module.css';

export interface ContactFormProps {
  readonly clientId: string;
  readonly onDone: () => void;
}

type Fields = Omit<Contact, 'id' | 'role' | 'leftOn'> & { readonly role: (typeof contactRoles)[number] };

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
};

/** A new person at the client: what they are, what they do, how to reach them. */
export function ContactForm({ clientId, onDone }: ContactFormProps) {
  const { t } = useLingui();
  const [fields, setFields] = useState<Fields>(empty);
  const [error, setError] = useState<string | undefined>();
  const set = (changed: Partial<Fields>) => setFields((now) => ({ ...now, ...changed }));
  const save = async () => {
    if (fields.name.trim() === '') {
      setError(t`Write a name.`);
      return false;
    }
    const { name, ...others } = fields;
    const isDone = await change(
      (commandId) => call('clients.addContact', { commandId, clientId, name, ...others }),
      t`${name} is added`,
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
          error={secretWarning(fields.email)}
        />
        <TextField
          label={t`Phone`}
          type="tel"
          value={fields.phone}
          onChange={(phone) => set({ phone })}
          maxLength={400}
          error={secretWarning(fields.phone)}
        />
      </div>
      <Duties fields={fields} set={set} />
      <div className={styles.buttons}>
        <Button type="submit" look="primary" className={styles.save}>
          <Trans>Add</Trans>
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
        onChange={(id) => set({ role: contactRoles.find((role) => role === id) ?? 'other' })}
      />
      <TextField
        label={t`In your words`}
        placeholder={t`warehouse and ERP`}
        value={fields.roleNote}
        onChange={(roleNote) => set({ roleNote })}
        maxLength={400}
        error={secretWarning(fields.roleNote)}
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
