import type { Id } from '../shared/contract/call.ts';
import type { ClientPage } from '../shared/contract/clients.ts';
import type { Reader } from './schema.ts';

/** Every stage the client came to, oldest first. */
export function readStageChanges(reader: Reader, clientId: Id): Promise<ClientPage['stageChanges']> {
  return reader
    .selectFrom('stage_change')
    .select(['id', 'to_stage as to', 'happened_at as happenedAt', 'reason', 'created_by as by'])
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .orderBy('happened_at')
    .orderBy('id')
    .execute();
}
