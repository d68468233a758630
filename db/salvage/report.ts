import { type DifferenceKind, differenceKinds } from '../../shared/contract/backups.ts';
import type { SalvageReport } from '../../shared/contract/salvage.ts';
import { shortName, toldOf } from '../backup-difference.ts';
import { isSharedTable } from '../schema.ts';
import type { Collected } from './collect.ts';
import type { HistoryLost } from './log-state.ts';
import type { Mended } from './mend.ts';
import type { Target } from './target.ts';
import type { Trees } from './trees.ts';

interface Found extends Mended, Collected {
  readonly history: HistoryLost;
  readonly standIns: number;
  readonly doubtful: ReadonlyMap<string, ReadonlySet<string>>;
  readonly trees: Trees;
}

const namesTold = 3;

/** What was saved and what was not, in the kinds that a partner knows. */
export function reportOf(target: Target, found: Found): SalvageReport {
  const tables = target.filling.tables.filter(isSharedTable);
  const kinds = differenceKinds.flatMap((kind) => {
    const own = tables.filter((table) => toldOf(table).kind === kind);
    const part = partOf(target, kind, own, found);
    return part.saved + part.lost + part.doubtful.count > 0 ? [part] : [];
  });
  return {
    saved: kinds.reduce((sum, { saved }) => sum + saved, 0),
    rebuilt: found.rebuilt + found.mended,
    kinds,
    unplaced: found.unplaced,
    standIns: found.standIns,
    lostHistory: found.history.cells + found.history.commands,
    fixedCommands: found.history.fixed,
    unreadablePages: found.trees.unreadable,
    isUncertain: found.trees.torn.size > 0 && found.trees.names.size === 0,
  };
}

function partOf(
  target: Target,
  kind: DifferenceKind,
  tables: readonly string[],
  { doubtful }: Found,
): SalvageReport['kinds'][number] {
  const { file } = target;
  let saved = 0;
  let lost = 0;
  const names: string[] = [];
  let doubts = 0;
  for (const table of tables) {
    saved += Number(file.prepare(`select count(*) from "${table}"`).pluck().get());
    lost += Number(
      file
        .prepare(
          `select count(*) from (select id from known_row where table_name = ?
             union select id from id_table where table_name = ?) where id not in (select id from "${table}")`,
        )
        .pluck()
        .get(table, table),
    );
    const ids = [...(doubtful.get(table) ?? [])];
    doubts += ids.length;
    names.push(...namesOf(target, table, ids.slice(0, namesTold)));
  }
  return { kind, saved, lost, doubtful: { count: doubts, names: names.slice(0, namesTold) } };
}

function namesOf({ rowOf }: Target, table: string, ids: readonly string[]): readonly string[] {
  const title = isSharedTable(table) ? toldOf(table).title : undefined;
  if (title === undefined) return [];
  return ids.flatMap((id) => {
    const name = rowOf(table, id)?.get(title);
    return typeof name === 'string' && name.trim() !== '' ? [shortName(name)] : [];
  });
}
