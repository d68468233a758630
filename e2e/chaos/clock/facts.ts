import type { World } from './world.ts';

/** What a partner sees that no clock has a say in, in words without ids and moments. */
export interface Facts {
  readonly board: readonly string[];
  readonly paths: readonly string[];
  readonly history: readonly string[];
  readonly versions: readonly string[];
  readonly trash: readonly string[];
  readonly asleep: readonly string[];
  readonly drafts: readonly string[];
}

/** In the order in which they were made, which is the same in every world. */
const rows = (world: World, query: string) => world.file.prepare<[], string>(query).pluck().all();

export async function factsOf(world: World): Promise<Facts> {
  const clientIds = rows(world, 'select id from client where deleted_at is null order by rowid');
  const noteIds = rows(world, 'select id from note order by rowid');
  const { cards } = await world.ask('board.load', {});
  const paths: string[] = [];
  const history: string[] = [];
  const asleep: string[] = [];
  for (const clientId of clientIds) {
    const { page } = await world.ask('clients.open', { clientId });
    paths.push(page.stageChanges.map(({ to }) => to).join(' '));
    const { entries } = await world.ask('clients.timeline', { clientId, filter: 'stages', before: null, limit: 100 });
    history.push(entries.map((entry) => (entry.type === 'stage' ? `${entry.from} ${entry.to}` : '')).join(', '));
    const { health } = await world.ask('health.receipt', { clientId });
    asleep.push((health?.snoozes ?? []).map(({ subject, untilOn }) => `${subject} ${untilOn}`).join(', '));
  }
  const versions: string[] = [];
  for (const noteId of noteIds) {
    const told = await world.ask('notes.versions', { noteId });
    for (const { seq } of told.versions) versions.push((await world.ask('notes.version', { noteId, seq })).body);
  }
  const { entries } = await world.ask('safety.trash', {});
  const { kept } = await world.ask('notes.keptText', {});
  return {
    board: cards.map(({ name, stage }) => `${stage} ${name}`).toSorted(),
    paths,
    history,
    versions,
    trash: entries.map(({ kind, title, daysLeft }) => `${kind} ${title} ${daysLeft}`).toSorted(),
    asleep,
    drafts: [kept?.body ?? '', ...rows(world, 'select body from note where finished_at is null order by rowid')],
  };
}
