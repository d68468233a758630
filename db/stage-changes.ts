import type { Id } from '../shared/contract/call.ts';
import type { ClientPage, TimelineEntry } from '../shared/contract/clients.ts';
import type { Reader } from './schema.ts';
import { cut, type TimelinePage } from './timeline-page.ts';

type Step = ClientPage['stageChanges'][number] & { readonly from: string | null };

/** A client's path, whose order its ids know. */
async function readSteps(reader: Reader, clientId: Id): Promise<readonly Step[]> {
  const rows = await reader
    .selectFrom('stage_change')
    // Who made a step is known by name also when that partner was removed since.
    .leftJoin('partner', 'partner.id', 'stage_change.created_by')
    .select(['stage_change.id', 'from_stage as from', 'to_stage as to', 'happened_at as happenedAt'])
    .select(['reason', 'partner.name as by'])
    .where('client_id', '=', clientId)
    .where('stage_change.deleted_at', 'is', null)
    .orderBy('stage_change.id')
    .execute();
  return noneAfterTheNext(rows);
}

/** What a wrong clock dated after the next step was made by then at the latest. */
function noneAfterTheNext(steps: readonly Step[]): readonly Step[] {
  const dated: Step[] = [];
  for (const step of steps.toReversed()) {
    const next = dated.at(-1)?.happenedAt ?? step.happenedAt;
    dated.push(step.happenedAt > next ? { ...step, happenedAt: next } : step);
  }
  return dated.toReversed();
}

/** Every stage the client came to, oldest first. */
export async function readStageChanges(reader: Reader, clientId: Id): Promise<ClientPage['stageChanges']> {
  const steps = await readSteps(reader, clientId);
  return steps.map(({ id, to, happenedAt, reason, by }) => ({ id, to, happenedAt, reason, by }));
}

/** The same as part of what happened. */
export async function readStageEntries(reader: Reader, page: TimelinePage): Promise<TimelineEntry[]> {
  const steps = await readSteps(reader, page.clientId);
  return cut(
    steps.map((step) => ({ type: 'stage', ...step })),
    page,
  );
}
