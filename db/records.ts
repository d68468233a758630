import type { Id } from '../shared/contract/call.ts';
import { AppError } from '../shared/errors.ts';
import type { Reader } from './schema.ts';

/** Refuses what names a client that is gone. */
export async function expectClient(reader: Reader, clientId: Id): Promise<void> {
  const client = await reader
    .selectFrom('client')
    .select('id')
    .where('id', '=', clientId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!client) throw new AppError('not_found', 'no such client');
}

/** Also one who is gone: a note names who was there. */
export async function expectPerson(reader: Reader, table: 'contact' | 'partner', personId: Id): Promise<void> {
  const person = await reader.selectFrom(table).select('id').where('id', '=', personId).executeTakeFirst();
  if (!person) throw new AppError('not_found', `no such ${table}`);
}

/** Refuses to give a client to a partner who is gone. */
export async function expectPartner(reader: Reader, partnerId: Id): Promise<void> {
  const partner = await reader
    .selectFrom('partner')
    .select('id')
    .where('id', '=', partnerId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!partner) throw new AppError('not_found', 'no such partner');
}

/** The client a record belongs to, also when the record lies in the trash. */
export async function clientOf(
  reader: Reader,
  table: 'contact' | 'task' | 'dossier_line' | 'note',
  id: Id,
): Promise<Id> {
  const row = await reader.selectFrom(table).select('client_id').where('id', '=', id).executeTakeFirst();
  if (!row?.client_id) throw new AppError('not_found', `no such ${table}`);
  return row.client_id;
}
