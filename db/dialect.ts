import type Database from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, SqliteDialect, SqliteDriver } from 'kysely';

export function dialectOf(database: Database.Database): SqliteDialect {
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
      return new Driver({ database });
    }
  }
  return new Dialect({ database });
}
