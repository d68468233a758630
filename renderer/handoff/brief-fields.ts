import type { BriefFinding, BriefGap } from '../../shared/contract/handoff-brief.ts';
import type { HandoffPage } from '../../shared/contract/handoff.ts';
import { assertNever } from '../../shared/errors.ts';
import { navigate } from '../ui/navigation.ts';

/** To where the words of a finding are written, with the field chosen. */
export function goToField(
  { id: handoffId, client }: HandoffPage,
  { place, recordId }: Pick<BriefFinding, 'place' | 'recordId'>,
): void {
  const clientId = client.id;
  switch (place) {
    case 'dossier':
    case 'asset':
      return navigate({ name: 'handoff', handoffId, spot: { record: 'record', id: recordId } });
    case 'item':
      return navigate({ name: 'handoff', handoffId, spot: { record: 'item', id: recordId } });
    case 'contact':
      return navigate({ name: 'client', clientId, tab: 'dossier', record: recordId });
    case 'figure':
      return navigate({ name: 'client', clientId, tab: 'work', record: recordId });
    case 'goal':
      return navigate({ name: 'client', clientId, tab: 'work' });
    case 'client':
      return navigate({ name: 'client', clientId });
    case 'agency':
      return navigate({ name: 'settings', section: 'agency' });
    case 'partner':
      return navigate({ name: 'settings', section: 'partners' });
    default:
      return assertNever(place);
  }
}

/** To where what candidates would miss is written down. */
export function goToGap({ id: handoffId, client }: HandoffPage, gap: BriefGap): void {
  const clientId = client.id;
  switch (gap) {
    case 'map':
      return navigate({ name: 'client', clientId, tab: 'dossier', part: 'how_it_works' });
    case 'systems':
      return navigate({ name: 'client', clientId, tab: 'dossier', part: 'accounts' });
    case 'people':
      return navigate({ name: 'client', clientId, tab: 'dossier', part: 'people' });
    case 'contact':
      return navigate({ name: 'settings', section: 'agency' });
    case 'lead':
      return navigate({ name: 'handoff', handoffId });
    default:
      return assertNever(gap);
  }
}
