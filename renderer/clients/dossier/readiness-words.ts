import { useLingui } from '@lingui/react/macro';
import type { Gap, ReadinessCheck } from '../../../shared/clients/readiness.ts';

/** The part of the dossier where the missing thing is written down. */
export function partOfCheck(check: ReadinessCheck): string {
  switch (check) {
    case 'sets_tasks':
    case 'accepts_results':
    case 'technical':
      return 'people';
    case 'accounts':
    case 'kept':
    case 'owners':
    case 'theirs':
      return 'accounts';
    default:
      return check;
  }
}

const mostNames = 4;

export function useGapWords(): (gap: Gap) => string {
  const { t } = useLingui();
  return ({ check, accounts }) => {
    const more = accounts.length - mostNames;
    const named = accounts.slice(0, mostNames);
    const names = (more > 0 ? [...named, t`${more} more`] : named).join(', ');
    const words: Readonly<Record<ReadinessCheck, string>> = {
      sets_tasks: t`Nobody at the client sets tasks`,
      accepts_results: t`Nobody at the client accepts results`,
      technical: t`No technical person is known at the client`,
      how_it_works: t`No map of the project`,
      agreement: t`Unwritten agreements are not written down`,
      decision: t`No decision is written down`,
      watch: t`Known defects and workarounds are not written down`,
      accounts: t`No account is written down`,
      kept: t`Not said where it is kept: ${names}`,
      owners: t`Not said whose account it is: ${names}`,
      theirs: t`In our name: ${names}`,
    };
    return words[check];
  };
}
