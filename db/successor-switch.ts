import { type Day, daysBetween, type WorkCalendar } from '../shared/calendar.ts';
import type { Id } from '../shared/contract/call.ts';
import type { CallOutput } from '../shared/contract/contract.ts';
import { earlyPlan, earlySearch, earlySide } from '../shared/handoff/early-plan.ts';
import type { SuccessorMode } from '../shared/handoff/plan.ts';
import type { NewDay } from '../shared/handoff/switched-days.ts';
import { type SuccessorSwitch, type SwitchedItem, switchSuccessor } from '../shared/handoff/successor-switch.ts';
import type { Language } from '../shared/language.ts';
import { changeHandoff, type HandoffRow, successorMode } from './handoff.ts';
import { readTitles } from './handoff-items.ts';
import { addPlanItem, planItemId, putPlanLinks } from './handoff-plan.ts';
import { localDay } from './local-day.ts';
import { changeRow, putRow, removeRow } from './row-changes.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';
import { nameSuccessor, successorName } from './successor.ts';
import { readSwitchedDays, type Turns } from './switched-days.ts';
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
  { language, today }: { readonly language: Language; readonly today: Day },
): Promise<Omit<Preview, 'revision'>> {
  const { passed, dropped, returning, missing, days } = await readSwitch(reader, handoff, to, today);
  const titles = new Map([
    ...(await readTitles(reader, handoff.id, language)),
    ...missing.map(({ code, title }): [Id, string] => [planItemId(handoff.id, code), title[language]]),
  ]);
  const titlesOf = (some: readonly SwitchedItem[]) => {
    const ids = new Set(some.map(({ id }) => id));
    return [...titles].flatMap(([id, title]) => (ids.has(id) ? [title] : []));
  };
  const coming = new Set([
    ...returning.map(({ id }) => id),
    ...missing.map(({ code }) => planItemId(handoff.id, code)),
  ]);
  const dated = [...days]
    .map(([id, { dueOn }]) => ({ id, title: titles.get(id) ?? '', dueOn }))
    .toSorted((one, other) => daysBetween(other.dueOn, one.dueOn));
  const withoutId = dated.map(({ id, ...item }) => ({ item, isComing: coming.has(id) }));
  return {
    passed: titlesOf(passed),
    dropped: titlesOf(dropped),
    returning: withoutId.flatMap(({ item, isComing }) => (isComing ? [item] : [])),
    moved: withoutId.flatMap(({ item, isComing }) => (isComing ? [] : [item])),
  };
}

export async function makeSwitch(writer: Writer, stamp: Stamp, handoff: HandoffRow, to: SuccessorMode): Promise<void> {
  const { passed, dropped, returning, missing, plan, days } = await readSwitch(
    writer,
    handoff,
    to,
    localDay(stamp.now),
  );
  const before = await successorName(writer, handoff.id);
  await changeHandoff(writer, stamp, handoff.id, { successor: to });
  for (const { id } of dropped) await removeRow(writer, stamp, 'handoff_item', id);
  for (const { id } of returning) await putRow(writer, stamp, 'handoff_item', id, {});
  if (to === 'contractor') {
    for (const item of missing) await addPlanItem(writer, stamp, handoff.id, item);
    await putPlanLinks(writer, stamp, { handoffId: handoff.id, plan, fresh: missing });
    if (handoff.template === null)
      for (const { id } of passed) await changeRow(writer, stamp, 'handoff_item', id, { side: 'successor' });
  }
  for (const [id, { dueOn, planDay }] of days)
    await changeRow(writer, stamp, 'handoff_item', id, { due_on: dueOn, plan_day: planDay });
  await nameSuccessor(writer, stamp, handoff.id, before);
}

interface WholeSwitch extends SuccessorSwitch, Pick<Turns, 'missing' | 'plan'> {
  readonly days: ReadonlyMap<Id, NewDay>;
}

async function readSwitch(reader: Reader, handoff: HandoffRow, to: SuccessorMode, today: Day): Promise<WholeSwitch> {
  const items = await readSwitched(reader, handoff);
  const kept = { items, isEarly: handoff.template === null };
  const switched = switchSuccessor(kept, successorMode(handoff.successor), to);
  const calendar = await agencyCalendar(reader);
  const { plan, missing } = to === 'contractor' ? missingFrom(handoff, items, calendar) : nothing;
  const turns = {
    returning: switched.returning.map(({ id }) => id),
    leaving: switched.dropped.map(({ id }) => id),
    missing,
    plan,
  };
  const days = await readSwitchedDays(reader, handoff, turns, { calendar, today });
  return { ...switched, plan, missing, days };
}

const nothing = { plan: [], missing: [] } as const;

/** What a plan from before lacks that began without a contractor; others hold what was left out. */
function missingFrom(
  { start_on: startOn, template }: HandoffRow,
  items: readonly SwitchedItem[],
  calendar: WorkCalendar,
) {
  const codes = items.map(({ code }) => code);
  if (template !== null || codes.some((code) => earlySearch.has(code))) return nothing;
  const plan = earlyPlan({ startOn, calendar, codes });
  return { plan, missing: plan.filter(({ code }) => earlySearch.has(code)) };
}
