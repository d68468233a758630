import type { Migration } from './migration.ts';

/** The search index holds every record by its time, so that the newest hits of a frequent word come first and at once. */
export const searchByTime: Migration = {
  version: 3,
  name: 'search-by-time',
  sql: `
drop table local_search;
drop table local_search_entry;
create table local_search_entry (
  entry integer primary key not null,
  row_id text not null default '',
  happened_ms integer not null default 0
) strict;
create index local_search_entry_of_row on local_search_entry (row_id);
create table local_search_word (
  word text primary key not null
) strict, without rowid;
create virtual table local_search using fts5 (
  words,
  content='', contentless_delete=1, detail=none, prefix='1 2 3',
  tokenize="unicode61 remove_diacritics 0"
);
insert into local_search (local_search, rank) values ('automerge', 0);
insert into local_search (local_search, rank) values ('secure-delete', 1);
`,
};
