import type Database from 'better-sqlite3';

/** SQLite's check of the pages takes in the search index, whose damage is no loss: it is made anew from the rows. */
export function quickCheck(file: Database.Database): 'whole' | 'index_damaged' | 'damaged' {
  const lines = file.prepare<[], string>('pragma quick_check').pluck().all();
  if (lines.join() === 'ok') return 'whole';
  return lines.every((line) => /\blocal_search\b/.test(line)) ? 'index_damaged' : 'damaged';
}
