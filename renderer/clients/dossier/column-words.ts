import { useLingui } from '@lingui/react/macro';

/** The columns of the register; in a narrow window each cell bears its own. */
export function useColumnWords() {
  const { t } = useLingui();
  return {
    name: t({ message: 'What', context: 'account' }),
    owner: t({ message: 'Owner', context: 'account' }),
    admin: t({ message: 'Admin', context: 'account' }),
    payer: t({ message: 'Pays', context: 'account' }),
    renewal: t({ message: 'Renewal', context: 'account' }),
    whereKept: t({ message: 'Where it is kept', context: 'account' }),
  };
}
