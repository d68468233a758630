import type { Day, Id } from '../shared/contract/call.ts';

/** `only` is one client, null all that are on the board. */
export interface Scope {
  readonly only: Id | null;
  readonly today: Day;
}

/** In the order of the rows. */
export function grouped<Row extends { readonly client_id: Id | null }, Fact>(
  rows: readonly Row[],
  factOf: (row: Row) => Fact,
): ReadonlyMap<Id | null, readonly Fact[]> {
  const facts = new Map<Id | null, Fact[]>();
  for (const row of rows) {
    const known = facts.get(row.client_id);
    if (known === undefined) facts.set(row.client_id, [factOf(row)]);
    else known.push(factOf(row));
  }
  return facts;
}
