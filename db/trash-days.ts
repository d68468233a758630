import { sql } from 'kysely';
import type { Day, Id, Instant } from '../shared/contract/call.ts';
import { dayOfEach, daysOfLog } from './log-days.ts';
import type { Reader } from './schema.ts';

interface Deleted {
  readonly kind: string;
  readonly id: Id;
  readonly deletedAt: Instant;
}

/**
 * On how many days something was written after each was deleted, in their order. Days are counted in the order of the log:
 * a clock that is set wrong and right again makes none more. What no log knows the deletion of has just been deleted.
 */
export async function daysOfUseSince(
  reader: Reader,
  deleted: readonly Deleted[],
  today: Day,
): Promise<readonly number[]> {
  const seqs = await seqsOf(reader, deleted);
  const days = await daysOfLog(reader, today);
  const dayOf = dayOfEach(days);
  const written = [...new Set(days.map(({ day }) => day))].toSorted();
  const known = new Map(
    seqs
      .filter((seq) => seq !== null)
      .toSorted((one, other) => one - other)
      .map((seq) => [seq, dayOf(seq)]),
  );
  return seqs.map((seq) => {
    const day = seq === null ? undefined : known.get(seq);
    return day === undefined ? 0 : written.length - 1 - written.indexOf(day);
  });
}

async function seqsOf(reader: Reader, deleted: readonly Deleted[]): Promise<readonly (number | null)[]> {
  if (deleted.length === 0) return [];
  const asked = JSON.stringify(deleted.map(({ kind, id, deletedAt }) => [kind, id, deletedAt]));
  const query = sql<{ readonly place: number; readonly seq: number | null }>`(
    select each.key as place, (
      select max(command_seq) from local_change
      where table_name = each.value ->> 0 and row_id = each.value ->> 1 and column_name = 'deleted_at'
        and after = each.value ->> 2) as seq
    from json_each(${asked}) as each)`;
  const rows = await reader.selectFrom(query.as('found')).selectAll().orderBy('place').execute();
  return rows.map(({ seq }) => seq);
}
