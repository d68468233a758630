import { sql } from 'kysely';
import type { Id, Instant } from '../shared/contract/call.ts';
import { localDays } from './local-day.ts';
import type { Reader } from './schema.ts';

interface Deleted {
  readonly kind: string;
  readonly id: Id;
  readonly deletedAt: Instant;
}

/**
 * On how many days something was written after each was deleted, in their order. The commands are counted by their
 * numbers: a clock that is set wrong and right again makes one day more, not a year. What no log knows the deletion of has
 * just been deleted.
 */
export async function daysOfUseSince(reader: Reader, deleted: readonly Deleted[]): Promise<readonly number[]> {
  const seqs = await seqsOf(reader, deleted);
  const first = Math.min(...seqs.filter((seq) => seq !== null));
  if (!Number.isFinite(first)) return deleted.map(() => 0);
  const commands = await reader
    .selectFrom('local_command')
    .select(['seq', 'made_at'])
    .where('seq', '>=', first)
    .orderBy('seq', 'desc')
    .execute();
  const dayOf = localDays();
  const wanted = new Set(seqs);
  const known = new Map<number, number>();
  const days = new Set<string>();
  for (const { seq, made_at } of commands) {
    const day = dayOf(made_at);
    if (wanted.has(seq)) known.set(seq, days.size - Number(days.has(day)));
    days.add(day);
  }
  return seqs.map((seq) => (seq === null ? 0 : (known.get(seq) ?? 0)));
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
