import Database from 'better-sqlite3';

/** How long an opening waits for what is just being written, in milliseconds. */
export const longestWait = 10_000;

/** A data file to read, as it stood when this was opened, whatever is written meanwhile. */
export function openStanding(path: string): Database.Database {
  const file = new Database(path, { readonly: true, fileMustExist: true, timeout: longestWait });
  try {
    // A transaction sees the moment of its first reading.
    file.exec('begin; select count(*) from sqlite_schema');
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}
