import { v5 } from 'uuid';
import type { Id } from '../shared/contract/call.ts';
import { monogramOf } from '../shared/monogram.ts';
import { placeBetween } from '../shared/place.ts';
import { expectOne, touched } from './rows.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

/** Makes ids that are the same on every computer: two partners who set up the same agency make the same rows. */
const namespace = 'b5a1f0de-6b0e-5f0c-9f0d-5b3c1a7e2d41';

export const agencyId: Id = v5('agency', namespace);

export interface AgencyFields {
  readonly name?: string;
  readonly monogram?: string;
  readonly contact?: string;
  readonly signature?: string;
  readonly clients_per_partner?: number;
  readonly clients_in_honeymoon?: number;
  readonly calendar?: string;
}

export async function agencyOf(reader: Reader) {
  return reader
    .selectFrom('agency')
    .selectAll()
    .where('id', '=', agencyId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

/** Makes the agency's row or changes it. */
export async function writeAgency(writer: Writer, fields: AgencyFields, stamp: Stamp): Promise<void> {
  await writer
    .insertInto('agency')
    .values({ id: agencyId, name: '', created_at: stamp.now, created_by: stamp.by, ...fields, ...touched(stamp) })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...fields, ...touched(stamp), deleted_at: null }))
    .execute();
}

/** In their order, each with the number of living clients they lead. */
export async function partnersOf(reader: Reader) {
  return reader
    .selectFrom('partner')
    .select(({ selectFrom }) => [
      'partner.id',
      'partner.name',
      'partner.monogram',
      selectFrom('client')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('client.partner_id', '=', 'partner.id')
        .where('client.deleted_at', 'is', null)
        .where('client.stage', '<>', 'ended')
        .as('clients'),
    ])
    .where('partner.deleted_at', 'is', null)
    .orderBy('partner.place')
    .orderBy('partner.id')
    .execute();
}

export function formerPartnersOf(reader: Reader) {
  return reader
    .selectFrom('partner')
    .select(['id', 'name'])
    .where('deleted_at', 'is not', null)
    .orderBy('place')
    .orderBy('id')
    .execute();
}

/** Adds a partner at the end of the list; one who was removed under this name comes back. */
export async function addPartner(writer: Writer, name: string, stamp: Stamp): Promise<Id> {
  const known = v5(`partner ${name.toLocaleLowerCase('ru')}`, namespace);
  const taken = await writer.selectFrom('partner').select('deleted_at').where('id', '=', known).executeTakeFirst();
  const last = await writer
    .selectFrom('partner')
    .select(({ fn }) => fn.max('place').as('place'))
    .executeTakeFirst();
  const fields = {
    name,
    monogram: monogramOf(name),
    place: placeBetween(last?.place ?? null, null),
    updated_at: stamp.now,
    updated_by: stamp.by,
  };
  const id = taken && taken.deleted_at === null ? stamp.newId() : known;
  await writer
    .insertInto('partner')
    .values({ id, created_at: stamp.now, created_by: stamp.by, ...fields })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...fields, deleted_at: null }))
    .execute();
  return id;
}

export interface PartnerFields {
  readonly name?: string;
  readonly monogram?: string;
  readonly deleted_at?: string;
}

export async function editPartner(writer: Writer, id: Id, fields: PartnerFields, stamp: Stamp): Promise<void> {
  const result = await writer
    .updateTable('partner')
    .set({ ...fields, updated_at: stamp.now, updated_by: stamp.by })
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  expectOne(result);
}
