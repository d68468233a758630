import type { Migration } from './migration.ts';

/** How a month of handoff went on and ended, and what the partners make of it; the days of an access each by itself. */
export const partingStep: Migration = {
  version: 7,
  name: 'parting',
  sql: `
alter table handoff add column cancel_reason text;
alter table handoff add column would_return text;
alter table handoff add column would_return_words text;
alter table handoff add column told_by text;
alter table handoff add column lesson text;

alter table asset add column rotated_on text;

create table handoff_extension (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  handoff_id text,
  from_on text not null default '',
  until_on text not null default '',
  reason text not null default ''
) strict;

create table handoff_look_back (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  handoff_id text,
  days_before integer not null default 0,
  verdict text not null default '',
  reasons text not null default ''
) strict;

create index handoff_extension_handoff on handoff_extension (handoff_id);
create index handoff_look_back_handoff on handoff_look_back (handoff_id);
`,
};
