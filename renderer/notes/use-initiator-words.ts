import { useLingui } from '@lingui/react/macro';

/** Which side began the talk, in words; empty where that is not known. */
export function useInitiatorWords(): (side: string | null) => string {
  const { t } = useLingui();
  return (side) => {
    if (side === 'agency') return t`started by us`;
    return side === 'client' ? t`started by the client` : '';
  };
}
