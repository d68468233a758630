import { v5 } from 'uuid';
import type { Day, Id } from '../shared/contract/call.ts';
import type { SignalMark } from '../shared/contract/client-dossier.ts';
import type { CallRequest } from '../shared/contract/contract.ts';
import { AppError } from '../shared/errors.ts';
import { dayOf } from './local-day.ts';
import { readNote } from './notes.ts';
import { expectClient } from './records.ts';
import { addRow, changeRow, putRow, removeRow } from './row-changes.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

/** Empty for a client that is gone. */
export async function readStage(reader: Reader, clientId: Id): Promise<string> {
  const card = reader.selectFrom('local_client_card').select('stage').where('client_id', '=', clientId);
  return (await card.executeTakeFirst())?.stage ?? '';
}

/** What is still true of the client. */
export async function readOpenMarks(reader: Reader, clientId: Id): Promise<SignalMark[]> {
  const rows = await reader
    .selectFrom('signal_mark')
    .select(['id', 'code', 'side', 'marked_on', 'evidence', 'note_id', 'created_at'])
    .where('client_id', '=', clientId)
    .where('ended_on', 'is', null)
    .where('deleted_at', 'is', null)
    .orderBy('marked_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ id, code, side, marked_on, evidence, note_id: noteId, created_at }) => ({
    id,
    code,
    side,
    markedOn: dayOf(marked_on || created_at),
    evidence,
    noteId,
  }));
}

/** What is still true of the clients on the board, by code. */
export async function readMarkedClients(reader: Reader): Promise<ReadonlyMap<string, readonly Id[]>> {
  const rows = await reader
    .selectFrom('signal_mark')
    .innerJoin('local_client_card as card', 'card.client_id', 'signal_mark.client_id')
    .select(['signal_mark.code', 'card.client_id as clientId'])
    .distinct()
    .where('card.stage', '<>', 'ended')
    .where('signal_mark.ended_on', 'is', null)
    .where('signal_mark.deleted_at', 'is', null)
    .orderBy('card.client_id')
    .execute();
  const byCode = Map.groupBy(rows, ({ code }) => code);
  return new Map([...byCode].map(([code, marks]) => [code, marks.map(({ clientId }) => clientId)]));
}

/** A sign is marked once for as long as it is true. */
export async function markSignal(
  writer: Writer,
  stamp: Stamp,
  { clientId, code, side, markedOn, evidence, noteId }: CallRequest<'clients.markSignal'>,
): Promise<void> {
  await expectClient(writer, clientId);
  const open = await readOpenMarks(writer, clientId);
  if (open.some((mark) => mark.code === code)) throw new AppError('conflict', 'the sign is marked already');
  if (noteId !== undefined && (await readNote(writer, noteId)).clientId !== clientId)
    throw new AppError('not_found', 'no such note of this client');
  await addRow(writer, stamp, 'signal_mark', {
    client_id: clientId,
    code,
    side,
    marked_on: markedOn,
    evidence,
    note_id: noteId ?? null,
  });
}

export async function editSignal(
  writer: Writer,
  stamp: Stamp,
  { markId, side, markedOn, evidence }: CallRequest<'clients.editSignal'>,
): Promise<void> {
  await changeRow(writer, stamp, 'signal_mark', markId, { side, marked_on: markedOn, evidence });
}

export async function endSignal(writer: Writer, stamp: Stamp, markId: Id, endedOn: Day): Promise<void> {
  await changeRow(writer, stamp, 'signal_mark', markId, { ended_on: endedOn });
}

export async function deleteSignal(writer: Writer, stamp: Stamp, markId: Id): Promise<void> {
  await removeRow(writer, stamp, 'signal_mark', markId);
}

/** A suggestion that was turned down is kept as put off too, and is none of the partners' own words. */
export const suggestion = 'suggestion:';

/** Codes that are not to be suggested for this client on this day. */
export async function readDismissedSuggestions(reader: Reader, clientId: Id, today: Day): Promise<string[]> {
  const rows = await reader
    .selectFrom('snooze')
    .select('subject')
    .where('client_id', '=', clientId)
    .where('until_on', '>', today)
    .where('deleted_at', 'is', null)
    .execute();
  return rows
    .filter(({ subject }) => subject.startsWith(suggestion))
    .map(({ subject }) => subject.slice(suggestion.length));
}

export interface Dismissal {
  readonly clientId: Id;
  readonly code: string;
  readonly until: Day;
}

export async function dismissSuggestion(
  writer: Writer,
  stamp: Stamp,
  { clientId, code, until }: Dismissal,
): Promise<void> {
  await expectClient(writer, clientId);
  const subject = `${suggestion}${code}`;
  await putRow(writer, stamp, 'snooze', v5(subject, clientId), { client_id: clientId, subject, until_on: until });
}
