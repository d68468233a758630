import type { Instant } from '../../shared/contract/call.ts';
import type { Target } from './target.ts';

export interface StandInParts {
  readonly now: Instant;
  readonly name: string;
  readonly doubt: (table: string, id: string) => void;
}

interface Violation {
  readonly table: string;
  readonly rowid: number;
  readonly fkid: number;
}

interface Key {
  readonly id: number;
  readonly from: string;
  readonly table: string;
}

/**
 * Rows that lean on a row that is lost: a client gets one in its place, since without a client nobody would ever see
 * them; any other mention is let go of. The number of clients that were made.
 */
export function standInForLost({ file, add }: Target, { now, name, doubt }: StandInParts): number {
  const keysOf = file.prepare<[string], Key>(`select id, "from", "table" from pragma_foreign_key_list(?)`);
  let made = 0;
  for (const { table, rowid, fkid } of file.prepare<[], Violation>('pragma foreign_key_check').all()) {
    const key = keysOf.all(table).find(({ id }) => id === fkid);
    if (key === undefined) continue;
    const leaning = file.prepare<[number], { readonly id: string; readonly target: string }>(
      `select id, "${key.from}" as target from "${table}" where rowid = ?`,
    );
    const row = leaning.get(rowid);
    if (row === undefined) continue;
    doubt(table, row.id);
    if (key.table === 'client') {
      const facts = { id: row.target, name, stage: 'stable', place: 'a0', created_at: now, updated_at: now };
      if (add('client', new Map(Object.entries(facts))) === 'added') made += 1;
    } else file.prepare(`update "${table}" set "${key.from}" = null where rowid = ?`).run(rowid);
  }
  return made;
}
