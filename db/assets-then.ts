import type { Id } from '../shared/contract/call.ts';
import type { Asset } from '../shared/contract/handoff.ts';
import { readAssets } from './assets.ts';
import { idList } from './id-list.ts';
import type { Reader } from './schema.ts';

/** How far an access has come, and the name of it in what is read. */
const progress = { state: 'state', state_on: 'stateOn', rotated_on: 'rotatedOn' } as const;

/**
 * The accesses of a handoff. Of one that is over those that were there when it ended, as far as they had come by then,
 * which the change log tells; what they are called and who holds them is told as of today.
 */
export async function readAssetsOf(
  reader: Reader,
  handoff: { readonly id: Id; readonly client_id: Id; readonly state: string },
): Promise<readonly Asset[]> {
  const assets = await readAssets(reader, handoff.client_id);
  const over = handoff.state === 'running' ? null : await endingOf(reader, handoff.id);
  if (over === null) return assets;
  const cells = await cellsSince(reader, assets, over);
  return assets
    .filter(({ id }) => !cells.some((cell) => cell.row_id === id && cell.column_name === 'id'))
    .map((asset) => ({ ...asset, ...formerly(cells.filter(({ row_id }) => row_id === asset.id)) }));
}

/** The command that ended it; null where the log does not reach so far. */
async function endingOf(reader: Reader, handoffId: Id): Promise<number | null> {
  const ending = await reader
    .selectFrom('local_change')
    .select(({ fn }) => fn.max<number | null>('command_seq').as('seq'))
    .where('table_name', '=', 'handoff')
    .where('row_id', '=', handoffId)
    .where('column_name', '=', 'state')
    .executeTakeFirst();
  return ending?.seq ?? null;
}

/** What stood in these accesses at that command, where a later one changed it; a row has no id before its birth. */
function cellsSince(reader: Reader, assets: readonly Asset[], seq: number) {
  return reader
    .selectFrom('local_change')
    .select(({ fn }) => ['row_id', 'column_name', 'before', fn.min('command_seq').as('seq')])
    .where('table_name', '=', 'asset')
    .where('row_id', 'in', idList(assets.map(({ id }) => id)))
    .where('command_seq', '>', seq)
    .where(({ eb, or, and }) =>
      or([
        eb('column_name', 'in', Object.keys(progress)),
        and([eb('column_name', '=', 'id'), eb('before', 'is', null)]),
      ]),
    )
    .groupBy(['row_id', 'column_name'])
    .execute();
}

type Cell = Awaited<ReturnType<typeof cellsSince>>[number];

function formerly(cells: readonly Cell[]): Partial<Asset> {
  return Object.fromEntries(
    Object.entries(progress).flatMap(([column, name]) => {
      const cell = cells.find(({ column_name }) => column_name === column);
      return cell === undefined ? [] : [[name, cell.before]];
    }),
  );
}
