import { sql } from 'kysely';
import type { Day } from '../shared/contract/call.ts';
import { daysOfChange, type Standing } from '../shared/stage-days.ts';
import { addDays } from '../shared/calendar.ts';
import { localDay, startOfDay } from './local-day.ts';
import type { Cell, Reader } from './schema.ts';

/** The last command made before the end of a day where the partner sits; 0 when there was none. */
export async function lastCommandOf(reader: Reader, day: Day): Promise<number> {
  const row = await reader
    .selectFrom('local_command')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('made_at', '<', startOfDay(addDays(day, 1)))
    .executeTakeFirst();
  return row?.seq ?? 0;
}

/** The day of the first command; null in a file without any. */
export async function firstDay(reader: Reader): Promise<Day | null> {
  const row = await reader
    .selectFrom('local_command')
    .select(({ fn }) => fn.min('made_at').as('madeAt'))
    .executeTakeFirst();
  return row?.madeAt ? localDay(row.madeAt) : null;
}

/** The days on which a client came, changed its stage or went, oldest first. */
export async function stageDays(reader: Reader): Promise<Day[]> {
  const rows = await reader
    .selectFrom('local_change')
    .innerJoin('local_command', 'local_command.seq', 'local_change.command_seq')
    .select(['made_at as madeAt', 'row_id as clientId', 'column_name as column', 'after'])
    .where('table_name', '=', 'client')
    .where('column_name', 'in', ['stage', 'deleted_at'])
    .orderBy('command_seq')
    .orderBy(sql`column_name`)
    .execute();
  return daysOfChange(standingsOf(rows));
}

interface LoggedCell {
  readonly madeAt: string;
  readonly clientId: string;
  readonly column: string;
  readonly after: Cell;
}

function standingsOf(cells: readonly LoggedCell[]): readonly Standing[] {
  const clients = new Map<string, { stage: string | null; isDeleted: boolean }>();
  return cells.map(({ madeAt, clientId, column, after }) => {
    const client = clients.get(clientId) ?? { stage: null, isDeleted: false };
    clients.set(clientId, client);
    if (column === 'deleted_at') client.isDeleted = after !== null;
    else client.stage = String(after);
    return { day: localDay(madeAt), clientId, stage: client.isDeleted ? null : client.stage };
  });
}
