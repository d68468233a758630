import { sql } from 'kysely';
import type { Day } from '../shared/contract/call.ts';
import type { TimelineEntry } from '../shared/contract/clients.ts';
import { momentOf } from './local-day.ts';
import type { Reader } from './schema.ts';
import { cut, onPage, type TimelinePage } from './timeline-page.ts';

/** A task of a note is told by the note, for as long as that is part of the history. */
export async function readDoneTasks(reader: Reader, page: TimelinePage): Promise<TimelineEntry[]> {
  const rows = await reader
    .selectFrom('task')
    .select(['id', 'title', 'side', 'person', sql<string>`done_at`.as('happenedAt')])
    .where('client_id', '=', page.clientId)
    .where('done_at', 'is not', null)
    .where('deleted_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('note')
            .select('note.id')
            .whereRef('note.id', '=', 'task.note_id')
            .whereRef('note.client_id', '=', 'task.client_id')
            .where('note.finished_at', 'is not', null)
            .where('note.deleted_at', 'is', null),
        ),
      ),
    )
    .$call((query) => onPage(query, page, sql.ref('done_at'), sql.ref('id')))
    .execute();
  return rows.map((row) => ({ type: 'task', ...row }));
}

/** One without a day stands in the dossier alone. */
export async function readDecisions(reader: Reader, page: TimelinePage, today: Day): Promise<TimelineEntry[]> {
  const rows = await reader
    .selectFrom('dossier_line')
    .select(['id', 'text', 'decided_on'])
    .where('client_id', '=', page.clientId)
    .where('kind', '=', 'decision')
    .where('decided_on', '<=', today)
    .where('deleted_at', 'is', null)
    .execute();
  const entries = rows.flatMap(({ decided_on, ...decision }): readonly TimelineEntry[] =>
    decided_on === null ? [] : [{ type: 'decision', happenedAt: momentOf(decided_on), ...decision }],
  );
  return cut(entries, page);
}
