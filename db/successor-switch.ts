import type { WorkCalendar } from '../shared/calendar.ts';
import type { CallOutput } from '../shared/contract/contract.ts';
import { earlyPlan, earlySearch, earlySide } from '../shared/handoff/early-plan.ts';
import type { SuccessorMode } from '../shared/handoff/plan.ts';
import { type SuccessorSwitch, type SwitchedItem, switchSuccessor } from '../shared/handoff/successor-switch.ts';
import type { Language } from '../shared/language.ts';
import { changeHandoff, type HandoffRow, successorMode } from './handoff.ts';
import { readTitles } from './handoff-items.ts';
import { addPlanItem, putPlanLinks, returnPlanItem } from './handoff-plan.ts';
import { changeRow, removeRow } from './row-changes.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';
import { nameSuccessor, successorName } from './successor.ts';
import { agencyCalendar } from './work-calendars.ts';

type Preview = CallOutput<'handoff.previewSuccessor'>;

async function readSwitched(reader: Reader, handoff: HandoffRow): Promise<readonly SwitchedItem[]> {
  const rows = await reader
    .selectFrom('handoff_item')
    .select(['id', 'code', 'section', 'side', 'state', 'deleted_at'])
    .where('handoff_id', '=', handoff.id)
    .orderBy('place')
    .orderBy('id')
    .execute();
  const isPassed = handoff.template === null && successorMode(handoff.successor) !== 'contractor';
  return rows.map(({ deleted_at, ...row }) => ({
    ...row,
    side: isPassed ? earlySide(row) : row.side,
    isOut: deleted_at !== null,
  }));
}

/** What would change, in the asked language. */
export async function previewSwitch(
  reader: Reader,
  handoff: HandoffRow,
  to: SuccessorMode,
  language: Language,
): Promise<Omit<Preview, 'revision'>> {
  const items = await readSwitched(reader, handoff);
  const { passed, dropped, returning } = switchOf(handoff, items, to);
  const titles = await readTitles(reader, handoff.id, language);
  const titlesOf = (some: readonly SwitchedItem[]) => {
    const ids = new Set(some.map(({ id }) => id));
    return [...titles].flatMap(([id, title]) => (ids.has(id) ? [title] : []));
  };
  const missing = to === 'contractor' ? missingFrom(handoff, items, await agencyCalendar(reader)).missing : [];
  return {
    passed: titlesOf(passed),
    dropped: titlesOf(dropped),
    returning: [...titlesOf(returning), ...missing.map(({ title }) => title[language])],
  };
}

export async function makeSwitch(writer: Writer, stamp: Stamp, handoff: HandoffRow, to: SuccessorMode): Promise<void> {
  const calendar = await agencyCalendar(writer);
  const items = await readSwitched(writer, handoff);
  const { passed, dropped, returning } = switchOf(handoff, items, to);
  const before = await successorName(writer, handoff.id);
  await changeHandoff(writer, stamp, handoff.id, { successor: to });
  for (const { id } of dropped) await removeRow(writer, stamp, 'handoff_item', id);
  for (const { id } of returning) await returnPlanItem(writer, stamp, id, { startOn: handoff.start_on, calendar });
  if (to === 'contractor') {
    const { plan, missing } = missingFrom(handoff, items, calendar);
    for (const item of missing) await addPlanItem(writer, stamp, handoff.id, item);
    await putPlanLinks(writer, stamp, { handoffId: handoff.id, plan, fresh: missing });
    if (handoff.template === null)
      for (const { id } of passed) await changeRow(writer, stamp, 'handoff_item', id, { side: 'successor' });
  }
  await nameSuccessor(writer, stamp, handoff.id, before);
}

function switchOf(handoff: HandoffRow, items: readonly SwitchedItem[], to: SuccessorMode): SuccessorSwitch {
  const plan = { items, isEarly: handoff.template === null };
  return switchSuccessor(plan, successorMode(handoff.successor), to);
}

/** What a plan from before lacks that began without a contractor; others hold what was left out. */
function missingFrom(
  { start_on: startOn, template }: HandoffRow,
  items: readonly SwitchedItem[],
  calendar: WorkCalendar,
) {
  const codes = items.map(({ code }) => code);
  if (template !== null || codes.some((code) => earlySearch.has(code))) return { plan: [], missing: [] };
  const plan = earlyPlan({ startOn, calendar, codes });
  return { plan, missing: plan.filter(({ code }) => earlySearch.has(code)) };
}
