import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Contact } from '../../shared/contract/clients.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { EditableText } from '../ui/editable-text.tsx';
import { secretWarning } from '../ui/secret-warning.ts';
import { useContactEdit } from './contact-edit.ts';
import { useDutyWords } from './dossier/duty-words.ts';
import styles from './people.module.css';
import { LeftOn } from './left-on.tsx';
import { RoleMenu } from './role-menu.tsx';

export interface PersonFieldsProps {
  readonly contact: Contact;
  readonly lang: string | undefined;
}

/** Everything about a person at the client, each thing changed where it stands. */
export function PersonFields({ contact, lang }: PersonFieldsProps) {
  const { t } = useLingui();
  const { name } = contact;
  const { edit, remove } = useContactEdit(contact);
  const text = (label: string, field: 'roleNote' | 'email' | 'phone') => (
    <Line label={label}>
      <EditableText
        label={`${label} (${name})`}
        value={contact[field]}
        placeholder="—"
        allowsEmpty
        maxLength={400}
        lang={contact[field] === '' ? undefined : lang}
        warningFor={secretWarning}
        onCommit={(next) => edit({ [field]: next })}
      />
    </Line>
  );
  const leftOn = t({ message: 'Left on', context: 'person' });
  return (
    <div className={styles.fields} role="group" aria-label={name}>
      <Line label={t({ message: 'Name', context: 'person' })}>
        <EditableText
          label={t({ message: 'Name', context: 'person' })}
          value={name}
          lang={lang}
          onCommit={(next) => edit({ name: next })}
        />
      </Line>
      <Line label={t`Role`}>
        <RoleMenu contact={contact} onEdit={edit} />
      </Line>
      {text(t`In your words`, 'roleNote')}
      {text(t({ message: 'Email', context: 'address' }), 'email')}
      {text(t`Phone`, 'phone')}
      <Line label={leftOn}>
        <LeftOn contact={contact} onEdit={edit} />
      </Line>
      <Duties contact={contact} onEdit={edit} />
      <Button look="quiet" size="small" icon="trash" className={styles.delete} onPress={() => void remove()}>
        <Trans>Delete</Trans>
      </Button>
    </div>
  );
}

/** The word of the line is also the name of what is changed in it. */
function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.line}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      <div className={styles.value}>{children}</div>
    </div>
  );
}

function Duties({ contact, onEdit }: Parameters<typeof RoleMenu>[0]) {
  const { t } = useLingui();
  const duties = useDutyWords();
  return (
    <div className={styles.duties} role="group" aria-label={t`What they do`}>
      {duties.map(({ duty, words }) => (
        <Checkbox key={duty} isSelected={contact[duty]} onChange={(isSelected) => void onEdit({ [duty]: isSelected })}>
          {words}
        </Checkbox>
      ))}
    </div>
  );
}
