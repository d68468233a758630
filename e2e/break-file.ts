import { closeSync, openSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';

const pageSize = 4096;

/** Zeros on every page of these tables and indexes, as a disk leaves them where it fails; nobody has the file open. */
export function zeroPagesOf(path: string, names: readonly string[]): void {
  const file = new Database(path, { readonly: true });
  const pageOf = file.prepare<[string], number>('select pageno from dbstat where name = ?').pluck();
  const pages = names.flatMap((name) => pageOf.all(name));
  file.close();
  const handle = openSync(path, 'r+');
  for (const page of pages) writeSync(handle, Buffer.alloc(pageSize), 0, pageSize, (page - 1) * pageSize);
  closeSync(handle);
}
