import Database from 'better-sqlite3';
import { AppError } from '../shared/errors.ts';
import { digestOf } from './digest.ts';
import { storageError } from './storage-error.ts';

/** SQLite's check of the pages takes in the search index, whose damage is no loss: it is made anew from the rows. */
export function quickCheck(file: Database.Database): 'whole' | 'index_damaged' | 'damaged' {
  const lines = file.prepare<[], string>('pragma quick_check').pluck().all();
  if (lines.join() === 'ok') return 'whole';
  return lines.every((line) => /\blocal_search\b/.test(line)) ? 'index_damaged' : 'damaged';
}

/** The same, and every row is read: some damage is met there alone. Slow. */
export function lookThrough(file: Database.Database): 'whole' | 'index_damaged' | 'damaged' {
  try {
    digestOf(file);
    return quickCheck(file);
  } catch (error) {
    const refusal = storageError(error);
    if (refusal instanceof AppError && refusal.code === 'file_damaged') return 'damaged';
    throw error;
  }
}

/** The same with a file that is open elsewhere. */
export function lookThroughFile(path: string): ReturnType<typeof lookThrough> {
  const file = new Database(path, { readonly: true, fileMustExist: true });
  try {
    return lookThrough(file);
  } finally {
    file.close();
  }
}
