import { z } from 'zod';
import type { Day, Id } from '../shared/contract/call.ts';
import { healthReason, verdicts } from '../shared/contract/client-health.ts';
import type { HandoffPage } from '../shared/contract/handoff.ts';
import { addDays } from '../shared/calendar.ts';
import { retrospectiveDays, type RetrospectiveMoment, momentBefore } from '../shared/handoff/retrospective.ts';
import { readPastHealthFacts } from './health-facts.ts';
import { addRow } from './row-changes.ts';
import type { Reader, Writer } from './schema.ts';
import type { Stamp } from './storage.ts';

const storedReasons = z.array(healthReason);
const verdict = z.enum(verdicts);

/** Health of the client some days before, as it was kept when the handoff was closed; the longest ago first. */
export async function readRetrospective(
  reader: Reader,
  handoffId: Id,
): Promise<HandoffPage['retrospective']['moments']> {
  const rows = await reader
    .selectFrom('handoff_look_back')
    .select(['days_before', 'verdict', 'reasons'])
    .where('handoff_id', '=', handoffId)
    .where('deleted_at', 'is', null)
    .orderBy('days_before', 'desc')
    .execute();
  return rows.flatMap((row) => {
    const known = verdict.safeParse(row.verdict);
    if (!known.success) return [];
    return [{ daysBefore: row.days_before, verdict: known.data, reasons: reasonsIn(row.reasons) }];
  });
}

/** What a later version wrote may hold reasons that this one does not know. */
function reasonsIn(text: string) {
  try {
    return storedReasons.parse(JSON.parse(text));
  } catch {
    return [];
  }
}

export interface Closing {
  readonly handoffId: Id;
  readonly clientId: Id;
  readonly closedOn: Day;
}

/** Keeps how the client looked before, while it still stands on the board: what is known of it may change afterwards. */
export async function keepRetrospective(
  writer: Writer,
  stamp: Stamp,
  { handoffId, clientId, closedOn }: Closing,
): Promise<void> {
  for (const daysBefore of retrospectiveDays) {
    const facts = await readPastHealthFacts(writer, clientId, addDays(closedOn, -daysBefore));
    const moment = facts === null ? null : momentBefore(facts, closedOn, daysBefore);
    if (moment === null) continue;
    await addMoment(writer, stamp, handoffId, moment);
  }
}

export async function addMoment(
  writer: Writer,
  stamp: Stamp,
  handoffId: Id,
  moment: RetrospectiveMoment,
): Promise<void> {
  const { daysBefore, verdict: then, reasons } = moment;
  await addRow(writer, stamp, 'handoff_look_back', {
    handoff_id: handoffId,
    days_before: daysBefore,
    verdict: then,
    reasons: JSON.stringify(reasons),
  });
}
