import { sql } from 'kysely';
import { calendars } from '../shared/content/calendars.ts';
import { AppError, type ErrorCode } from '../shared/errors.ts';
import { shippedTemplateId } from './handoff-templates.ts';
import type { Writer } from './schema.ts';

/**
 * Days and the agency name a calendar by its code, and what a template of handoffs says names it, without a foreign key.
 * After a step back that passed others over, none of them may be left with one that is gone, by what the command `seq` did
 * to it or to them.
 */
export async function refuseOwnerGone(writer: Writer, seq: number): Promise<void> {
  const shipped = sql.join(['', shippedTemplateId, ...calendars.map(({ code }) => code)]);
  const { rows } = await sql<{ readonly code: ErrorCode }>`
    with changed as (
      select row_id from local_change where command_seq = ${seq} and (column_name = 'calendar' or table_name in
        ('work_calendar', 'work_calendar_day', 'handoff_template', 'handoff_template_item', 'handoff_template_after'))),
    named as (
      select id, calendar as owner from work_calendar_day where deleted_at is null
      union all select id, calendar from agency where deleted_at is null and calendar not in (${shipped})
      union all select id, template from handoff_template_item where deleted_at is null and template not in (${shipped})
      union all select id, template from handoff_template_after where deleted_at is null and template not in (${shipped})),
    owners as (
      select id, code as name, code = base as ships, deleted_at from work_calendar
      union all select id, id, 0, deleted_at from handoff_template)
    select case when named.id not in changed then 'undo_needed'
        when gone.id is null then 'undo_erased'
        when gone.ships then 'undo_conflict'
        else 'undo_gone' end as code
      from named left join owners as gone on gone.name = named.owner
      where (gone.id is null or gone.deleted_at is not null) and (named.id in changed or gone.id in changed)
      limit 1`.execute(writer);
  const [refusal] = rows;
  if (refusal !== undefined) throw new AppError(refusal.code, 'what it belongs to is gone');
}
