import { useLingui } from '@lingui/react/macro';
import type { Contact } from '../../../shared/contract/clients.ts';
import { isPresent } from '../../../shared/people.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useToday } from '../../ui/clock.ts';
import { EditableText } from '../../ui/editable-text.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { secretWarning } from '../../ui/secret-warning.ts';
import { useSoughtRecord } from '../../ui/sought-record.ts';
import { type EditContact, useContactEdit } from '../contact-edit.ts';
import { LeftOn } from '../left-on.tsx';
import { RoleMenu } from '../role-menu.tsx';
import styles from './dossier.module.css';
import { useDutyWords } from './duty-words.ts';

interface PersonRowProps {
  readonly contact: Contact;
  readonly lang: string | undefined;
}

/** One person, every cell edited where it stands. */
export function PersonRow({ contact, lang }: PersonRowProps) {
  const { t } = useLingui();
  const place = useSoughtRecord<HTMLTableRowElement>(contact.id);
  const today = useToday();
  const duties = useDutyWords();
  const { name } = contact;
  const { edit, remove } = useContactEdit(contact);
  const leftOn = t({ message: 'Left on', context: 'person' });
  return (
    <tr ref={place} className={classNames(!isPresent(contact, today) && styles.gone)}>
      <th scope="row">
        <EditableText
          label={t({ message: 'Name', context: 'person' })}
          value={name}
          lang={lang}
          onCommit={(text) => edit({ name: text })}
        />
        <About contact={contact} lang={lang} onEdit={edit} />
      </th>
      {duties.map(({ duty, words }) => (
        <td key={duty} className={styles.check}>
          <Checkbox
            aria-label={`${name}: ${words}`}
            isSelected={contact[duty]}
            onChange={(isSelected) => void edit({ [duty]: isSelected })}
          >
            <span className={styles.duty}>{words}</span>
          </Checkbox>
        </td>
      ))}
      <td data-label={leftOn} className={styles.left}>
        <LeftOn contact={contact} onEdit={edit} />
      </td>
      <td className={styles.last}>
        <IconButton
          icon="trash"
          size="small"
          label={t`Delete: ${name}`}
          className={styles.away}
          onPress={() => void remove()}
        />
      </td>
    </tr>
  );
}

interface AboutProps extends PersonRowProps {
  readonly onEdit: EditContact;
}

/** Role, own words and how to reach them, quiet under the name. */
function About({ contact, lang, onEdit }: AboutProps) {
  const { t } = useLingui();
  const { name } = contact;
  const part = (label: string, field: 'roleNote' | 'email' | 'phone') => (
    <span className={classNames(contact[field] === '' && styles.unfilled)}>
      <EditableText
        label={`${label} (${name})`}
        value={contact[field]}
        placeholder={label}
        allowsEmpty
        maxLength={400}
        lang={lang}
        warningFor={secretWarning}
        onCommit={(text) => onEdit({ [field]: text })}
      />
    </span>
  );
  return (
    <div className={styles.about}>
      <RoleMenu contact={contact} onEdit={onEdit} />
      {part(t`in your words`, 'roleNote')}
      {part(t({ message: 'email', context: 'address' }), 'email')}
      {part(t`phone`, 'phone')}
    </div>
  );
}
