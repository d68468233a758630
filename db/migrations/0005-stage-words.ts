import type { Migration } from './migration.ts';

/** What the partners changed of a stage, and the signals whose place among the first of a stage they changed. */
export const stageWordsStep: Migration = {
  version: 5,
  name: 'stage-words',
  sql: `
create table stage (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  code text not null default '',
  label_en text,
  label_ru text,
  hint_en text,
  hint_ru text,
  contact_norm_days integer
) strict;

create table stage_signal (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  stage text not null default '',
  code text not null default '',
  is_offered integer not null default 1
) strict;
`,
};
