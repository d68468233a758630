import { sql } from 'kysely';
import type { Day } from '../shared/contract/call.ts';
import { daysOfChange, type Standing } from '../shared/stage-days.ts';
import { dayOfEach, daysOfLog } from './log-days.ts';
import type { Cell, Reader } from './schema.ts';

/** The last command made before the end of a day where the partner sits; 0 when there was none. */
export async function lastCommandOf(reader: Reader, day: Day, today: Day): Promise<number> {
  return (await daysOfLog(reader, today)).findLast((each) => each.day <= day)?.last ?? 0;
}

/** The day of the first command; null in a file without any. */
export async function firstDay(reader: Reader, today: Day): Promise<Day | null> {
  return (await daysOfLog(reader, today))[0]?.day ?? null;
}

/** The days on which a client came, changed its stage or went, oldest first. */
export async function stageDays(reader: Reader, today: Day): Promise<Day[]> {
  const rows = await reader
    .selectFrom('local_change')
    .select(['command_seq as seq', 'row_id as clientId', 'column_name as column', 'after'])
    .where('table_name', '=', 'client')
    .where('column_name', 'in', ['stage', 'deleted_at'])
    .orderBy('command_seq')
    .orderBy(sql`column_name`)
    .execute();
  return daysOfChange(standingsOf(rows, dayOfEach(await daysOfLog(reader, today))));
}

interface LoggedCell {
  readonly seq: number;
  readonly clientId: string;
  readonly column: string;
  readonly after: Cell;
}

function standingsOf(cells: readonly LoggedCell[], dayOf: (seq: number) => Day): readonly Standing[] {
  const clients = new Map<string, { stage: string | null; isDeleted: boolean }>();
  return cells.map(({ seq, clientId, column, after }) => {
    const client = clients.get(clientId) ?? { stage: null, isDeleted: false };
    clients.set(clientId, client);
    if (column === 'deleted_at') client.isDeleted = after !== null;
    else client.stage = String(after);
    return { day: dayOf(seq), clientId, stage: client.isDeleted ? null : client.stage };
  });
}
