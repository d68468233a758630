import type { CallOutput } from '../shared/contract/contract.ts';
import type { SuccessorMode } from '../shared/handoff/plan.ts';
import { type SuccessorSwitch, type SwitchedItem, switchSuccessor } from '../shared/handoff/successor-switch.ts';
import type { Language } from '../shared/language.ts';
import { changeHandoff, type HandoffRow, successorMode } from './handoff.ts';
import { putPlanItem, putPlanLinks, readItems } from './handoff-items.ts';
import { changeRow, removeRow } from './row-changes.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';
import { nameSuccessor, successorName } from './successor.ts';
import { agencyCalendar } from './work-calendars.ts';

type Preview = CallOutput<'handoff.previewSuccessor'>;

async function switchOf(reader: Reader, handoff: HandoffRow, to: SuccessorMode): Promise<SuccessorSwitch> {
  const rows = await reader
    .selectFrom('handoff_item')
    .select(['id', 'code', 'section', 'side', 'state', 'deleted_at'])
    .where('handoff_id', '=', handoff.id)
    .orderBy('due_on')
    .orderBy('place')
    .orderBy('id')
    .execute();
  const items = rows.filter(({ deleted_at }) => deleted_at === null);
  const known = rows.map(({ code }) => code);
  const calendar = await agencyCalendar(reader);
  return switchSuccessor({ startOn: handoff.start_on, calendar, items, known }, successorMode(handoff.successor), to);
}

/** What would change, in the asked language. */
export async function previewSwitch(
  reader: Reader,
  handoff: HandoffRow,
  to: SuccessorMode,
  language: Language,
): Promise<Omit<Preview, 'revision'>> {
  const { passed, dropped, returning } = await switchOf(reader, handoff, to);
  const titles = new Map((await readItems(reader, handoff.id, language)).map(({ id, title }) => [id, title]));
  const titleOf = ({ id }: SwitchedItem) => titles.get(id) ?? '';
  return {
    passed: passed.map(titleOf),
    dropped: dropped.map(titleOf),
    returning: returning.map(({ title }) => title[language]),
  };
}

export async function makeSwitch(writer: Writer, stamp: Stamp, handoff: HandoffRow, to: SuccessorMode): Promise<void> {
  const { passed, dropped, returning, plan } = await switchOf(writer, handoff, to);
  const before = await successorName(writer, handoff.id);
  await changeHandoff(writer, stamp, handoff.id, { successor: to });
  for (const { id } of dropped) await removeRow(writer, stamp, 'handoff_item', id);
  for (const item of returning) await putPlanItem(writer, stamp, handoff.id, item);
  await putPlanLinks(writer, stamp, { handoffId: handoff.id, plan, fresh: returning });
  if (to === 'contractor')
    for (const { id, side } of passed)
      if (side !== 'successor') await changeRow(writer, stamp, 'handoff_item', id, { side: 'successor' });
  await nameSuccessor(writer, stamp, handoff.id, before);
}
