import { useLingui } from '@lingui/react/macro';

/** What people at a client do for the work, and whether they can be talked to about how it is made. */
export function useDutyWords() {
  const { t } = useLingui();
  return [
    { duty: 'decides', words: t`decides`, head: t({ message: 'Decides', context: 'column' }) },
    { duty: 'setsTasks', words: t`sets tasks`, head: t({ message: 'Sets tasks', context: 'column' }) },
    { duty: 'acceptsResults', words: t`accepts results`, head: t({ message: 'Accepts', context: 'column' }) },
    { duty: 'pays', words: t`pays`, head: t({ message: 'Pays', context: 'column' }) },
    { duty: 'isTechnical', words: t`technical`, head: t({ message: 'Technical', context: 'column' }) },
  ] as const;
}
