import type { Id } from '../shared/contract/call.ts';
import type { Asset } from '../shared/contract/handoff.ts';
import { AppError } from '../shared/errors.ts';
import { addRow, changeRow, lastPlaceOf } from './row-changes.ts';
import { touched } from './rows.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

// One register per client: kept in its dossier, handed over in its handoff.

export async function readAssets(reader: Reader, clientId: Id): Promise<readonly Asset[]> {
  const rows = await reader
    .selectFrom('asset')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .orderBy('place')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    whereKept: row.where_kept,
    // Who can do everything in it holds it, unless the handoff says who does.
    heldBy: row.held_by || row.admin,
    goesTo: row.goes_to,
    state: row.state,
    stateOn: row.state_on,
    owner: row.owner,
    admin: row.admin,
    payer: row.payer,
    renewalOn: row.renewal_on,
    rotatedOn: row.rotated_on,
    place: row.place,
  }));
}

export interface AssetFields {
  readonly name?: string | undefined;
  readonly whereKept?: string | undefined;
  readonly heldBy?: string | undefined;
  readonly goesTo?: string | undefined;
  readonly state?: string | undefined;
  readonly stateOn?: string | null | undefined;
  readonly owner?: string | undefined;
  readonly admin?: string | undefined;
  readonly payer?: string | undefined;
  readonly renewalOn?: string | null | undefined;
  readonly rotatedOn?: string | null | undefined;
}

function columnsOf(fields: AssetFields) {
  return {
    where_kept: fields.whereKept,
    held_by: fields.heldBy,
    goes_to: fields.goesTo,
    state: fields.state,
    state_on: fields.stateOn,
    owner: fields.owner,
    admin: fields.admin,
    payer: fields.payer,
    renewal_on: fields.renewalOn,
    rotated_on: fields.rotatedOn,
  };
}

/** Where it goes is the client, unless a handoff says otherwise. */
export async function addAsset(
  writer: Writer,
  stamp: Stamp,
  asset: AssetFields & { readonly clientId: Id; readonly name: string },
): Promise<Id> {
  const place = await lastPlaceOf(writer, 'asset', 'client_id', asset.clientId);
  const columns = columnsOf({ goesTo: 'client', state: 'not_started', ...asset });
  return addRow(writer, stamp, 'asset', { client_id: asset.clientId, name: asset.name, ...columns, place });
}

export async function changeAsset(writer: Writer, stamp: Stamp, assetId: Id, fields: AssetFields): Promise<void> {
  const name = fields.name === undefined ? {} : { name: fields.name };
  await changeRow(writer, stamp, 'asset', assetId, { ...name, ...columnsOf(fields) });
}

/** What was handed over in a month that was closed is handed over anew: each access begins where it began then. */
export async function beginAccesses(writer: Writer, stamp: Stamp, clientId: Id): Promise<void> {
  await writer
    .updateTable('asset')
    .set({ state: 'not_started', state_on: null, rotated_on: null, ...touched(stamp) })
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .where(({ eb, or }) => or([eb('state', '<>', 'not_started'), eb('rotated_on', 'is not', null)]))
    .execute();
}

/** An id of another client's asset is not found. */
export async function expectAssetOf(reader: Reader, assetId: Id, clientId: Id | null): Promise<void> {
  const row = await reader
    .selectFrom('asset')
    .select('id')
    .where('id', '=', assetId)
    .where('client_id', '=', clientId)
    .executeTakeFirst();
  if (!row) throw new AppError('not_found', 'no such asset of this client');
}
