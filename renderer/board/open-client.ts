import { navigate } from '../ui/navigation.ts';
import { setNeighbours } from '../ui/neighbours.ts';
import { spotOf } from './columns.ts';
import { shownColumns } from './shown.ts';

/** Opens the client's page and leaves the order of its column there for the way up and down. */
export function openClient(clientId: string): void {
  const columns = shownColumns();
  const spot = spotOf(columns, clientId);
  if (spot !== null) setNeighbours({ stage: spot.stage, clientIds: columns[spot.stage] });
  navigate({ name: 'client', clientId });
}
