import type { Migration } from './migration.ts';

/** What a client's page holds beyond notes and tasks: goals, trials, playbooks, audits, reports, figures, ideas. */
export const relationship: Migration = {
  version: 2,
  name: 'relationship',
  sql: `
alter table client add column our_goal text not null default '';
alter table client add column their_goal text not null default '';
alter table client add column goals_match text not null default '';
alter table client add column our_horizon text not null default '';
alter table client add column their_horizon text not null default '';
alter table client add column first_impression text not null default '';
alter table client add column first_impression_on text;
alter table client add column first_lever text not null default '';
alter table client add column report_day integer;
alter table client add column reviews_quarter integer not null default 0;
alter table client add column reports_agreed_on text;
alter table client add column reviews_agreed_on text;
alter table dossier_line add column decided_on text;

create table trial (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  client_id text references client,
  started_on text,
  ends_on text,
  success_sign text not null default '',
  our_verdict text not null default '',
  our_words text not null default '',
  our_verdict_on text,
  their_verdict text not null default '',
  their_words text not null default '',
  their_verdict_on text,
  revisit_on text
) strict;

create table client_answer (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  client_id text references client,
  code text not null default '',
  answer text not null default '',
  is_done integer not null default 0,
  answered_on text
) strict;

create table audit_topic (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  client_id text references client,
  topic text not null default '',
  score integer,
  evidence text not null default '',
  open_question text not null default ''
) strict;

create table intent_check (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  client_id text references client,
  checked_on text not null default '',
  has_plan text not null default '',
  said_by text not null default '',
  words text not null default ''
) strict;

create table report (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  client_id text references client,
  kind text not null default '',
  period text not null default '',
  sent_on text,
  summary text not null default ''
) strict;

create table kpi (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  client_id text references client,
  name text not null default '',
  unit text not null default '',
  target text not null default '',
  direction text not null default '',
  business_goal text not null default '',
  place text not null default ''
) strict;

create table kpi_reading (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  kpi_id text references kpi,
  measured_on text not null default '',
  value text not null default '',
  remark text not null default ''
) strict;

create table request (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  client_id text references client,
  asked_on text not null default '',
  wish text not null default '',
  limits text not null default '',
  result text not null default '',
  result_on text,
  result_words text not null default ''
) strict;

create table request_option (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  request_id text references request,
  title text not null default '',
  is_chosen integer not null default 0,
  place text not null default ''
) strict;

create table insight (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  client_id text references client,
  kind text not null default '',
  told_on text not null default '',
  title text not null default '',
  is_beyond_contract integer not null default 0,
  state text not null default '',
  report_id text references report,
  kpi_id text references kpi
) strict;

create table snooze (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  client_id text references client,
  subject text not null default '',
  until_on text not null default '',
  reason text not null default ''
) strict;

alter table task add column trial_id text references trial;

create index trial_of_client on trial (client_id);
create index client_answer_of_client on client_answer (client_id);
create index audit_topic_of_client on audit_topic (client_id);
create index intent_check_of_client on intent_check (client_id, checked_on);
create index report_of_client on report (client_id, sent_on);
create index kpi_of_client on kpi (client_id, place);
create index kpi_reading_of_kpi on kpi_reading (kpi_id, measured_on);
create index request_of_client on request (client_id, asked_on);
create index request_option_of_request on request_option (request_id, place);
create index insight_of_client on insight (client_id, told_on);
create index snooze_of_client on snooze (client_id);
create index task_of_trial on task (trial_id);
`,
};
