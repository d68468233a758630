import type { IntentCheck } from '../shared/contract/client-playbook.ts';
import type { CallRequest } from '../shared/contract/contract.ts';
import type { Id } from '../shared/contract/call.ts';
import { expectClient } from './records.ts';
import { addRow, changeRow } from './row-changes.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

/** The latest first. */
export async function readIntentChecks(reader: Reader, clientId: Id): Promise<IntentCheck[]> {
  const rows = await reader
    .selectFrom('intent_check')
    .select(['id', 'checked_on', 'has_plan', 'said_by', 'words'])
    .where('client_id', '=', clientId)
    .where('deleted_at', 'is', null)
    .orderBy('checked_on', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ id, checked_on: checkedOn, has_plan: hasPlan, said_by: saidBy, words }) => ({
    id,
    checkedOn,
    hasPlan,
    saidBy,
    words,
  }));
}

type Fields = Omit<CallRequest<'clients.editIntentCheck'>, 'commandId' | 'checkId'>;

function columns({ checkedOn, hasPlan, saidBy, words }: Fields) {
  return { checked_on: checkedOn, has_plan: hasPlan, said_by: saidBy, words };
}

export async function addIntentCheck(
  writer: Writer,
  stamp: Stamp,
  { clientId, ...fields }: CallRequest<'clients.addIntentCheck'>,
): Promise<void> {
  await expectClient(writer, clientId);
  await addRow(writer, stamp, 'intent_check', { client_id: clientId, ...columns(fields) });
}

export async function editIntentCheck(
  writer: Writer,
  stamp: Stamp,
  { checkId, ...fields }: CallRequest<'clients.editIntentCheck'>,
): Promise<void> {
  await changeRow(writer, stamp, 'intent_check', checkId, columns(fields));
}
