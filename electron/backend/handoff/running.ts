import { readHandoffPage } from '../../../db/handoff-page.ts';
import { type HandoffRow, readRunningHandoff } from '../../../db/handoff.ts';
import type { Writer } from '../../../db/schema.ts';
import type { Stamp } from '../../../db/storage.ts';
import type { Id } from '../../../shared/contract/call.ts';
import type { CallName, CallOutput } from '../../../shared/contract/contract.ts';
import type { Context } from '../context.ts';

/** The page as it is now, with the template's words in the interface language. */
export async function pageOf({ storage, language }: Context, handoffId: Id): Promise<CallOutput<'handoff.open'>> {
  const page = await readHandoffPage(storage.read, handoffId, language());
  return { revision: await storage.revision(), page };
}

export interface RunningCommand {
  readonly commandId: Id;
  readonly name: CallName;
  readonly handoffId: Id;
}

/** Changes a handoff that runs and answers with its page; one that is over stays as it is. */
export async function changeRunning(
  context: Context,
  { commandId, name, handoffId }: RunningCommand,
  work: (writer: Writer, stamp: Stamp, handoff: HandoffRow) => Promise<void>,
): Promise<CallOutput<'handoff.open'>> {
  await context.storage.write({ id: commandId, name }, async (writer, stamp) => {
    await work(writer, stamp, await readRunningHandoff(writer, handoffId));
  });
  return pageOf(context, handoffId);
}
