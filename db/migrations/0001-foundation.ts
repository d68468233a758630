import type { Migration } from './migration.ts';

/** The foundation: everything the board, the notes and a handoff need, and the tables of this computer. */
export const foundation: Migration = {
  version: 1,
  name: 'foundation',
  sql: `
create table agency (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  name text not null default '',
  monogram text not null default '',
  contact text not null default '',
  clients_per_partner integer not null default 8,
  clients_in_honeymoon integer not null default 2,
  calendar text not null default ''
) strict;

create table partner (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  name text not null default '',
  monogram text not null default '',
  place text not null default ''
) strict;

create table client (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  name text not null default '',
  stage text not null default '',
  place text not null default '',
  partner_id text references partner,
  contact_norm_days integer,
  language text,
  is_sample integer not null default 0
) strict;

create table contact (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  client_id text references client,
  name text not null default '',
  role text not null default '',
  role_note text not null default '',
  email text not null default '',
  phone text not null default '',
  decides integer not null default 0,
  sets_tasks integer not null default 0,
  accepts_results integer not null default 0,
  pays integer not null default 0,
  is_technical integer not null default 0,
  left_on text,
  place text not null default ''
) strict;

create table engagement (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  client_id text references client,
  kind text not null default '',
  title text not null default '',
  start_on text,
  end_on text,
  end_reason text not null default ''
) strict;

create table stage_change (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  client_id text references client,
  from_stage text,
  to_stage text not null default '',
  happened_at text not null default '',
  reason text not null default ''
) strict;

create table note (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  client_id text references client,
  kind text not null default '',
  happened_at text not null default '',
  initiated_by text,
  body text not null default '',
  finished_at text
) strict;

create table note_attendee (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  note_id text references note,
  contact_id text references contact,
  partner_id text references partner
) strict;

create table task (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  client_id text references client,
  note_id text references note,
  note_line integer,
  title text not null default '',
  side text not null default '',
  person text not null default '',
  due_on text,
  done_at text,
  place text not null default ''
) strict;

create table signal_mark (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  client_id text references client,
  note_id text references note,
  code text not null default '',
  side text not null default '',
  marked_on text not null default '',
  evidence text not null default '',
  ended_on text
) strict;

create table dossier_line (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  client_id text references client,
  kind text not null default '',
  text text not null default '',
  place text not null default ''
) strict;

create table asset (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  client_id text references client,
  name text not null default '',
  where_kept text not null default '',
  held_by text not null default '',
  goes_to text not null default '',
  state text not null default '',
  state_on text,
  owner text not null default '',
  admin text not null default '',
  payer text not null default '',
  renewal_on text,
  place text not null default ''
) strict;

create table handoff (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  client_id text references client,
  engagement_id text references engagement,
  lead_partner_id text references partner,
  start_on text not null default '',
  end_on text not null default '',
  care_until_on text not null default '',
  state text not null default '',
  successor text not null default '',
  letter text not null default '',
  reason_text text not null default '',
  closed_at text
) strict;

create table parting_reason (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  client_id text references client,
  handoff_id text references handoff,
  code text not null default ''
) strict;

create table handoff_item (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  handoff_id text references handoff,
  code text not null default '',
  section text not null default '',
  title text not null default '',
  side text not null default '',
  person text not null default '',
  due_on text not null default '',
  state text not null default '',
  state_reason text not null default '',
  is_mandatory integer not null default 0,
  evidence text not null default '',
  confirmed_by text not null default '',
  done_at text,
  place text not null default ''
) strict;

create table handoff_item_after (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  item_id text references handoff_item,
  after_item_id text references handoff_item
) strict;

create table candidate (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  handoff_id text references handoff,
  name text not null default '',
  fits text not null default '',
  consider text not null default '',
  disclosure text not null default '',
  state text not null default '',
  place text not null default ''
) strict;

create table candidate_answer (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  candidate_id text references candidate,
  question text not null default '',
  answer text not null default ''
) strict;

create table document_issue (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  handoff_id text references handoff,
  audience text not null default '',
  language text not null default '',
  format text not null default '',
  version integer not null default 1,
  file_name text not null default '',
  sha256 text not null default '',
  issued_at text not null default ''
) strict;

create table cleared_secret (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  handoff_id text references handoff,
  fingerprint text not null default '',
  reason text not null default ''
) strict;

create index client_by_stage on client (stage, place, id);
create index contact_of_client on contact (client_id, place);
create index engagement_of_client on engagement (client_id, start_on);
create index stage_change_of_client on stage_change (client_id, happened_at);
create index note_of_client on note (client_id, happened_at);
create index note_attendee_of_note on note_attendee (note_id);
create index task_of_client on task (client_id, due_on);
create index task_of_note on task (note_id);
create index signal_mark_of_client on signal_mark (client_id);
create index signal_mark_of_note on signal_mark (note_id);
create index dossier_line_of_client on dossier_line (client_id, place);
create index asset_of_client on asset (client_id, place);
create index handoff_of_client on handoff (client_id);
create index parting_reason_of_client on parting_reason (client_id);
create index parting_reason_of_handoff on parting_reason (handoff_id);
create index handoff_item_of_handoff on handoff_item (handoff_id, due_on);
create index handoff_item_after_of_item on handoff_item_after (item_id);
create index candidate_of_handoff on candidate (handoff_id, place);
create index candidate_answer_of_candidate on candidate_answer (candidate_id);
create index document_issue_of_handoff on document_issue (handoff_id, issued_at);
create index cleared_secret_of_handoff on cleared_secret (handoff_id);

create table local_context (
  id integer primary key not null,
  command_seq integer,
  erasing integer not null default 0
) strict;
insert into local_context (id) values (1);

create table local_command (
  seq integer primary key not null,
  id text not null default '',
  name text not null default '',
  kind text not null default 'do',
  target_seq integer,
  state text not null default 'done',
  made_at text not null default '',
  made_by text
) strict;
create index local_command_by_id on local_command (id);
create index local_command_by_state on local_command (kind, state, seq);

create table local_change (
  command_seq integer not null,
  table_name text not null,
  row_id text not null,
  column_name text not null,
  before any,
  after any,
  primary key (command_seq, table_name, row_id, column_name)
) strict, without rowid;
create index local_change_of_row on local_change (table_name, row_id);

create table local_client_card (
  client_id text primary key not null,
  name text not null default '',
  stage text not null default '',
  place text not null default '',
  partner_id text,
  since_on text not null default '',
  last_touch_at text,
  contact_norm_days integer,
  next_task_id text,
  next_title text,
  next_due_on text,
  open_flags integer not null default 0,
  handoff_id text,
  handoff_done integer not null default 0,
  handoff_total integer not null default 0,
  is_sample integer not null default 0
) strict;
create index local_client_card_of_board on local_client_card (
  stage, place, client_id, name, partner_id, since_on, last_touch_at, contact_norm_days, next_task_id, next_title,
  next_due_on, open_flags, handoff_id, handoff_done, handoff_total, is_sample
);

create table local_setting (
  name text primary key not null,
  value text not null default ''
) strict;

create table local_search_entry (
  entry integer primary key not null,
  table_name text not null default '',
  row_id text not null default '',
  client_id text not null default '',
  happened_at text not null default ''
) strict;
create index local_search_entry_of_row on local_search_entry (table_name, row_id);
create index local_search_entry_of_client on local_search_entry (client_id);

create virtual table local_search using fts5 (
  title, body,
  content='', contentless_delete=1, detail=column, prefix='1 2 3',
  tokenize="unicode61 remove_diacritics 0"
);
insert into local_search (local_search, rank) values ('automerge', 0);
insert into local_search (local_search, rank) values ('secure-delete', 1);
`,
};
