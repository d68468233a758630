import { mayBeRefused } from '../shared/clients/requests.ts';
import type { ClientRequest } from '../shared/contract/client-playbook.ts';
import type { CallRequest } from '../shared/contract/contract.ts';
import type { Day, Id } from '../shared/contract/call.ts';
import { AppError } from '../shared/errors.ts';
import { expectClient } from './records.ts';
import { addRow, changeRow, lastPlaceOf, removeRow } from './row-changes.ts';
import { flag } from './rows.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

type Option = ClientRequest['options'][number];

/** The latest first; a result does not move a request. */
export async function readRequests(reader: Reader, clientId: Id): Promise<ClientRequest[]> {
  const rows = await reader
    .selectFrom('request')
    .select(['id', 'asked_on', 'wish', 'limits', 'result', 'result_on', 'result_words'])
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .orderBy('asked_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const options = await readOptions(
    reader,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    askedOn: row.asked_on,
    wish: row.wish,
    limits: row.limits,
    options: options.get(row.id) ?? [],
    result: row.result,
    resultOn: row.result_on,
    resultWords: row.result_words,
  }));
}

async function readOptions(reader: Reader, requestIds: readonly Id[]): Promise<ReadonlyMap<Id | null, Option[]>> {
  if (requestIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('request_option')
    .select(['id', 'request_id', 'title', 'is_chosen'])
    .where('request_id', 'in', requestIds)
    .where('deleted_at', 'is', null)
    .orderBy('place')
    .orderBy('id')
    .execute();
  const options = new Map<Id | null, Option[]>();
  for (const { id, request_id: requestId, title, is_chosen: isChosen } of rows)
    options.set(requestId, [...(options.get(requestId) ?? []), { id, title, isChosen: isChosen === 1 }]);
  return options;
}

export async function addRequest(
  writer: Writer,
  stamp: Stamp,
  { clientId, askedOn, wish, limits }: CallRequest<'clients.addRequest'>,
): Promise<void> {
  await expectClient(writer, clientId);
  await addRow(writer, stamp, 'request', { client_id: clientId, asked_on: askedOn, wish, limits });
}

export async function editRequest(
  writer: Writer,
  stamp: Stamp,
  request: CallRequest<'clients.editRequest'>,
  today: Day,
): Promise<void> {
  const { requestId, askedOn, wish, limits, result, resultOn, resultWords } = request;
  if (result === 'no') refuseWithoutOption(await optionsOf(writer, requestId));
  await refuseWrongDays(writer, request);
  await changeRow(writer, stamp, 'request', requestId, {
    asked_on: askedOn,
    wish,
    limits,
    result: result === null ? '' : result,
    result_on: result === undefined ? resultOn : result === null ? null : (resultOn ?? today),
    result_words: resultWords,
  });
}

/** An answer has a day, and no request is answered before it was asked. */
async function refuseWrongDays(
  reader: Reader,
  { requestId, askedOn, result, resultOn }: CallRequest<'clients.editRequest'>,
): Promise<void> {
  const row = await reader
    .selectFrom('request')
    .select(['asked_on', 'result', 'result_on'])
    .where('id', '=', requestId)
    .executeTakeFirst();
  if (!row || result === null) return;
  if (resultOn && (result ?? row.result) === '')
    throw new AppError('bad_input', 'a day without a result', { resultOn: 'invalid_value' });
  const answeredOn = resultOn === undefined ? row.result_on : resultOn;
  if (!answeredOn || answeredOn >= (askedOn ?? row.asked_on)) return;
  const fields = resultOn ? { resultOn: 'too_small' } : { askedOn: 'too_big' };
  throw new AppError('bad_input', 'a request answered before it was asked', fields);
}

function refuseWithoutOption(options: readonly Option[]): void {
  if (!mayBeRefused({ options })) throw new AppError('option_missing', 'a refusal needs an option');
}

async function optionsOf(reader: Reader, requestId: Id): Promise<readonly Option[]> {
  return (await readOptions(reader, [requestId])).get(requestId) ?? [];
}

export async function addRequestOption(
  writer: Writer,
  stamp: Stamp,
  { requestId, title }: CallRequest<'clients.addRequestOption'>,
): Promise<void> {
  await resultOf(writer, requestId);
  await addRow(writer, stamp, 'request_option', {
    request_id: requestId,
    title,
    place: await lastPlaceOf(writer, 'request_option', 'request_id', requestId),
  });
}

export async function editRequestOption(
  writer: Writer,
  stamp: Stamp,
  { optionId, title, isChosen }: CallRequest<'clients.editRequestOption'>,
): Promise<void> {
  if (isChosen === true) await giveUpChoice(writer, stamp, await requestOf(writer, optionId));
  await changeRow(writer, stamp, 'request_option', optionId, { title, is_chosen: flag(isChosen) });
}

async function giveUpChoice(writer: Writer, stamp: Stamp, requestId: Id): Promise<void> {
  const chosen = (await optionsOf(writer, requestId)).filter((option) => option.isChosen);
  for (const { id } of chosen) await changeRow(writer, stamp, 'request_option', id, { is_chosen: 0 });
}

export async function deleteRequestOption(writer: Writer, stamp: Stamp, optionId: Id): Promise<void> {
  const requestId = await requestOf(writer, optionId);
  const others = (await optionsOf(writer, requestId)).filter(({ id }) => id !== optionId);
  if ((await resultOf(writer, requestId)) === 'no') refuseWithoutOption(others);
  await removeRow(writer, stamp, 'request_option', optionId);
}

async function requestOf(reader: Reader, optionId: Id): Promise<Id> {
  const option = await reader
    .selectFrom('request_option')
    .select('request_id')
    .where('id', '=', optionId)
    .executeTakeFirst();
  if (!option?.request_id) throw new AppError('not_found', 'no such request_option');
  return option.request_id;
}

async function resultOf(reader: Reader, requestId: Id): Promise<string> {
  const request = await reader
    .selectFrom('request')
    .select('result')
    .where('id', '=', requestId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (!request) throw new AppError('not_found', 'no such request');
  return request.result;
}
