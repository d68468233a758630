import { navigate } from '../ui/navigation.ts';
import { setNeighbours } from '../ui/neighbours.ts';
import { spotOf } from './columns.ts';
import { presentColumns } from './shown.ts';

/** Opens the client's page and leaves the order of its column of today there for the way up and down. */
export function openClient(clientId: string): void {
  const columns = presentColumns();
  const spot = spotOf(columns, clientId);
  setNeighbours(spot === null ? null : { stage: spot.stage, clientIds: columns[spot.stage] });
  navigate({ name: 'client', clientId });
}
