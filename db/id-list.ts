import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../shared/contract/call.ts';

/** Ids as one value, for `in`: however many there are, the statement is the same one and is prepared once. */
export function idList(ids: readonly Id[]): RawBuilder<Id> {
  return sql`(select value from json_each(${JSON.stringify(ids)}))`;
}
