import type { Selectable } from 'kysely';
import { v5 } from 'uuid';
import { stageContents } from '../shared/content/stages.ts';
import type { Id } from '../shared/contract/call.ts';
import type { CallRequest } from '../shared/contract/contract.ts';
import { AppError } from '../shared/errors.ts';
import { offersFirst, signalOf } from '../shared/signal-order.ts';
import { type Stage, stages } from '../shared/stage.ts';
import type { OwnStage } from '../shared/stage-words.ts';
import { putRow, removeRow } from './row-changes.ts';
import type { Reader, Schema, Writer } from './schema.ts';
import { agencyId } from './settings.ts';
import type { Stamp } from './storage.ts';

// A row holds only what a partner changed: a cell without a value follows the program.

const cellNames = ['label_en', 'label_ru', 'hint_en', 'hint_ru', 'contact_norm_days'] as const;
type Cells = Pick<Selectable<Schema['stage']>, (typeof cellNames)[number]>;

const untouched: Cells = { label_en: null, label_ru: null, hint_en: null, hint_ru: null, contact_norm_days: null };

/** The same stage is the same row on every computer. */
function stageIdOf(stage: Stage): Id {
  return v5(`stage ${stage}`, agencyId);
}

function stageSignalIdOf(stage: Stage, code: string): Id {
  return v5(`stage ${stage} signal ${code}`, agencyId);
}

/** Only the stages of which something was changed. */
export async function readOwnStages(reader: Reader): Promise<readonly OwnStage[]> {
  const rows = await reader.selectFrom('stage').selectAll().where('deleted_at', 'is', null).execute();
  const marks = await reader
    .selectFrom('stage_signal')
    .select(['stage', 'code', 'is_offered'])
    .where('deleted_at', 'is', null)
    .orderBy('code')
    .execute();
  const own = stages.map((stage): OwnStage => {
    const cells = rows.find(({ id }) => id === stageIdOf(stage)) ?? untouched;
    const codes = (isOffered: number) =>
      marks.filter((mark) => mark.stage === stage && mark.is_offered === isOffered).map(({ code }) => code);
    return {
      stage,
      label: { en: cells.label_en ?? '', ru: cells.label_ru ?? '' },
      hint: { en: cells.hint_en ?? '', ru: cells.hint_ru ?? '' },
      contactNormDays: cells.contact_norm_days,
      offered: codes(1),
      withheld: codes(0),
    };
  });
  return own.filter(isChanged);
}

function isChanged({ label, hint, contactNormDays, offered, withheld }: OwnStage): boolean {
  const words = [label.en, label.ru, hint.en, hint.ru];
  return words.some((each) => each !== '') || contactNormDays !== null || offered.length + withheld.length > 0;
}

type Change = Omit<CallRequest<'settings.editStage'>, 'commandId'>;

export async function editStage(writer: Writer, stamp: Stamp, change: Change): Promise<void> {
  const { stage, label, hint, contactNormDays } = change;
  if (stage === 'ended' && typeof contactNormDays === 'number')
    throw new AppError('bad_input', 'nobody counts the days there', { contactNormDays: 'not_here' });
  const sent = {
    label_en: label?.en,
    label_ru: label?.ru,
    hint_en: hint?.en,
    hint_ru: hint?.ru,
    contact_norm_days: contactNormDays,
  };
  const now = await livingCells(writer, stage);
  const ships = shippedCells(stage);
  // Every cell is given: a row whose making was undone comes back with nothing of its first life.
  const cells: Cells = {
    label_en: cellOf(sent.label_en, now.label_en, ships.label_en),
    label_ru: cellOf(sent.label_ru, now.label_ru, ships.label_ru),
    hint_en: cellOf(sent.hint_en, now.hint_en, ships.hint_en),
    hint_ru: cellOf(sent.hint_ru, now.hint_ru, ships.hint_ru),
    contact_norm_days: cellOf(sent.contact_norm_days, now.contact_norm_days, ships.contact_norm_days),
  };
  await putRow(writer, stamp, 'stage', stageIdOf(stage), { code: stage, ...cells });
}

/** What was not sent stays; what says again what ships, or nothing, is nobody's change any more. */
function cellOf<Value extends string | number>(
  sent: Value | null | undefined,
  now: Value | null,
  ships: Value | null,
): Value | null {
  if (sent === undefined) return now;
  return sent === '' || sent === ships ? null : sent;
}

async function livingCells(reader: Reader, stage: Stage): Promise<Cells> {
  const row = await reader
    .selectFrom('stage')
    .select(cellNames)
    .where('id', '=', stageIdOf(stage))
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row ?? untouched;
}

function shippedCells(stage: Stage): Cells {
  const { label, hint, contactNormDays } = stageContents[stage];
  return {
    label_en: label.en,
    label_ru: label.ru,
    hint_en: hint.en,
    hint_ru: hint.ru,
    contact_norm_days: contactNormDays,
  };
}

/** A row stands only where the list differs from the one that ships. */
export async function offerSignal(
  writer: Writer,
  stamp: Stamp,
  { stage, code, isOffered }: Omit<CallRequest<'settings.offerSignal'>, 'commandId'>,
): Promise<void> {
  const signal = signalOf(code);
  if (signal === null) throw new AppError('not_found', 'no such signal');
  const id = stageSignalIdOf(stage, code);
  const differs = offersFirst(signal, stage, []) !== isOffered;
  if (differs) await putRow(writer, stamp, 'stage_signal', id, { stage, code, is_offered: isOffered ? 1 : 0 });
  else if (await isLiving(writer, 'stage_signal', id)) await removeRow(writer, stamp, 'stage_signal', id);
}

async function isLiving(reader: Reader, table: 'stage' | 'stage_signal', id: Id): Promise<boolean> {
  const row = await reader
    .selectFrom(table)
    .select('id')
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Words, norm and signals as they ship. */
export async function resetStage(writer: Writer, stamp: Stamp, stage: Stage): Promise<void> {
  const id = stageIdOf(stage);
  if (await isLiving(writer, 'stage', id)) await removeRow(writer, stamp, 'stage', id);
  const marks = await writer
    .selectFrom('stage_signal')
    .select('id')
    .where('stage', '=', stage)
    .where('deleted_at', 'is', null)
    .execute();
  for (const mark of marks) await removeRow(writer, stamp, 'stage_signal', mark.id);
}
