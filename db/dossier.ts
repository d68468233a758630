import type { CallRequest } from '../shared/contract/contract.ts';
import type { Id } from '../shared/contract/call.ts';
import { placeBetween } from '../shared/place.ts';
import { expectClient } from './records.ts';
import { expectOne, newRow, touched } from './rows.ts';
import type { Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

export async function addDossierLine(
  writer: Writer,
  stamp: Stamp,
  { clientId, kind, text }: CallRequest<'clients.addDossierLine'>,
): Promise<void> {
  await expectClient(writer, clientId);
  const last = await writer
    .selectFrom('dossier_line')
    .select(({ fn }) => fn.max('place').as('place'))
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  await writer
    .insertInto('dossier_line')
    .values({ ...newRow(stamp), client_id: clientId, kind, text, place: placeBetween(last?.place || null, null) })
    .execute();
}

export async function editDossierLine(writer: Writer, stamp: Stamp, lineId: Id, text: string): Promise<void> {
  await change(writer, lineId, { text, ...touched(stamp) });
}

export async function deleteDossierLine(writer: Writer, stamp: Stamp, lineId: Id): Promise<void> {
  await change(writer, lineId, { deleted_at: stamp.now, ...touched(stamp) });
}

async function change(
  writer: Writer,
  lineId: Id,
  set: { readonly text?: string; readonly deleted_at?: string; readonly updated_at: string },
): Promise<void> {
  expectOne(
    await writer
      .updateTable('dossier_line')
      .set(set)
      .where('id', '=', lineId)
      .where('deleted_at', 'is', null)
      .executeTakeFirst(),
  );
}
