import type { CallRequest } from '../shared/contract/contract.ts';
import type { Id } from '../shared/contract/call.ts';
import { expectClient } from './records.ts';
import { addRow, changeRow, lastPlaceOf, moveRow, removeRow } from './row-changes.ts';
import type { Writer } from './schema.ts';
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
export function moveDossierLine(
  writer: Writer,
  stamp: Stamp,
  { lineId, after }: CallRequest<'clients.moveDossierLine'>,
): Promise<void> {
  return moveRow(writer, stamp, 'dossier_line', { id: lineId, after, list: ['client_id', 'kind'] });
}
