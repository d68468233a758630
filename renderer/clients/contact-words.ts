import { useLingui } from '@lingui/react/macro';
import type { Contact, contactRoles } from '../../shared/contract/clients.ts';

type Role = (typeof contactRoles)[number];

/** The names of the roles in the interface language. */
export function useRoleWords(): Readonly<Record<Role, string>> {
  const { t } = useLingui();
  return {
    owner: t({ message: 'owner', context: 'role' }),
    marketing: t({ message: 'marketing', context: 'role' }),
    project_manager: t({ message: 'project manager', context: 'role' }),
    cto: t({ message: 'CTO', context: 'role' }),
    finance: t({ message: 'finance', context: 'role' }),
    it: t({ message: 'IT', context: 'role' }),
    other: t({ message: 'other', context: 'role' }),
  };
}

/** «склад и 1С, решает»: one's own words go before the name of the role. */
export function useContactWords(contact: Contact): string {
  const { t } = useLingui();
  const roles: Readonly<Record<string, string>> = useRoleWords();
  const role = contact.role === 'other' ? '' : (roles[contact.role] ?? contact.role);
  return [
    contact.roleNote === '' ? role : contact.roleNote,
    contact.decides && t`decides`,
    contact.setsTasks && t`sets tasks`,
    contact.acceptsResults && t`accepts results`,
    contact.pays && t`pays`,
    contact.leftOn !== null && t({ message: 'left', context: 'person' }),
  ]
    .filter(Boolean)
    .join(', ');
}
