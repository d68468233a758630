import type { Id } from '../shared/contract/call.ts';
import type { ClientPage } from '../shared/contract/clients.ts';
import type { Reader } from './schema.ts';

/** Every stage the client came to, oldest first. */
export function readStageChanges(reader: Reader, clientId: Id): Promise<ClientPage['stageChanges']> {
  return (
    reader
      .selectFrom('stage_change')
      // Who made a step is known by name also when that partner was removed since.
      .leftJoin('partner', 'partner.id', 'stage_change.created_by')
      .select(['stage_change.id', 'to_stage as to', 'happened_at as happenedAt', 'reason', 'partner.name as by'])
      .where('client_id', '=', clientId)
      .where('stage_change.deleted_at', 'is', null)
      .orderBy('happened_at')
      .orderBy('stage_change.id')
      .execute()
  );
}
