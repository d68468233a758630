import type { Id } from '../shared/contract/call.ts';
import { beginCommand, entryOf, rowsOf, stepDone, withCommand } from './command-log.ts';
import { applyStep, nextTarget, type Step } from './history.ts';
import { changedLongNote } from './long-note.ts';
import { refreshProjections } from './projections.ts';
import type { Reader } from './schema.ts';
import type { IndexWriter } from './search-index.ts';
import type { Stamp, StepDone } from './storage.ts';
import type { CommandDone } from './write-command.ts';

/** One step back or forth, as it is asked for. */
export interface StepWanted {
  readonly kind: Step['kind'];
  readonly commandId: Id;
  readonly targetId?: Id | undefined;
}

export interface StepTaken extends CommandDone {
  readonly step: StepDone;
}

/** Inside a transaction: the step as a command of its own, and whatever is made from the rows it touched. */
export async function writeStep(
  target: IndexWriter,
  { kind, commandId, targetId }: StepWanted,
  stamp: Stamp,
): Promise<StepTaken> {
  const { writer } = target;
  const name = nameOf(kind);
  const known = await stepDone(writer, commandId, name);
  if (known) return { step: known, rows: [], repeated: true, isContinued: false };
  const outcome = await applyStep(writer, {
    kind,
    stamp,
    begin: (seq) => beginCommand(writer, { id: commandId, name, kind, target: seq }, stamp),
    within: withCommand,
    ...(targetId && { targetId }),
  });
  const rows = await rowsOf(writer, outcome.seq);
  await refreshProjections(target, rows);
  const step = { commandName: outcome.name, targetId: outcome.targetId };
  return { step, rows, repeated: false, isContinued: false };
}

/** After an error of the disk: the step as it stands in the log, null when it is not there. */
export async function stepTaken(reader: Reader, { kind, commandId }: StepWanted): Promise<StepTaken | null> {
  const step = await stepDone(reader, commandId, nameOf(kind));
  const entry = await entryOf(reader, commandId);
  return step && entry ? { step, rows: await rowsOf(reader, entry.seq), repeated: false, isContinued: false } : null;
}

function nameOf(kind: StepWanted['kind']): 'safety.undo' | 'safety.redo' {
  return kind === 'undo' ? 'safety.undo' : 'safety.redo';
}

/** Whether the step goes over the words of a long note, or over very much: everything else would wait for it. */
export async function isLongStep(reader: Reader, { kind, targetId }: StepWanted): Promise<boolean> {
  const target = await nextTarget(reader, kind, targetId);
  if (target === undefined) return false;
  return (await changedMuch(reader, target.seq)) || changedLongNote(reader, target.seq);
}

/** Cells that go back or forth in a moment; an import of some hundred notes has about so many. */
const quickCells = 5000;

async function changedMuch(reader: Reader, seq: number): Promise<boolean> {
  const cells = reader.selectFrom('local_change').select('row_id').where('command_seq', '=', seq);
  return (await cells.limit(1).offset(quickCells).executeTakeFirst()) !== undefined;
}

/** The same step, whatever else is written before it. */
export async function withTarget(reader: Reader, wanted: StepWanted): Promise<StepWanted> {
  if (wanted.kind === 'redo') return wanted;
  const target = await nextTarget(reader, wanted.kind, wanted.targetId);
  return { ...wanted, targetId: target?.id };
}
