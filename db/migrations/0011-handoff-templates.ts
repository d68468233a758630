import type { Migration } from './migration.ts';

/**
 * Templates of handoffs: what the partners changed of the one that ships, and templates of their own; a cell without a
 * value follows the program. And, of a handoff, the template it was made from; of its items, the words of that template
 * where they are not those that ship, and the access they are about. The template is null in plans from before.
 */
export const handoffTemplatesStep: Migration = {
  version: 11,
  name: 'handoff-templates',
  sql: `
create table handoff_template (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  name text not null default '',
  place text not null default ''
) strict;

create table handoff_template_item (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  template text not null default '',
  code text not null default '',
  title_en text,
  title_ru text,
  evidence_en text,
  evidence_ru text,
  day integer,
  side text,
  is_mandatory integer,
  condition text,
  is_removed integer not null default 0,
  place text not null default ''
) strict;

create table handoff_template_after (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  template text not null default '',
  item text not null default '',
  first text not null default '',
  is_removed integer not null default 0
) strict;

alter table handoff add column template text;

alter table handoff_item add column own_title_en text;
alter table handoff_item add column own_title_ru text;
alter table handoff_item add column own_evidence_en text;
alter table handoff_item add column own_evidence_ru text;
alter table handoff_item add column asset_id text references asset (id);
`,
};
