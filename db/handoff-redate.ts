import type { WorkCalendar } from '../shared/calendar.ts';
import type { Id } from '../shared/contract/call.ts';
import { type HandoffTemplate, handoffTemplate } from '../shared/content/handoff-template.ts';
import type { CallOutput } from '../shared/contract/contract.ts';
import { type DatedItem, redate } from '../shared/handoff/redate.ts';
import type { Language } from '../shared/language.ts';
import { readItems } from './handoff-items.ts';
import { runningHandoffs } from './handoff.ts';
import { changeRow } from './row-changes.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

type Moves = CallOutput<'settings.previewCalendar'>['moves'];

const template: HandoffTemplate = handoffTemplate;
const templateDays = new Map(template.items.map(({ code, day }) => [code, day]));

/** What a changed calendar moves in the plans that run, by client and day. */
export async function readMoves(
  reader: Reader,
  { before, after }: { readonly before: WorkCalendar; readonly after: WorkCalendar },
  language: Language,
): Promise<Moves> {
  const handoffs = await runningHandoffs(reader)
    .innerJoin('client', 'client.id', 'handoff.client_id')
    .select(['handoff.id', 'handoff.start_on', 'client.name'])
    .orderBy('client.name')
    .orderBy('handoff.id')
    .execute();
  const moves: Moves = [];
  for (const { id, start_on, name } of handoffs) {
    const items = await readItems(reader, id, language);
    const made = await readPlanDays(reader, id);
    const dated = items.map(({ id: itemId, state, dueOn, after: firsts }): DatedItem => {
      const { planDay = null, isDayOwn = true } = made.get(itemId) ?? {};
      return { id: itemId, state, dueOn, planDay, isDayOwn, after: firsts };
    });
    const titles = new Map(items.map((item) => [item.id, item.title]));
    const moved = redate({ startOn: start_on, items: dated }, before, after).map((move) => ({
      ...move,
      title: titles.get(move.itemId) ?? '',
    }));
    if (moved.length > 0) moves.push({ handoffId: id, clientName: name, items: moved });
  }
  return moves;
}

interface MadeDay {
  readonly planDay: number | null;
  readonly isDayOwn: boolean;
}

/** Rows from before the day of the plan was kept stand for the day of the template. */
async function readPlanDays(reader: Reader, handoffId: Id): Promise<ReadonlyMap<Id, MadeDay>> {
  const rows = await reader
    .selectFrom('handoff_item')
    .select(['id', 'code', 'plan_day', 'is_day_own'])
    .where('handoff_id', '=', handoffId)
    .where('deleted_at', 'is', null)
    .execute();
  return new Map(
    rows.map(({ id, code, plan_day, is_day_own }) => [
      id,
      { planDay: plan_day ?? templateDays.get(code) ?? null, isDayOwn: is_day_own === 1 },
    ]),
  );
}

/** The day stays one of the plan: another change of the calendar moves it again. */
export async function moveItems(writer: Writer, stamp: Stamp, moves: Moves): Promise<void> {
  for (const { itemId, to } of moves.flatMap(({ items }) => items))
    await changeRow(writer, stamp, 'handoff_item', itemId, { due_on: to });
}
