import { v7 } from 'uuid';
import type { CallName } from '../shared/contract/contract.ts';
import type { Id, Instant } from '../shared/contract/call.ts';
import { rebuildClientCards } from './client-card.ts';
import { beginCommand, withCommand } from './command-log.ts';
import type { Writer } from './schema.ts';
import { rebuildIndex } from './search.ts';
import type { Stamp, Storage } from './storage.ts';

/** A command with a day of its own, for a history that is told afterwards. */
export interface DatedCommand {
  readonly name: CallName;
  readonly madeAt: Instant;
  readonly by: Id | null;
  readonly work: (writer: Writer, stamp: Stamp) => Promise<void>;
}

/**
 * Commands in the order of their days, each an entry of the change log under its own, all in one transaction: only for
 * an empty file, where no later command can come before them.
 */
export async function writeDated(
  storage: Pick<Storage, 'file' | 'maintain'>,
  commands: readonly DatedCommand[],
): Promise<void> {
  const inOrder = commands.toSorted((one, other) => Date.parse(one.madeAt) - Date.parse(other.madeAt));
  await storage.maintain(async (writer) => {
    for (const { name, madeAt, by, work } of inOrder) {
      const stamp = { now: madeAt, by, newId: v7 };
      const seq = await beginCommand(writer, { id: v7(), name, kind: 'do', target: null }, stamp);
      await withCommand(writer, seq, () => work(writer, stamp));
    }
    await rebuildClientCards(writer);
    await rebuildIndex({ writer, file: storage.file });
  });
}
