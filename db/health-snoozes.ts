import type { ClientHealth } from '../shared/contract/client-health.ts';
import type { Day, Id, Instant } from '../shared/contract/call.ts';
import { type Snooze, sleepersOf } from '../shared/health/snoozes.ts';
import type { Reader } from './schema.ts';
import { readSnoozes } from './snoozes.ts';

/** What of a client's health is put off on this day. */
export async function readHealthSnoozes(reader: Reader, clientId: Id, today: Day): Promise<ClientHealth['snoozes']> {
  const asleep = (await readAsleep(reader, today, clientId)).get(clientId) ?? new Map<string, Snooze>();
  return [...asleep].flatMap(([subject, { id, untilOn, reason }]) =>
    subject.startsWith('health:') ? [{ id, subject, untilOn, reason }] : [],
  );
}

/** By client and by subject what is put off on this day, of one client or of all. */
export async function readAsleep(
  reader: Reader,
  today: Day,
  only: Id | null = null,
): Promise<ReadonlyMap<Id, ReadonlyMap<string, Snooze>>> {
  const touches = await readLastTouches(reader, only);
  const snoozes = Map.groupBy(await readSnoozes(reader, only), ({ clientId }) => clientId);
  return new Map(
    [...snoozes].map(([clientId, theirs]) => [clientId, sleepersOf(theirs, touches.get(clientId) ?? null, today)]),
  );
}

async function readLastTouches(reader: Reader, only: Id | null): Promise<ReadonlyMap<Id, Instant | null>> {
  const cards = await reader
    .selectFrom('local_client_card')
    .select(['client_id', 'last_touch_at'])
    .$if(only !== null, (of) => of.where('client_id', '=', only))
    .execute();
  return new Map(cards.map(({ client_id, last_touch_at }) => [client_id, last_touch_at]));
}
