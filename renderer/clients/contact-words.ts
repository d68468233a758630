import { useLingui } from '@lingui/react/macro';
import type { Contact, contactRoles } from '../../shared/contract/clients.ts';
import { useToday } from '../ui/clock.ts';
import { formatShortDay } from '../ui/format.ts';
import { useLanguage } from '../ui/session.ts';

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

/** «склад и 1С, решает»: one's own words go before the name of the role; of who left only the day is told. */
export function useContactWords(contact: Contact): string {
  const { t } = useLingui();
  const roles: Readonly<Record<string, string>> = useRoleWords();
  const language = useLanguage();
  const today = useToday();
  const { leftOn } = contact;
  const role = contact.role === 'other' ? '' : (roles[contact.role] ?? contact.role);
  const what = contact.roleNote === '' ? role : contact.roleNote;
  const day = leftOn === null ? '' : formatShortDay(language, leftOn, today);
  if (leftOn !== null && leftOn <= today) return [what, t`left ${day}`].filter(Boolean).join(', ');
  return [
    what,
    contact.decides && t`decides`,
    contact.setsTasks && t`sets tasks`,
    contact.acceptsResults && t`accepts results`,
    contact.pays && t`pays`,
    leftOn !== null && t`leaves ${day}`,
  ]
    .filter(Boolean)
    .join(', ');
}
