import type { Migration } from './migration.ts';

/**
 * What the partners changed of a working-day calendar that ships, and calendars of their own; and of an item of a
 * handoff, the day of the plan it was made with, and whether somebody chose another one. Both are null in rows from
 * before: then the template's day is meant.
 */
export const workCalendarsStep: Migration = {
  version: 9,
  name: 'work-calendars',
  sql: `
create table work_calendar (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  code text not null default '',
  base text not null default '',
  name text not null default '',
  works_monday integer,
  works_tuesday integer,
  works_wednesday integer,
  works_thursday integer,
  works_friday integer,
  works_saturday integer,
  works_sunday integer
) strict;

create table work_calendar_day (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  calendar text not null default '',
  day_on text not null default '',
  is_worked integer not null default 0,
  title text
) strict;

alter table handoff_item add column plan_day integer;
alter table handoff_item add column is_day_own integer;
`,
};
