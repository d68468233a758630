import { beginCommand, rowsOf, standingOf, withCommand } from './command-log.ts';
import { isUndoable, settleGround } from './history.ts';
import { refreshProjections } from './projections.ts';
import type { Reader, Writer } from './schema.ts';
import type { IndexWriter } from './search-index.ts';
import type { Command, Stamp, Written } from './storage.ts';

export interface CommandDone extends Written {
  /** It went on in the entry that its session has in the change log. */
  readonly isContinued: boolean;
}

/** Inside a transaction: the work as one entry of the change log, and whatever is made from the rows it touched. */
export async function writeCommand(
  target: IndexWriter,
  command: Command,
  stamp: Stamp,
  work: (writer: Writer, stamp: Stamp) => Promise<void>,
): Promise<CommandDone> {
  const { writer } = target;
  const { done, open } = await standingOf(writer, command, stamp.now);
  if (done !== null) return { repeated: true, rows: await rowsOf(writer, done), isContinued: false };
  const seq = open ?? (await beginCommand(writer, { ...command, kind: 'do', target: null }, stamp));
  await withCommand(writer, seq, () => work(writer, stamp));
  if (!isUndoable(command.name)) await settleGround(writer, seq);
  const rows = await rowsOf(writer, seq);
  await refreshProjections(target, rows);
  return { repeated: false, rows, isContinued: open !== null };
}

/**
 * After an error of the disk: the command as it stands in the log, null when it is not there. Of a session the log cannot
 * tell which of its saves it holds; the next one writes the same words.
 */
export async function commandWritten(reader: Reader, command: Command, { now }: Stamp): Promise<CommandDone | null> {
  const { done } = await standingOf(reader, command, now);
  return done === null ? null : { repeated: false, rows: await rowsOf(reader, done), isContinued: false };
}
