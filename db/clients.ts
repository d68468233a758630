import { sql } from 'kysely';
import type { ClientPage, Contact } from '../shared/contract/clients.ts';
import type { CallRequest } from '../shared/contract/contract.ts';
import type { Id, Instant } from '../shared/contract/call.ts';
import { AppError } from '../shared/errors.ts';
import { isLanguage, type Language } from '../shared/language.ts';
import { splitTitle } from '../shared/note-title.ts';
import { readCard } from './card.ts';
import { readEngagements } from './engagements.ts';
import { isAhead } from './notes.ts';
import { expectClient, expectPartner } from './records.ts';
import { addRow, lastPlaceOf } from './row-changes.ts';
import { expectOne, flag, newRow, touched } from './rows.ts';
import type { Reader, Writer } from './schema.ts';
import { readStageChanges } from './stage-changes.ts';
import type { Stamp } from './storage.ts';
import { readTasks } from './tasks.ts';

/** Everything the client page shows but the timeline. */
export async function readClientPage(reader: Reader, clientId: Id, now: Instant): Promise<ClientPage> {
  const card = await readCard(reader, clientId);
  const client = await reader.selectFrom('client').select('language').where('id', '=', clientId).executeTakeFirst();
  const language = client?.language;
  return {
    card,
    stageChanges: await readStageChanges(reader, clientId),
    language: isLanguage(language) ? language : null,
    contacts: await readContacts(reader, clientId),
    engagements: await readEngagements(reader, clientId),
    ...(await readTasks(reader, clientId)),
    dossier: await readDossier(reader, clientId),
    ...(await readDrafts(reader, clientId, now)),
    ...(await readHandoffs(reader, clientId)),
  };
}

/** Of those whose language the partners have chosen. */
export async function readLanguages(reader: Reader): Promise<ReadonlyMap<Id, Language>> {
  const rows = await reader.selectFrom('client').select(['id', 'language']).where('language', 'is not', null).execute();
  return new Map(rows.flatMap(({ id, language }) => (isLanguage(language) ? [[id, language] as const] : [])));
}

export function readDossier(reader: Reader, clientId: Id): Promise<ClientPage['dossier']> {
  return reader
    .selectFrom('dossier_line')
    .select(['id', 'kind', 'text', 'decided_on as decidedOn'])
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .orderBy('place')
    .orderBy('id')
    .execute();
}

/** Characters of a draft that are looked through for its title. */
const titleWithin = 20_000;

/** The composer goes on with the draft begun last; a meeting that is prepared does not stand in the way of a note of today. */
async function readDrafts(
  reader: Reader,
  clientId: Id,
  now: Instant,
): Promise<Pick<ClientPage, 'draftNoteId' | 'drafts'>> {
  const rows = await reader
    .selectFrom('note')
    .select(['id', 'kind', 'happened_at'])
    .select(sql<string>`substr(body, 1, ${titleWithin})`.as('body'))
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .where('finished_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const drafts = rows.map(({ id, kind, happened_at: happenedAt, body }) => ({
    id,
    kind,
    happenedAt,
    title: splitTitle(body).title,
  }));
  return {
    draftNoteId: drafts.find(({ happenedAt }) => !isAhead(happenedAt, now))?.id ?? null,
    drafts: drafts.toSorted((one, other) => Date.parse(other.happenedAt) - Date.parse(one.happenedAt)),
  };
}

export async function readContacts(reader: Reader, clientId: Id): Promise<Contact[]> {
  const rows = await reader
    .selectFrom('contact')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .orderBy('place')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    role: row.role,
    roleNote: row.role_note,
    email: row.email,
    phone: row.phone,
    decides: row.decides === 1,
    setsTasks: row.sets_tasks === 1,
    acceptsResults: row.accepts_results === 1,
    pays: row.pays === 1,
    isTechnical: row.is_technical === 1,
    leftOn: row.left_on,
  }));
}

async function readHandoffs(
  reader: Reader,
  clientId: Id,
): Promise<Pick<ClientPage, 'runningHandoffId' | 'lastHandoffId'>> {
  const rows = await reader
    .selectFrom('handoff')
    .select(['id', 'state'])
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .orderBy('start_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return {
    runningHandoffId: rows.find((row) => row.state === 'running')?.id ?? null,
    lastHandoffId: rows[0]?.id ?? null,
  };
}

