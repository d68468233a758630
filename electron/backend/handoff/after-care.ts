import type { HandoffRow } from '../../../db/handoff.ts';
import { addRow, lastPlaceOf } from '../../../db/row-changes.ts';
import type { Writer } from '../../../db/schema.ts';
import type { Stamp } from '../../../db/storage.ts';
import { handoffTemplate, type HandoffTemplate } from '../../../shared/content/handoff-template.ts';
import type { Day } from '../../../shared/contract/call.ts';
import { titleOf } from '../../../shared/handoff/plan.ts';
import type { Language } from '../../../shared/language.ts';

const template: HandoffTemplate = handoffTemplate;

export interface AfterCare {
  readonly handoff: HandoffRow;
  readonly dueOn: Day;
  readonly language: Language;
}

/** The call after the handoff becomes a task of ours: a month after its end, or when we stop answering if that is later. */
export async function addAfterCareCall(writer: Writer, stamp: Stamp, care: AfterCare): Promise<void> {
  const call = template.items.find((item) => item.day > template.days);
  if (!call) return;
  const { client_id: clientId, lead_partner_id: leadId } = care.handoff;
  const lead = leadId === null ? undefined : await partnerName(writer, leadId);
  await addRow(writer, stamp, 'task', {
    client_id: clientId,
    title: titleOf(call, care.handoff.successor)[care.language],
    side: 'agency',
    person: lead ?? '',
    due_on: care.dueOn,
    place: await lastPlaceOf(writer, 'task', 'client_id', clientId ?? ''),
  });
}

async function partnerName(writer: Writer, partnerId: string): Promise<string | undefined> {
  const row = await writer.selectFrom('partner').select('name').where('id', '=', partnerId).executeTakeFirst();
  return row?.name;
}
