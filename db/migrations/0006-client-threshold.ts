import type { Migration } from './migration.ts';

/** Days of the rules of health that are others for one client; touches are found without reading what was said. */
export const clientThresholdStep: Migration = {
  version: 6,
  name: 'client-threshold',
  sql: `
create table client_threshold (
  id text primary key not null,
  created_at text not null default '',
  updated_at text not null default '',
  created_by text,
  updated_by text,
  deleted_at text,
  client_id text references client,
  rule text not null default '',
  days integer
) strict;

create index client_threshold_of_client on client_threshold (client_id);
create index note_touch_of_client on note (client_id, happened_at, kind, finished_at, deleted_at);
`,
};