export async function editClient(writer: Writer, stamp: Stamp, request: CallRequest<'clients.edit'>): Promise<void> {
  const { clientId, name, partnerId, contactNormDays, language, sinceOn } = request;
  await expectClient(writer, clientId);
  if (partnerId) await expectPartner(writer, partnerId);
  const set = { name, partner_id: partnerId, contact_norm_days: contactNormDays, language, ...touched(stamp) };
  expectOne(await writer.updateTable('client').set(set).where('id', '=', clientId).executeTakeFirst());
  if (sinceOn !== undefined) await startFirstEngagement(writer, stamp, clientId, sinceOn);
}

async function startFirstEngagement(writer: Writer, stamp: Stamp, clientId: Id, startOn: string): Promise<void> {
  const first = (await readEngagements(writer, clientId))[0];
  if (!first) {
    await writer
      .insertInto('engagement')
      .values({ ...newRow(stamp), client_id: clientId, kind: 'retainer', start_on: startOn })
      .execute();
    return;
  }
  if (first.endOn !== null && first.endOn < startOn)
    throw new AppError('bad_input', 'the first engagement would end before it starts', { sinceOn: 'too_big' });
  const set = { start_on: startOn, ...touched(stamp) };
  expectOne(await writer.updateTable('engagement').set(set).where('id', '=', first.id).executeTakeFirst());
}

/** All that hangs on the client stays as it is and is hidden with it, so that restoring one row brings all back. */
export async function deleteClient(writer: Writer, stamp: Stamp, clientId: Id): Promise<void> {
  const running = await readHandoffs(writer, clientId);
  if (running.runningHandoffId !== null) throw new AppError('handoff_running', 'the client has a running handoff');
  expectOne(
    await writer
      .updateTable('client')
      .set({ deleted_at: stamp.now, ...touched(stamp) })
      .where('id', '=', clientId)
      .where('deleted_at', 'is', null)
      .executeTakeFirst(),
  );
}

type ContactFields = Omit<CallRequest<'clients.editContact'>, 'commandId' | 'contactId'>;

function contactColumns(fields: ContactFields) {
  return {
    name: fields.name,
    role: fields.role,
    role_note: fields.roleNote,
    email: fields.email,
    phone: fields.phone,
    decides: flag(fields.decides),
    sets_tasks: flag(fields.setsTasks),
    accepts_results: flag(fields.acceptsResults),
    pays: flag(fields.pays),
    is_technical: flag(fields.isTechnical),
    left_on: fields.leftOn,
  };
}

export async function addContact(
  writer: Writer,
  stamp: Stamp,
  { clientId, name, ...fields }: CallRequest<'clients.addContact'>,
): Promise<void> {
  await expectClient(writer, clientId);
  await addRow(writer, stamp, 'contact', {
    ...contactColumns(fields),
    role: fields.role ?? 'other',
    name,
    client_id: clientId,
    place: await lastPlaceOf(writer, 'contact', 'client_id', clientId),
  });
}

export async function editContact(
  writer: Writer,
  stamp: Stamp,
  { contactId, ...fields }: CallRequest<'clients.editContact'>,
): Promise<void> {
  await changeContact(writer, contactId, { ...contactColumns(fields), ...touched(stamp) });
}

export async function deleteContact(writer: Writer, stamp: Stamp, contactId: Id): Promise<void> {
  await changeContact(writer, contactId, { deleted_at: stamp.now, ...touched(stamp) });
}

async function changeContact(
  writer: Writer,
  contactId: Id,
  set: Partial<ReturnType<typeof contactColumns>> & { readonly deleted_at?: string; readonly updated_at: string },
): Promise<void> {
  expectOne(
    await writer
      .updateTable('contact')
      .set(set)
      .where('id', '=', contactId)
      .where('deleted_at', 'is', null)
      .executeTakeFirst(),
  );
}

/** All clients, the ones in `seen` first and in its order, then by name. */
export async function readClientNames(
  reader: Reader,
  seen: readonly Id[],
): Promise<{ id: Id; name: string; stage: string }[]> {
  const rows = await reader.selectFrom('local_client_card').select(['client_id as id', 'name', 'stage']).execute();
  const rank = new Map(seen.map((id, index) => [id, index]));
  const rankOf = (id: Id) => rank.get(id) ?? Number.MAX_SAFE_INTEGER;
  return rows.toSorted((one, other) => rankOf(one.id) - rankOf(other.id) || one.name.localeCompare(other.name));
}
