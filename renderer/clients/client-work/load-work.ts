import type { ClientWork } from '../../../shared/contract/client-work.ts';
import { call } from '../../api.ts';

export async function loadWork(clientId: string): Promise<ClientWork> {
  return (await call('clients.work', { clientId })).work;
}
