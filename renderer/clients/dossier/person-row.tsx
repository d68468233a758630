import { useLingui } from '@lingui/react/macro';
import { type Contact, contactRoles } from '../../../shared/contract/clients.ts';
import type { CallInput } from '../../../shared/contract/contract.ts';
import { isPresent } from '../../../shared/people.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useToday } from '../../ui/clock.ts';
import { EditableDay } from '../../ui/editable-day.tsx';
import { EditableText } from '../../ui/editable-text.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { secretWarning } from '../../ui/secret-warning.ts';
import { change } from '../client-store.ts';
import { useRoleWords } from '../contact-words.ts';
import styles from './dossier.module.css';
import { useDutyWords } from './duty-words.ts';

interface PersonRowProps {
  readonly contact: Contact;
  readonly lang: string | undefined;
}

type Fields = Omit<CallInput<'clients.editContact'>, 'commandId' | 'contactId'>;
type Edit = (fields: Fields) => Promise<boolean>;

/** One person, every cell edited where it stands. */
export function PersonRow({ contact, lang }: PersonRowProps) {
  const { t } = useLingui();
  const today = useToday();
  const duties = useDutyWords();
  const { id: contactId, name } = contact;
  const edit: Edit = (fields) =>
    change((commandId) => call('clients.editContact', { commandId, contactId, ...fields }), t`${name} is changed`);
  const remove = () =>
    void change((commandId) => call('clients.deleteContact', { commandId, contactId }), t`${name} is in the trash`);
  const leftOn = t({ message: 'Left on', context: 'person' });
  return (
    <tr className={classNames(!isPresent(contact, today) && styles.gone)}>
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
        <EditableDay
          label={leftOn}
          of={name}
          value={contact.leftOn}
          placeholder="—"
          allowsEmpty
          onCommit={(day) => edit({ leftOn: day })}
        />
      </td>
      <td className={styles.last}>
        <IconButton icon="trash" size="small" label={t`Delete: ${name}`} className={styles.away} onPress={remove} />
      </td>
    </tr>
  );
}

interface AboutProps extends PersonRowProps {
  readonly onEdit: Edit;
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

function RoleMenu({ contact, onEdit }: Omit<AboutProps, 'lang'>) {
  const { t } = useLingui();
  const roles = useRoleWords();
  const words = roles[contactRoles.find((role) => role === contact.role) ?? 'other'];
  return (
    <Menu
      label={t`Role`}
      placement="bottom start"
      groups={[
        {
          id: 'roles',
          entries: contactRoles.map((role) => ({
            id: role,
            label: roles[role],
            isChosen: role === contact.role,
            onAction: () => {
              if (role !== contact.role) void onEdit({ role });
            },
          })),
        },
      ]}
    >
      <Button look="quiet" size="small" className={styles.role} aria-label={t`Role (${contact.name}): ${words}`}>
        {words}
      </Button>
    </Menu>
  );
}
