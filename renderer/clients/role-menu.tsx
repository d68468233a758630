import { useLingui } from '@lingui/react/macro';
import { type Contact, contactRoles } from '../../shared/contract/clients.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Menu } from '../ui/menu.tsx';
import type { EditContact } from './contact-edit.ts';
import { useRoleWords } from './contact-words.ts';
import styles from './people.module.css';

export interface RoleMenuProps {
  readonly contact: Contact;
  readonly onEdit: EditContact;
}

/** The role in a word; pressed, it shows the others. */
export function RoleMenu({ contact, onEdit }: RoleMenuProps) {
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
      <Button
        look="quiet"
        size="small"
        className={classNames(styles.role)}
        aria-label={t`Role (${contact.name}): ${words}`}
      >
        {words}
      </Button>
    </Menu>
  );
}
