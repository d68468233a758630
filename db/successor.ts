import type { Id } from '../shared/contract/call.ts';
import { readHandoff, successorMode } from './handoff.ts';
import { touched } from './rows.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

// The chosen candidate is the successor: one at a time, and its name stands at the steps on the successor’s side.

async function readChosen(reader: Reader, handoffId: Id) {
  return reader
    .selectFrom('candidate')
    .select(['id', 'name'])
    .where('handoff_id', '=', handoffId)
    .where('state', '=', 'chosen')
    .where('deleted_at', 'is', null)
    .orderBy('updated_at', 'desc')
    .execute();
}

/** The name that stands at the steps; empty while nobody is chosen, or no contractor takes over at all. */
export async function successorName(reader: Reader, handoffId: Id): Promise<string> {
  if (successorMode((await readHandoff(reader, handoffId)).successor) !== 'contractor') return '';
  return (await readChosen(reader, handoffId))[0]?.name ?? '';
}

/** Whoever was chosen before stays in reserve. */
export async function leaveOneChosen(writer: Writer, stamp: Stamp, handoffId: Id, candidateId: Id): Promise<void> {
  await writer
    .updateTable('candidate')
    .set({ state: 'reserve', ...touched(stamp) })
    .where('handoff_id', '=', handoffId)
    .where('id', '<>', candidateId)
    .where('state', '=', 'chosen')
    .where('deleted_at', 'is', null)
    .execute();
}

/** Steps that named nobody, or the one before, name the successor now; a person that was typed stays. */
export async function nameSuccessor(writer: Writer, stamp: Stamp, handoffId: Id, before: string): Promise<void> {
  const now = await successorName(writer, handoffId);
  if (now === before) return;
  await writer
    .updateTable('handoff_item')
    .set({ person: now, ...touched(stamp) })
    .where('handoff_id', '=', handoffId)
    .where('side', '=', 'successor')
    .where('person', '=', before)
    .where('state', 'not in', ['done', 'not_applicable'])
    .where('deleted_at', 'is', null)
    .execute();
}
