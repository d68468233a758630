import type { Migration } from './migration.ts';

/**
 * Templates of notes: a row holds what a partner changed of one that ships, or one of their own. And, of this computer,
 * words that have no place in a note yet.
 */
export const noteTemplatesStep: Migration = {
  version: 4,
  name: 'note-templates',
  sql: `
create table note_template (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  code text not null default '',
  kind text,
  title_en text,
  title_ru text,
  text_en text,
  text_ru text,
  is_removed integer not null default 0,
  place text not null default ''
) strict;

create table local_kept_text (
  subject text primary key not null,
  body text not null default '',
  kept_at text not null default ''
) strict;
`,
};
