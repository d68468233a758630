import { useLingui } from '@lingui/react/macro';
import type { Side } from '../../../shared/contract/clients.ts';

/** The parties as a partner calls them. */
export function useSideWord(): (side: Side) => string {
  const { t } = useLingui();
  const words: Readonly<Record<Side, string>> = { agency: t`Us`, client: t`Client`, successor: t`Successor` };
  return (side) => words[side];
}
