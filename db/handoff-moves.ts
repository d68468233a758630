import { AppError } from '../shared/errors.ts';
import { type MovablePlan, newItem, refusalOf } from '../shared/handoff/moves.ts';
import type { HandoffRow } from './handoff.ts';
import { readItems } from './handoff-items.ts';
import type { Reader } from './schema.ts';
import { agencyCalendar } from './work-calendars.ts';

export interface WantedDay {
  /** Null for an item that is only being added. */
  readonly itemId: string | null;
  readonly dueOn: string | undefined;
  /** The state it gets at the same time. */
  readonly state?: string | undefined;
}

/** Refuses a day on which the item may not be due; the day that it has already stays as it is. */
export async function expectDay(reader: Reader, handoff: HandoffRow, wanted: WantedDay): Promise<void> {
  const { itemId, dueOn, state } = wanted;
  if (dueOn === undefined) return;
  // The titles are not looked at: any language will do.
  const items = await readItems(reader, handoff.id, 'en');
  const item = items.find(({ id }) => id === itemId);
  if (item?.dueOn === dueOn) return;
  const plan: MovablePlan = { startOn: handoff.start_on, endOn: handoff.end_on, items };
  const placed = item === undefined ? newItem : { ...item, state: state ?? item.state };
  const refusal = refusalOf(plan, placed, dueOn, await agencyCalendar(reader));
  if (refusal !== null) throw new AppError(refusal.code, `an item may not be due on ${dueOn}`);
}
