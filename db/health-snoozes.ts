import type { ClientHealth } from '../shared/contract/client-health.ts';
import type { Day, Id } from '../shared/contract/call.ts';
import type { Reader } from './schema.ts';

const prefix = 'health:';

/** What of a client's health is put off on this day: for each reason the snooze that was made last. */
export async function readHealthSnoozes(reader: Reader, clientId: Id, today: Day): Promise<ClientHealth['snoozes']> {
  const rows = await reader
    .selectFrom('snooze')
    .select(['id', 'subject', 'until_on as untilOn', 'reason'])
    .where('client_id', '=', clientId)
    .where('subject', 'like', `${prefix}%`)
    .where('deleted_at', 'is', null)
    // Ids rise, moments need not.
    .orderBy('id')
    .execute();
  const last = new Map(rows.map((row) => [row.subject, row]));
  return [...last.values()].filter(({ untilOn }) => untilOn > today);
}

/** The same of all clients, as subjects alone. */
export async function readAsleep(reader: Reader, today: Day): Promise<ReadonlyMap<Id | null, ReadonlySet<string>>> {
  const rows = await reader
    .selectFrom('snooze')
    .select(['client_id', 'subject', 'until_on as untilOn'])
    .where('subject', 'like', `${prefix}%`)
    .where('deleted_at', 'is', null)
    // Ids rise, moments need not.
    .orderBy('id')
    .execute();
  const asleep = new Map<Id | null, Set<string>>();
  for (const { client_id, subject, untilOn } of rows) {
    const subjects = asleep.get(client_id) ?? new Set();
    if (untilOn > today) subjects.add(subject);
    else subjects.delete(subject);
    asleep.set(client_id, subjects);
  }
  return asleep;
}
