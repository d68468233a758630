import { newRow } from '../../../db/rows.ts';
import type { Id } from '../../../shared/contract/call.ts';
import { placesBetween } from '../../../shared/place.ts';
import { fillPlaybook } from './fill-playbook.ts';
import type { Filling } from './filling.ts';
import type { SampleClient, SampleNote } from './sample-client.ts';

/** One company with its people, history, notes and next step. */
export async function fillClient(filling: Filling, client: SampleClient, place: string): Promise<Id> {
  const { writer, stamp, say, dayAgo, instantAgo, partners } = filling;
  const row = newRow(stamp);
  const created_at = instantAgo(client.since);
  await writer
    .insertInto('client')
    .values({
      ...row,
      created_at,
      name: say(client.name),
      stage: client.stage,
      place,
      partner_id: partners[client.partner],
      is_sample: 1,
    })
    .execute();
  const clientId = row.id;
  await writer
    .insertInto('engagement')
    .values({
      ...newRow(stamp),
      client_id: clientId,
      kind: 'project',
      start_on: dayAgo(client.since),
      end_on: client.ended ? dayAgo(client.ended.ago) : null,
      end_reason: client.ended ? say(client.ended.reason) : '',
    })
    .execute();
  await fillPath(filling, clientId, client);
  const contacts = await fillContacts(filling, clientId, client);
  for (const note of client.notes)
    await fillNote(filling, { clientId, partnerId: partners[client.partner], contacts }, note);
  await fillDossier(filling, clientId, client);
  await fillFlagsAndStep(filling, clientId, client);
  if (client.playbook) await fillPlaybook(filling, clientId, client.playbook);
  return clientId;
}

async function fillPath(
  { writer, stamp, say, instantAgo }: Filling,
  clientId: Id,
  client: SampleClient,
): Promise<void> {
  let from: string | null = null;
  for (const { to, ago, reason } of client.path) {
    const happened_at = instantAgo(ago, 9);
    await writer
      .insertInto('stage_change')
      .values({
        ...newRow(stamp),
        client_id: clientId,
        from_stage: from,
        to_stage: to,
        happened_at,
        reason: reason ? say(reason) : '',
      })
      .execute();
    from = to;
  }
}

async function fillContacts(
  { writer, stamp, say }: Filling,
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
        place: places[index] ?? '',
      })
      .execute();
    ids.push(row.id);
  }
  return ids;
}

interface NoteFacts {
  readonly clientId: Id;
  readonly partnerId: Id;
  readonly contacts: readonly Id[];
}

async function fillNote(
  filling: Filling,
  { clientId, partnerId, contacts }: NoteFacts,
  note: SampleNote,
): Promise<void> {
  const { writer, stamp, say, dayAgo, instantAgo } = filling;
  const row = newRow(stamp);
  const morning = instantAgo(note.ago, 7);
  const happened_at = morning < stamp.now ? morning : stamp.now;
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
  const days = { marked_on: dayAgo(note.ago), ended_on: dayAgo({}) };
  await writer
    .insertInto('signal_mark')
    .values({ ...newRow(stamp), client_id: clientId, note_id: row.id, code: note.passedSign, side: 'both', ...days })
    .execute();
}

async function fillDossier({ writer, stamp, say }: Filling, clientId: Id, client: SampleClient): Promise<void> {
  const lines = client.dossier ?? [];
  const places = placesBetween(null, null, lines.length);
  for (const [index, { kind, text }] of lines.entries()) {
    await writer
      .insertInto('dossier_line')
      .values({ ...newRow(stamp), client_id: clientId, kind, text: say(text), place: places[index] ?? '' })
      .execute();
  }
}

async function fillFlagsAndStep(
  { writer, stamp, say, dayAgo }: Filling,
  clientId: Id,
  client: SampleClient,
): Promise<void> {
  for (const { code, side, ago, evidence } of client.flags ?? []) {
    await writer
      .insertInto('signal_mark')
      .values({ ...newRow(stamp), client_id: clientId, code, side, marked_on: dayAgo(ago), evidence: say(evidence) })
      .execute();
  }
  if (!client.step) return;
  const { title, inDays } = client.step;
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
