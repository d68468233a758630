import { newRow, touched } from '../../../db/rows.ts';
import type { Day, Id } from '../../../shared/contract/call.ts';
import { placesBetween } from '../../../shared/place.ts';
import { fillAssets, fillDossier } from './fill-dossier.ts';
import { fillWork } from './fill-work.ts';
import { fillPlaybook } from './fill-playbook.ts';
import type { Filling } from './filling.ts';
import type { SampleClient, SampleFlag, SampleNote } from './sample-client.ts';

export interface NewClient {
  readonly client: SampleClient;
  readonly clientId: Id;
  readonly place: string;
}

/** The company as it came to us, with its people. */
export async function fillNewClient(filling: Filling, { client, clientId, place }: NewClient): Promise<readonly Id[]> {
  const { writer, stamp, say, partners } = filling;
  await writer
    .insertInto('client')
    .values({
      ...newRow(stamp),
      id: clientId,
      name: say(client.name),
      stage: client.path[0]?.to ?? client.stage,
      place,
      partner_id: partners[client.partner],
      is_sample: 1,
    })
    .execute();
  return fillContacts(filling, clientId, client);
}

/** The first signed work. */
export async function fillEngagement({ writer, stamp }: Filling, clientId: Id, startOn: Day): Promise<void> {
  await writer
    .insertInto('engagement')
    .values({ ...newRow(stamp), client_id: clientId, kind: 'project', start_on: startOn })
    .execute();
}

export async function fillEnd(
  { writer, stamp }: Filling,
  clientId: Id,
  end: { readonly on: Day; readonly reason: string },
): Promise<void> {
  await writer
    .updateTable('engagement')
    .set({ end_on: end.on, end_reason: end.reason, ...touched(stamp) })
    .where('client_id', '=', clientId)
    .execute();
}

export interface Step {
  readonly from: string | null;
  readonly to: string;
  readonly reason: string;
}

/** One step of the path: the stage of the client and its line in the history. */
export async function fillStep({ writer, stamp }: Filling, clientId: Id, { from, to, reason }: Step): Promise<void> {
  if (from !== null)
    await writer
      .updateTable('client')
      .set({ stage: to, ...touched(stamp) })
      .where('id', '=', clientId)
      .execute();
  await writer
    .insertInto('stage_change')
    .values({ ...newRow(stamp), client_id: clientId, from_stage: from, to_stage: to, happened_at: stamp.now, reason })
    .execute();
}

async function fillContacts(
  { writer, stamp, say, dayAgo }: Filling,
  clientId: Id,
  client: SampleClient,
): Promise<readonly Id[]> {
  const contacts = client.contacts ?? [];
  const places = placesBetween(null, null, contacts.length);
  const ids: Id[] = [];
  for (const [index, contact] of contacts.entries()) {
    const row = newRow(stamp);
    await writer
      .insertInto('contact')
      .values({
        ...row,
        client_id: clientId,
        name: say(contact.name),
        role: contact.role,
        role_note: contact.roleNote ? say(contact.roleNote) : '',
        decides: Number(contact.decides ?? false),
        sets_tasks: Number(contact.setsTasks ?? false),
        accepts_results: Number(contact.acceptsResults ?? false),
        pays: Number(contact.pays ?? false),
        is_technical: Number(contact.isTechnical ?? false),
        left_on: contact.left ? dayAgo(contact.left) : null,
        place: places[index] ?? '',
      })
      .execute();
    ids.push(row.id);
  }
  return ids;
}

export interface NoteFacts {
  readonly clientId: Id;
  readonly partnerId: Id;
  readonly contacts: readonly Id[];
}

export async function fillNote(
  filling: Filling,
  { clientId, partnerId, contacts }: NoteFacts,
  note: SampleNote,
): Promise<void> {
  const { writer, stamp, say, dayAgo } = filling;
  const row = newRow(stamp);
  const happened_at = stamp.now;
  const lines = [
    `# ${say(note.title)}`,
    '',
    say(note.body),
    ...(note.done ? ['', ...note.done.map((title) => `- [x] ${say(title)}`)] : []),
  ];
  await writer
    .insertInto('note')
    .values({
      ...row,
      client_id: clientId,
      kind: note.kind,
      happened_at,
      initiated_by: note.by ?? null,
      body: lines.join('\n'),
      finished_at: happened_at,
    })
    .execute();
  const attendees = (note.with ?? []).flatMap((index) => contacts[index] ?? []);
  for (const contact_id of attendees)
    await writer
      .insertInto('note_attendee')
      .values({ ...newRow(stamp), note_id: row.id, contact_id })
      .execute();
  if (attendees.length > 0)
    await writer
      .insertInto('note_attendee')
      .values({ ...newRow(stamp), note_id: row.id, partner_id: partnerId })
      .execute();
  for (const [index, title] of (note.done ?? []).entries()) {
    await writer
      .insertInto('task')
      .values({
        ...newRow(stamp),
        client_id: clientId,
        note_id: row.id,
        note_line: lines.length - (note.done?.length ?? 0) + index,
        title: say(title),
        side: 'agency',
        done_at: happened_at,
      })
      .execute();
  }
  if (note.passedSign === undefined) return;
  await writer
    .insertInto('signal_mark')
    .values({
      ...newRow(stamp),
      client_id: clientId,
      note_id: row.id,
      code: note.passedSign,
      side: 'both',
      marked_on: dayAgo(note.ago),
    })
    .execute();
}

/** Signs that passed are no longer true today. */
async function fillPassing({ writer, stamp, dayAgo }: Filling, clientId: Id): Promise<void> {
  await writer
    .updateTable('signal_mark')
    .set({ ended_on: dayAgo({}), ...touched(stamp) })
    .where('client_id', '=', clientId)
    .where('note_id', 'is not', null)
    .execute();
}

/** What is known today and has no day of its own on the board. */
export async function fillPresent(filling: Filling, clientId: Id, client: SampleClient): Promise<void> {
  await fillDossier(filling, clientId, client);
  await fillAssets(filling, clientId, client);
  if (client.work) await fillWork(filling, clientId, client.work);
  if (client.playbook) await fillPlaybook(filling, clientId, client.playbook);
  if (client.notes.some(({ passedSign }) => passedSign !== undefined)) await fillPassing(filling, clientId);
}

export async function fillFlag(
  { writer, stamp, say, dayAgo }: Filling,
  clientId: Id,
  { code, side, ago, evidence }: SampleFlag,
): Promise<void> {
  await writer
    .insertInto('signal_mark')
    .values({ ...newRow(stamp), client_id: clientId, code, side, marked_on: dayAgo(ago), evidence: say(evidence) })
    .execute();
}

export async function fillNextStep(
  { writer, stamp, say, dayAgo }: Filling,
  clientId: Id,
  { title, inDays }: NonNullable<SampleClient['step']>,
): Promise<void> {
  await writer
    .insertInto('task')
    .values({
      ...newRow(stamp),
      client_id: clientId,
      title: say(title),
      side: 'agency',
      due_on: inDays === null ? null : dayAgo({ days: -inDays }),
      place: 'a0',
    })
    .execute();
}
