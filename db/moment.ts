import { Kysely } from 'kysely';
import { dataDigestInTurns, dataTablesOf } from './digest.ts';
import { dialectOf } from './dialect.ts';
import { versionOf } from './migrate.ts';
import type { Cell, Reader, Schema } from './schema.ts';
import { openStanding } from './standing-file.ts';

export type Row = Readonly<Record<string, Cell>>;

/** A data file as it stood when this was opened, whatever is written meanwhile. One reading at a time. */
export interface Moment {
  readonly reader: Reader;
  readonly schema: number;
  /** Those that hold what partners write, and the log of it. */
  readonly tables: readonly string[];
  readonly count: (table: string) => number;
  readonly rows: (table: string) => IterableIterator<Row>;
  /** What is not in the trash. */
  readonly living: (table: string) => { readonly columns: readonly string[]; readonly rows: IterableIterator<Row> };
  readonly digest: (pass: (rows: number) => Promise<unknown>) => Promise<string>;
  readonly close: () => void;
}

export function openMoment(path: string): Moment {
  const file = openStanding(path);
  return {
    reader: new Kysely<Schema>({ dialect: dialectOf(file) }),
    schema: versionOf(file),
    tables: dataTablesOf(file),
    count: (table) => Number(file.prepare(`select count(*) from "${table}"`).pluck().get()),
    rows: (table) => file.prepare<[], Row>(`select * from "${table}"`).iterate(),
    living: (table) => {
      const query = file.prepare<[], Row>(`select * from "${table}" where deleted_at is null`);
      return { columns: query.columns().map(({ name }) => name), rows: query.iterate() };
    },
    digest: (pass) => dataDigestInTurns(file, pass),
    close: () => file.close(),
  };
}
