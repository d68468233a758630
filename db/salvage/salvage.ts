import { rmSync } from 'node:fs';
import type { Instant } from '../../shared/contract/call.ts';
import type { SalvageReport } from '../../shared/contract/salvage.ts';
import { AppError } from '../../shared/errors.ts';
import { databaseFiles } from '../database-files.ts';
import { storageError } from '../storage-error.ts';
import { wholeDigestOf } from '../digest.ts';
import { migrations, newestVersion } from '../migrations/migrations.ts';
import { migrate, versionOf } from '../migrate.ts';
import { distrustProjections } from '../projections.ts';
import { isSound, type Progress, removeFile } from '../verified-copy.ts';
import { collectLog, collectRows } from './collect.ts';
import { settleLog } from './log-state.ts';
import { dropStrangers, mendFromLog } from './mend.ts';
import { openPages, type Pages } from './pages.ts';
import { reportOf } from './report.ts';
import { standInForLost } from './stand-in.ts';
import { openTarget } from './target.ts';
import { findTrees } from './trees.ts';

export interface SalvageParts {
  /** The broken file, which nobody has open; it and its log are only read. */
  readonly path: string;
  /** Where the new file goes. */
  readonly target: string;
  readonly now: Instant;
  /** What a client is called of whom nothing but its records is left. */
  readonly lostClientName: string;
  readonly progress?: Progress;
}

/**
 * Reads every row that a broken file still holds into a new one, which is there when this returns only if it was opened
 * again and holds what was read. Refused with `nothing_to_salvage` when there is not one row.
 */
export function salvageFile(parts: SalvageParts): SalvageReport {
  const pages = opened(parts.path);
  try {
    const version = versionIn(pages);
    try {
      // What was taken for an older version may hold rows of a newer one: its number was broken.
      return salvaged(pages, parts, version) ?? readable(salvaged(pages, parts, newestVersion));
    } catch (error) {
      databaseFiles(parts.target).forEach(removeFile);
      throw error;
    }
  } finally {
    pages.close();
  }
}

function opened(path: string): Pages {
  try {
    return openPages(path);
  } catch (error) {
    throw storageError(error);
  }
}

function readable(report: SalvageReport | null): SalvageReport {
  if (report === null) throw new AppError('nothing_to_salvage', 'rows of no known version');
  return report;
}

function versionIn(pages: Pages): number {
  const stored = pages.read(1)?.readUInt32BE(60) ?? 0;
  return migrations.some(({ version }) => version === stored) ? stored : newestVersion;
}

/** Null when its rows are of a later version. */
function salvaged(pages: Pages, parts: SalvageParts, version: number): SalvageReport | null {
  const { progress = () => undefined } = parts;
  rmSync(parts.target, { force: true });
  const trees = findTrees(pages);
  const target = openTarget(parts.target, version);
  const { file, filling } = target;
  const doubtful = new Map<string, Set<string>>();
  const doubt = (table: string, id: string) => {
    const ids = doubtful.get(table) ?? new Set();
    doubtful.set(table, ids.add(id));
  };
  try {
    const share = (from: number, width: number) => (page: number) => progress(from + (width * page) / pages.count);
    collectLog(pages, trees, target, share(0, 30));
    const collected = collectRows(pages, trees, target, share(30, 40));
    if (collected.isOfLater && version < newestVersion) return null;
    dropStrangers(target, trees);
    const mended = mendFromLog(target, doubt);
    progress(80);
    const history = settleLog(target, trees, parts.now);
    const standIns = standInForLost(target, { now: parts.now, name: parts.lostClientName, doubt });
    const report = reportOf(target, { ...mended, ...collected, history, standIns, doubtful, trees });
    if (report.saved === 0) throw new AppError('nothing_to_salvage', 'not one row');
    distrustProjections(file);
    filling.settle();
    if (versionOf(file) < newestVersion) migrate(file);
    const { sha256 } = wholeDigestOf(file);
    filling.close();
    progress(90);
    if (!isSound(parts.target, sha256)) throw new AppError('disk_error', 'the new file does not hold what was read');
    progress(100);
    return report;
  } finally {
    if (file.open) file.close();
  }
}
