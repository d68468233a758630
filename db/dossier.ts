import type { CallRequest } from '../shared/contract/contract.ts';
import type { Id } from '../shared/contract/call.ts';
import { AppError } from '../shared/errors.ts';
import { placeBetween } from '../shared/place.ts';
import { expectClient } from './records.ts';
import { addRow, changeRow, lastPlaceOf, removeRow } from './row-changes.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

export async function addDossierLine(
  writer: Writer,
  stamp: Stamp,
  { clientId, kind, text, decidedOn = null }: CallRequest<'clients.addDossierLine'>,
): Promise<void> {
  await expectClient(writer, clientId);
  const place = await lastPlaceOf(writer, 'dossier_line', 'client_id', clientId);
  await addRow(writer, stamp, 'dossier_line', { client_id: clientId, kind, text, place, decided_on: decidedOn });
}

export async function editDossierLine(
  writer: Writer,
  stamp: Stamp,
  { lineId, text, decidedOn }: CallRequest<'clients.editDossierLine'>,
): Promise<void> {
  await changeRow(writer, stamp, 'dossier_line', lineId, { text, decided_on: decidedOn });
}

export async function deleteDossierLine(writer: Writer, stamp: Stamp, lineId: Id): Promise<void> {
  await removeRow(writer, stamp, 'dossier_line', lineId);
}

/** The lines of other kinds lie in between and are not asked. */
export async function moveDossierLine(
  writer: Writer,
  stamp: Stamp,
  { lineId, after }: CallRequest<'clients.moveDossierLine'>,
): Promise<void> {
  const others = await linesBeside(writer, lineId);
  const index = after === null ? -1 : others.findIndex(({ id }) => id === after);
  if (after !== null && index === -1) throw new AppError('not_found', 'no such line to stand below');
  const place = placeBetween(others[index]?.place || null, others[index + 1]?.place || null);
  await changeRow(writer, stamp, 'dossier_line', lineId, { place });
}

/** The other living lines of the same list. */
async function linesBeside(
  reader: Reader,
  lineId: Id,
): Promise<readonly { readonly id: Id; readonly place: string }[]> {
  const line = await reader
    .selectFrom('dossier_line')
    .select(['client_id', 'kind'])
    .where('id', '=', lineId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!line) throw new AppError('not_found', 'no such line');
  return reader
    .selectFrom('dossier_line')
    .select(['id', 'place'])
    .where('client_id', '=', line.client_id)
    .where('kind', '=', line.kind)
    .where('id', '<>', lineId)
    .where('deleted_at', 'is', null)
    .orderBy('place')
    .orderBy('id')
    .execute();
}
