import type Database from 'better-sqlite3';
import { v7 } from 'uuid';
import type { Id, Instant } from '../shared/contract/call.ts';
import { sharedTables } from './schema.ts';

/** A version 7 id begins with its moment; those of this century begin lower than ids of other versions mostly do. */
const endOfMoments = '04';
const longestCount = 0xffffffff;

/**
 * Ids that rise in the order in which they are made, also above those that the file holds, whatever the clock says: what
 * was made last is told by its id where moments tell nothing.
 */
export function risingIds(file: Database.Database, now: () => Instant): () => Id {
  let moment = latestMoment(file);
  let count = longestCount;
  return () => {
    const told = Date.parse(now());
    if (told > moment || count === longestCount) {
      moment = Math.max(told, moment + 1);
      count = 0;
    }
    count += 1;
    return v7({ msecs: moment, seq: count });
  };
}

function latestMoment(file: Database.Database): number {
  const moments = Object.keys(sharedTables).map((table) => {
    const id = file
      .prepare<[string], string>(
        `select id from "${table}" where id < ? and substr(id, 15, 1) = '7' order by id desc limit 1`,
      )
      .pluck()
      .get(endOfMoments);
    return id === undefined ? 0 : Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  });
  return Math.max(...moments);
}
