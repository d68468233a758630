import type { ReadinessCheck } from '../../../shared/clients/readiness.ts';

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
