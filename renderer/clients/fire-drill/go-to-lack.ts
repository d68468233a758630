import type { DrillLack } from '../../../shared/contract/handoff-drill.ts';
import { navigate } from '../../ui/navigation.ts';
import { partOfCheck } from '../dossier/readiness-words.ts';

/** To the field where the missing thing is written down. */
export function goToLack(clientId: string, { check }: Pick<DrillLack, 'check'>): void {
  if (check === 'evidence') navigate({ name: 'settings', section: 'handoff-templates' });
  else if (check === 'lead') navigate({ name: 'client', clientId, part: 'lead' });
  else navigate({ name: 'client', clientId, tab: 'dossier', part: partOfCheck(check) });
}
