import type { Migration } from './migration.ts';

/**
 * What was erased for ever: which record, how, and why in the partner's own words, but nothing of what it held and no name
 * of it; and how many rows of each table went with it.
 */
export const erasureStep: Migration = {
  version: 13,
  name: 'erasure',
  sql: `
create table erasure (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  subject text not null default '',
  subject_id text,
  how text not null default '',
  why text not null default ''
) strict;

create table erasure_count (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  erasure_id text references erasure,
  counted text not null default '',
  row_count integer not null default 0
) strict;

create index erasure_count_of_erasure on erasure_count (erasure_id);
`,
};
