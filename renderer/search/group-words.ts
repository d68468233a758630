import { useLingui } from '@lingui/react/macro';
import type { SearchGroup } from '../../shared/contract/search.ts';

export function useGroupWords(): Readonly<Record<SearchGroup, string>> {
  const { t } = useLingui();
  return {
    notes: t`Notes`,
    clients: t`Clients`,
    contacts: t`People`,
    tasks: t`Tasks`,
    handoffs: t`Handoffs`,
  };
}
