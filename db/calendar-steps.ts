import { sql } from 'kysely';
import { calendars } from '../shared/content/calendars.ts';
import { AppError, type ErrorCode } from '../shared/errors.ts';
import type { Writer } from './schema.ts';

/**
 * Days and the agency name a calendar by its code, which no foreign key holds. After a step back that passed others over,
 * none of them may be left with one that is gone, by what the command `seq` did to it or to them.
 */
export async function refuseCalendarGone(writer: Writer, seq: number): Promise<void> {
  const shipped = sql.join(['', ...calendars.map(({ code }) => code)]);
  const { rows } = await sql<{ readonly code: ErrorCode }>`
    with changed as (
      select row_id from local_change where command_seq = ${seq} and (
        table_name in ('work_calendar', 'work_calendar_day') or (table_name = 'agency' and column_name = 'calendar'))),
    named as (
      select id, calendar as code from work_calendar_day where deleted_at is null
      union all select id, calendar from agency where deleted_at is null and calendar not in (${shipped}))
    select case when named.id not in changed then 'undo_needed'
        when gone.id is null then 'undo_erased'
        when gone.code = gone.base then 'undo_conflict'
        else 'undo_gone' end as code
      from named left join work_calendar as gone on gone.code = named.code
      where (gone.id is null or gone.deleted_at is not null) and (named.id in changed or gone.id in changed)
      limit 1`.execute(writer);
  const [refusal] = rows;
  if (refusal !== undefined) throw new AppError(refusal.code, 'its calendar is gone');
}
