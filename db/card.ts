import type { Selectable } from 'kysely';
import type { Id, Instant } from '../shared/contract/call.ts';
import type { Card } from '../shared/contract/board.ts';
import { AppError } from '../shared/errors.ts';
import { dayOf, localDay } from './local-day.ts';
import type { Reader, Schema } from './schema.ts';

type CardRow = Selectable<Schema['local_client_card']> & { readonly created_at: Instant };

/** The rows that cards are made from. */
export function cardRows(reader: Reader) {
  return reader
    .selectFrom('local_client_card as card')
    .innerJoin('client', 'client.id', 'card.client_id')
    .selectAll('card')
    .select('client.created_at');
}

/** The projection's row as the contract names it. */
export function cardFrom(row: CardRow): Card {
  return {
    id: row.client_id,
    name: row.name,
    stage: row.stage,
    place: row.place,
    partnerId: row.partner_id,
    sinceOn: dayOf(row.since_on),
    addedOn: row.created_at === '' ? null : localDay(row.created_at),
    lastTouchAt: row.last_touch_at,
    contactNormDays: row.contact_norm_days,
    nextStep:
      row.next_task_id === null
        ? null
        : { taskId: row.next_task_id, title: row.next_title ?? '', dueOn: row.next_due_on },
    openFlags: row.open_flags,
    handoff: row.handoff_id === null ? null : { id: row.handoff_id, done: row.handoff_done, total: row.handoff_total },
    isSample: row.is_sample === 1,
  };
}

/** A client in the trash has no card. */
export async function readCard(reader: Reader, clientId: Id): Promise<Card> {
  const row = await cardRows(reader).where('card.client_id', '=', clientId).executeTakeFirst();
  if (!row) throw new AppError('not_found', 'no such client');
  return cardFrom(row);
}
