import type Database from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, SqliteDialect, type SqliteDatabase, SqliteDriver } from 'kysely';

/** A connection, or what stands for it. */
export interface Statements {
  readonly inTransaction: boolean;
  readonly prepare: (sql: string) => Database.Statement;
  readonly close: () => unknown;
}

export function dialectOf(database: Statements): SqliteDialect {
  class Driver extends SqliteDriver {
    // A transaction that only becomes a writing one later is refused when the index was written from a worker meanwhile.
    override async beginTransaction(connection: DatabaseConnection): Promise<void> {
      await connection.executeQuery(CompiledQuery.raw('begin immediate'));
    }

    // On a full disk or an I/O error SQLite rolls back by itself; rolling back once more would fail and hide the cause.
    override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
      if (database.inTransaction) await super.rollbackTransaction(connection);
    }
  }
  class Dialect extends SqliteDialect {
    override createDriver(): SqliteDriver {
      return new Driver({ database: keepingStatements(database) });
    }
  }
  return new Dialect({ database });
}

/** The program asks in some hundred ways; beyond this it starts anew. */
const keptStatements = 500;

/** Preparing a statement takes longer than running it on a row or two. */
function keepingStatements(database: Statements): SqliteDatabase {
  const kept = new Map<string, Database.Statement>();
  return {
    close: () => {
      kept.clear();
      database.close();
    },
    prepare: (sql) => {
      const known = kept.get(sql);
      // The connection it was prepared on may have been let go of.
      if (known?.database.open) return known;
      if (kept.size >= keptStatements) kept.clear();
      const fresh = database.prepare(sql);
      kept.set(sql, fresh);
      return fresh;
    },
  };
}
