import { sql } from 'kysely';
import type { Id } from '../shared/contract/call.ts';
import type { Asset } from '../shared/contract/handoff.ts';
import { readAssets } from './assets.ts';
import { idList } from './id-list.ts';
import type { Reader } from './schema.ts';

/** What a new handoff begins anew, and the name of it in what is read. */
const begunAnew = { state: 'state', state_on: 'stateOn', rotated_on: 'rotatedOn' } as const;

/**
 * The accesses of a handoff: of one that is over as they stood when the next one began, for that begins them anew; else as
 * they stand. What was there then is told by the change log.
 */
export async function readAssetsOf(
  reader: Reader,
  handoff: { readonly id: Id; readonly client_id: Id; readonly state: string },
): Promise<readonly Asset[]> {
  const assets = await readAssets(reader, handoff.client_id);
  const begun = handoff.state === 'running' ? null : await nextBeginning(reader, handoff);
  if (begun === null) return assets;
  const cells = await cellsBefore(reader, assets, begun);
  return assets
    .filter(({ id }) => !cells.some((cell) => cell.row_id === id && cell.column_name === 'id'))
    .map((asset) => ({ ...asset, ...formerly(cells.filter(({ row_id }) => row_id === asset.id)) }));
}

/** The command with which the next handoff of the client began; null where none did. */
async function nextBeginning(reader: Reader, handoff: { readonly id: Id; readonly client_id: Id }) {
  const last = (row: 'here' | 'next', columns: readonly string[]) => sql<number | null>`(
    select max(command_seq) from local_change where table_name = 'handoff'
    and row_id = ${row === 'here' ? handoff.id : sql.ref('handoff.id')} and column_name in (${sql.join(columns)}))`;
  const others = await reader
    .selectFrom('handoff')
    // Born, or brought back after its start was undone.
    .select([last('next', ['id', 'deleted_at']).as('begun'), last('here', ['state']).as('over')])
    .where('client_id', '=', handoff.client_id)
    .where('id', '<>', handoff.id)
    .where('deleted_at', 'is', null)
    .execute();
  const later = others.flatMap(({ begun, over }) => (begun !== null && over !== null && begun > over ? [begun] : []));
  return later.length === 0 ? null : Math.min(...later);
}

/** What stood in these accesses before that command, where it or a later one changed it; a row has no id before its birth. */
function cellsBefore(reader: Reader, assets: readonly Asset[], begun: number) {
  return reader
    .selectFrom('local_change')
    .select(({ fn }) => ['row_id', 'column_name', 'before', fn.min('command_seq').as('seq')])
    .where('table_name', '=', 'asset')
    .where('row_id', 'in', idList(assets.map(({ id }) => id)))
    .where('command_seq', '>=', begun)
    .where(({ eb, or, and }) =>
      or([
        eb('column_name', 'in', Object.keys(begunAnew)),
        and([eb('column_name', '=', 'id'), eb('before', 'is', null)]),
      ]),
    )
    .groupBy(['row_id', 'column_name'])
    .execute();
}

type Cell = Awaited<ReturnType<typeof cellsBefore>>[number];

function formerly(cells: readonly Cell[]): Partial<Asset> {
  return Object.fromEntries(
    Object.entries(begunAnew).flatMap(([column, name]) => {
      const cell = cells.find(({ column_name }) => column_name === column);
      return cell === undefined ? [] : [[name, cell.before]];
    }),
  );
}
