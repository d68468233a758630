import { randomUUID } from 'node:crypto';
import type { CallInput, CallOutput } from '../shared/contract/contract.ts';
import type { Program } from './program.ts';

type Written = Pick<CallInput<'notes.write'>, 'clientId' | 'body'> & Partial<CallInput<'notes.write'>>;

/** A call that is written down and finished, an hour ago unless it is said otherwise. */
export async function writeNote(app: Program, note: Written): Promise<CallOutput<'notes.write'>['note']> {
  const reply = await app.call('notes.write', {
    commandId: randomUUID(),
    noteId: null,
    kind: 'call',
    happenedAt: new Date(Date.now() - 3_600_000).toISOString(),
    initiatedBy: null,
    attendees: [],
    finished: true,
    ...note,
  });
  return reply.note;
}
