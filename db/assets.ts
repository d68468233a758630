import type { Asset } from '../shared/contract/handoff.ts';
import { placeBetween } from '../shared/place.ts';
import type { Reader, Writer } from './schema.ts';
import { expectOne, newRow, touched } from './rows.ts';
import type { Stamp } from './storage.ts';

export async function readAssets(reader: Reader, clientId: string): Promise<readonly Asset[]> {
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
    heldBy: row.held_by,
    goesTo: row.goes_to,
    state: row.state,
    stateOn: row.state_on,
    place: row.place,
  }));
}

export interface NewAsset {
  readonly clientId: string;
  readonly name: string;
  readonly whereKept: string;
  readonly heldBy: string;
  readonly goesTo: string;
}

export async function addAsset(writer: Writer, stamp: Stamp, asset: NewAsset): Promise<void> {
  const last = await writer
    .selectFrom('asset')
    .select(({ fn }) => fn.max('place').as('place'))
    .where('client_id', '=', asset.clientId)
    .executeTakeFirst();
  await writer
    .insertInto('asset')
    .values({
      ...newRow(stamp),
      client_id: asset.clientId,
      name: asset.name,
      where_kept: asset.whereKept,
      held_by: asset.heldBy,
      goes_to: asset.goesTo,
      state: 'not_started',
      place: placeBetween(last?.place || null, null),
    })
    .execute();
}

export interface AssetChange {
  readonly name?: string | undefined;
  readonly where_kept?: string | undefined;
  readonly held_by?: string | undefined;
  readonly goes_to?: string | undefined;
  readonly state?: string | undefined;
  readonly state_on?: string | null | undefined;
  readonly deleted_at?: string;
}

/** The asset must belong to this client: an id of another one is not found. */
export async function changeAsset(
  writer: Writer,
  stamp: Stamp,
  asset: { readonly id: string; readonly clientId: string },
  change: AssetChange,
): Promise<void> {
  const result = await writer
    .updateTable('asset')
    .set({ ...change, ...touched(stamp) })
    .where('id', '=', asset.id)
    .where('client_id', '=', asset.clientId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  expectOne(result);
}
